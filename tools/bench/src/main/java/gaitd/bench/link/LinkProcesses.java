package gaitd.bench.link;

import gaitd.robot.latency.BenchProcesses;
import gaitd.robot.latency.Jvms;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The simulated robot, its controller and the relay between them, each a process in its own network, with real-time priority where that is granted: then what is
 * measured is the link, not other work of this computer.
 */
final class LinkProcesses implements AutoCloseable {
    private static final int SIMULATOR_PRIORITY = 40;
    private static final int RELAY_PRIORITY = 60;
    private static final int CONTROL_PRIORITY = 80;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 10;
    private static final String RELAY = "relay";
    private static final String ROBOT = "udp://" + LinkLab.ROBOT_ADDRESS + ":" + LinkLab.ROBOT_PORT;

    private final LinkLab lab;
    private final BenchProcesses processes = new BenchProcesses();
    private final boolean privileged;
    private final Process relay;

    /** Starts the relay between the two. */
    LinkProcesses(final LinkLab lab, final LinkProfile profile, final long seed)
            throws IOException, InterruptedException {
        this.lab = lab;
        privileged = grantsPriority();
        final List<String> command = prefix(RELAY_PRIORITY);
        command.addAll(Jvms.realTime(
                false,
                LinkRelay.class.getName(),
                LinkLab.End.ROBOT.device,
                LinkLab.End.CONTROL.device,
                profile.name(),
                Long.toString(seed)));
        relay = lab.onWire(() -> processes.start(RELAY, command));
        try {
            await(relay, RELAY, LinkRelay.READY);
        } catch (final IOException | InterruptedException | Refusal e) {
            processes.close();
            throw e;
        }
    }

    /** Ends the process when the thread that started it is gone, even if this process is killed. */
    private List<String> prefix(final int priority) {
        final List<String> prefix = new ArrayList<>(List.of("setpriv", "--pdeathsig", "TERM"));
        if (privileged && priority > 0) {
            prefix.addAll(List.of("chrt", "--fifo", Integer.toString(priority)));
        }
        return prefix;
    }

    /** Ends the relay. */
    RelayCounts unlink() throws IOException, InterruptedException {
        relay.getOutputStream().close();
        relay.waitFor();
        return RelayCounts.of(output(RELAY));
    }

    private static boolean grantsPriority() throws InterruptedException {
        try {
            return new ProcessBuilder("chrt", "--fifo", "1", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (final IOException e) {
            return false;
        }
    }

    Path file(final String name) throws IOException {
        return processes.file(name);
    }

    String output(final String name) throws IOException {
        return processes.output(name);
    }

    /** Starts the robot's side; it listens when this returns. */
    Process robot(final String... options) throws IOException, InterruptedException {
        final List<String> command = prefix(SIMULATOR_PRIORITY);
        final List<String> arguments =
                new ArrayList<>(List.of("sim", "--listen", LinkLab.ROBOT_ADDRESS + ":" + LinkLab.ROBOT_PORT));
        arguments.addAll(List.of(options));
        command.addAll(Jvms.ordinary(Jvms.PROGRAM, arguments.toArray(String[]::new)));
        final Process process = lab.onRobot(() -> processes.start("sim", command));
        await(process, "sim", "listens on");
        return process;
    }

    /** Starts the controller's side, {@code run} or {@code control}, in the JVM of the control process. */
    Process control(final String mainClass, final String command, final String... options)
            throws IOException, InterruptedException {
        final List<String> arguments = new ArrayList<>(List.of(
                command,
                "--robot",
                ROBOT,
                "--local-port",
                Integer.toString(LinkLab.CONTROL_PORT),
                "--config",
                Files.writeString(file("control.toml"), settings()).toString()));
        arguments.addAll(List.of(options));
        final List<String> line = prefix(0);
        line.addAll(Jvms.realTime(false, mainClass, arguments.toArray(String[]::new)));
        return lab.onControl(() -> processes.start(command, line));
    }

    /** What is measured is the product as it is delivered, no guard has another limit; the operator may be slower than a person's terminal. */
    private String settings() {
        return String.join(
                System.lineSeparator(),
                "command.operator_timeout_ms = 2000",
                "command.age_max_ms = 1000",
                Setting.RT_PRIORITY.line(privileged ? CONTROL_PRIORITY : 0),
                ChoiceSetting.RT_LOCK_MEMORY.line(privileged ? LockMemory.USED : LockMemory.OFF),
                "");
    }

    /** Waits until a process prints something. */
    void await(final Process process, final String name, final String text) throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (!output(name).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > endNs) {
                throw new Refusal("the process " + name + " did not start: "
                        + output(name).strip().lines().findFirst().orElse("it printed nothing"));
            }
            Thread.sleep(LOOK_MS);
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
