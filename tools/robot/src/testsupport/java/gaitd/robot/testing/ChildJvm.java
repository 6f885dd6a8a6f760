package gaitd.robot.testing;

import gaitd.robot.latency.Jvms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, as the launcher starts it; output goes to a file. */
public final class ChildJvm implements AutoCloseable {
    private static final long WAIT_MAX_S = 120;

    private final Process process;
    private final Path output;

    public ChildJvm(final Path folder, final String... args) throws IOException {
        this(folder, false, Map.of(), args);
    }

    private ChildJvm(
            final Path folder, final boolean terminal, final Map<String, String> environment, final String... args)
            throws IOException {
        output = Files.createTempFile(folder, "child", ".txt");
        // A test runner in the background hands on ignored signals; a person's shell does not.
        final List<String> java = new ArrayList<>(List.of("env", "--default-signal=INT,HUP"));
        java.addAll(command(args));
        // "exec", because dash would otherwise stay as the parent and end at the Ctrl-C that the program handles.
        final List<String> command =
                terminal ? List.of("script", "-qefc", "exec " + String.join(" ", java), "/dev/null") : java;
        final ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** A command line of the program in a JVM like that of the launcher. */
    public static List<String> command(final String... args) {
        final String command = args.length > 0 ? args[0] : "";
        final boolean control = command.equals("control");
        final List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(
                switch (command) {
                    case "control" -> Jvms.REAL_TIME;
                    case "learner" -> Jvms.LEARNER;
                    default -> List.of("-XX:+UseSerialGC");
                });
        java.addAll(Jvms.ALL);
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), control ? Jvms.CONTROL : Jvms.PROGRAM));
        java.addAll(List.of(args));
        return java;
    }

    /** Likewise, with variables more in its environment. */
    public static ChildJvm in(final Path folder, final Map<String, String> environment, final String... args)
            throws IOException {
        return new ChildJvm(folder, false, environment, args);
    }

    /** Likewise, with a terminal of its own; what is typed goes there. */
    public static ChildJvm inTerminal(final Path folder, final String... args) throws IOException {
        return inTerminalOf("xterm", folder, args);
    }

    /** Likewise, with a terminal of a kind. */
    public static ChildJvm inTerminalOf(final String kind, final Path folder, final String... args) throws IOException {
        return new ChildJvm(folder, true, Map.of("TERM", kind), args);
    }

    public void type(final String keys) throws IOException {
        final OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
    }

    /** Waits until the output holds a text. */
    public void await(final String text) throws Exception {
        final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_MAX_S);
        while (!output().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > endNs) {
                throw new AssertionError("'" + text + "' never came: " + output());
            }
            Thread.sleep(20);
        }
    }

    /** The process, behind the program that started it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public void signal(final ProcessSignal signal) {
        signal.to(process.pid());
    }

    public int exitCode() throws Exception {
        if (!process.waitFor(WAIT_MAX_S, TimeUnit.SECONDS)) {
            throw new AssertionError("did not end: " + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
