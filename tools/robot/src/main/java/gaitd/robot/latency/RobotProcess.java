package gaitd.robot.latency;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulated robot, in a process of its own. It represents hardware that this computer's load does not slow down, so
 * it gets a priority below the control thread's where the system allows it.
 */
final class RobotProcess {
    private static final String OUTPUT = "robot.txt";
    private static final Pattern LISTENS = Pattern.compile("listens on udp://\\S+:([0-9]+)");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 50;

    private RobotProcess() {}

    /** Starts it and returns its port. */
    static int start(final LatencyPlan plan, final long longestS, final BenchProcesses processes)
            throws IOException, InterruptedException {
        return start(plan.priority(), longestS, processes, List.of());
    }

    /** Likewise, beside a control process of a priority, with a file of settings. */
    static int start(final Path config, final int priority, final long longestS, final BenchProcesses processes)
            throws IOException, InterruptedException {
        return start(priority, longestS, processes, List.of("--config", config.toString()));
    }

    private static int start(
            final int priority, final long longestS, final BenchProcesses processes, final List<String> more)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        if (priority > 1) {
            command.addAll(List.of("chrt", "--fifo", Integer.toString(priority / 2)));
        }
        final List<String> arguments =
                new ArrayList<>(List.of("sim", "--listen", "127.0.0.1:0", "--seconds", Long.toString(longestS)));
        arguments.addAll(more);
        command.addAll(Jvms.ordinary(Jvms.PROGRAM, arguments.toArray(String[]::new)));
        final Process process = processes.start(OUTPUT, command);
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            final Matcher said = LISTENS.matcher(processes.output(OUTPUT));
            if (said.find()) {
                return Integer.parseInt(said.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(LOOK_MS);
        }
        throw new Refusal("the simulated robot did not start: "
                + processes.output(OUTPUT).lines().findFirst().orElse("no output")
                + (priority > 0 ? "; --priority 0 measures without privileges" : ""));
    }
}
