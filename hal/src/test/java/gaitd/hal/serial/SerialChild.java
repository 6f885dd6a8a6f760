package gaitd.hal.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with a serial port, and what it said. */
final class SerialChild implements AutoCloseable {
    /** What it says when its port is open. */
    static final String READY = "READY";

    private static final long PATIENCE_S = 30;

    private final Process process;
    private final BufferedReader out;

    private SerialChild(final Process process) {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Does something with a device. */
    static SerialChild start(final String what, final String device) throws IOException {
        return start(List.of(), List.of(), System.getProperty("java.class.path"), what, device);
    }

    /** The same after a program that changes its surroundings, with options of the JVM and other libraries. */
    static SerialChild start(
            final List<String> before,
            final List<String> options,
            final String classPath,
            final String what,
            final String device)
            throws IOException {
        final List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, SerialChildMain.class.getName(), what, device));
        return new SerialChild(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    long pid() {
        return process.pid();
    }

    /** Its next line, null after its last. */
    String line() throws IOException {
        return out.readLine();
    }

    /** SIGTERM. */
    void end() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the child is still there");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
