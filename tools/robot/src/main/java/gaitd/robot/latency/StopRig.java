package gaitd.robot.latency;

import gaitd.hal.Remote;
import gaitd.robot.process.GoalRunner;
import gaitd.robot.process.OperatorGoal;
import gaitd.robot.process.OperatorSession;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated robot with a remote, its control process, its companion and a terminal that operates it, each a process of its own as on a
 * robot. Used by one thread.
 */
final class StopRig implements AutoCloseable {
    /** Where the launcher says that it is. */
    static final String LAUNCHER = System.getenv("GAITD_LAUNCHER");

    private static final String SETTINGS = """
            loop.missed_ticks_max = 1000
            safety.stale_ms = 500
            safety.state_lag_max_ms = 5000
            sim.command_timeout_ms = 5000
            command.age_max_ms = 2000
            command.operator_timeout_ms = 5000
            """;
    private static final Pattern ROBOT = Pattern.compile("listens on (udp://\\S+)");
    private static final Pattern READY = Pattern.compile("(passive) until commanded");
    private static final Pattern PAGE = Pattern.compile("see it at (http://\\S+)");
    private static final Pattern OPERATING = Pattern.compile("(x) stops at once");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 2;
    private static final int STARTS = 5;

    private final BenchProcesses processes = new BenchProcesses();
    private final Path shared = processes.file("shared");
    private final Path remote = processes.file("remote");
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private final Process terminal;
    private final OperatorSession session;
    private long dampedNs;
    private long stops;

    /** Starts all of them. */
    StopRig() throws IOException, InterruptedException {
        final Path config = Files.writeString(processes.file("control.toml"), SETTINGS);
        processes.start("sim", Jvms.ordinary(Jvms.PROGRAM, "sim", "--listen", "127.0.0.1:0", "--remote", "" + remote));
        final String robot = awaited("sim", ROBOT);
        processes.start(
                "control",
                Jvms.realTime(
                        false,
                        Jvms.CONTROL,
                        "control",
                        "--robot",
                        robot,
                        "--shared",
                        "" + shared,
                        "--config",
                        "" + config));
        awaited("control", READY);
        processes.start("companion", Jvms.ordinary(Jvms.PROGRAM, "companion", "--shared", "" + shared));
        page = URI.create(awaited("companion", PAGE));
        // The page is open before anybody presses its button.
        request(HttpRequest.newBuilder(page.resolve("/model")).GET());
        final String operate =
                "exec " + String.join(" ", Jvms.ordinary(Jvms.PROGRAM, "operate", "--shared", "" + shared));
        terminal = processes.start("operate", List.of("env", "TERM=xterm", "script", "-qefc", operate, "/dev/null"));
        awaited("operate", OPERATING);
        session = new OperatorSession(shared, this::take);
        session.hold();
    }

    private String awaited(final String name, final Pattern text) throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            final Matcher said = text.matcher(processes.output(name));
            if (said.find()) {
                return said.group(1);
            }
            Thread.sleep(LOOK_MS);
        }
        throw new Refusal("the process " + name + " did not start: "
                + processes.output(name).lines().findFirst().orElse("no output"));
    }

    private void take(final TickFrame frame) {
        if (frame.get(TickField.STOPS) > stops) {
            stops = frame.get(TickField.STOPS);
            dampedNs = frame.get(TickField.SCHEDULED_NS)
                    + frame.get(TickField.WAKEUP_LATENESS_NS)
                    + frame.get(TickField.COMPUTE_NS);
        }
    }

    /** The shared folder. */
    Path shared() {
        return shared;
    }

    /** Stands the robot up, whatever it does, once nobody holds the remote's button any more. */
    void stand() throws IOException, InterruptedException {
        hold(0);
        String problem = goal(OperatorGoal.STAND);
        for (int i = 0; i < STARTS && problem != null; i++) {
            goal(OperatorGoal.CLEAR);
            problem = goal(OperatorGoal.STAND);
        }
        if (problem != null) {
            throw new Refusal("the robot does not stand: " + problem);
        }
    }

    private String goal(final OperatorGoal goal) {
        return new GoalRunner(session, null, 0, 0, 0).run(goal, 0);
    }

    /**
     * Stops the standing robot.
     *
     * @param way how
     * @return from the act to the first damping command, ms
     */
    double stop(final StopWay way) throws IOException, InterruptedException {
        session.watch();
        final long before = stops;
        final long startNs = System.nanoTime();
        way.press(this);
        while (stops == before) {
            if (System.nanoTime() - startNs > PATIENCE_NS) {
                throw new Refusal("the robot was not stopped by " + way);
            }
            session.watch();
            Thread.sleep(LOOK_MS);
        }
        return (dampedNs - startNs) * 1e-6;
    }

    /** Types into the terminal. */
    void type(final String keys) throws IOException {
        terminal.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        terminal.getOutputStream().flush();
    }

    /** Presses the page's button, as the page does. */
    void post() throws IOException, InterruptedException {
        request(HttpRequest.newBuilder(page.resolve("/stop"))
                .header("X-Gaitd", "stop")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private void request(final HttpRequest.Builder request) throws IOException, InterruptedException {
        http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Starts the launcher. */
    void launch() throws IOException {
        processes.start("stop", List.of("bash", LAUNCHER, "stop", "--shared", shared.toString()));
    }

    /** Starts the command. */
    void command() throws IOException {
        processes.start("command", List.of("bash", LAUNCHER, "command", "stop", "--shared", shared.toString()));
    }

    /** Holds buttons of the remote. */
    void hold(final int buttons) throws IOException {
        final byte[] bytes = ByteBuffer.allocate(Remote.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) buttons)
                .array();
        Files.write(remote, bytes, StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        processes.close();
    }
}
