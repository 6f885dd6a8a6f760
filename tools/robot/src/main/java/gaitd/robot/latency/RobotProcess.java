package gaitd.robot.latency;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulated robot, in a process of its own. It stands for hardware that no load of this computer slows down, so it gets a priority below the
 * control thread's where the system allows it.
 */
final class RobotProcess {
    private static final String OUTPUT = "robot.txt";
    private static final Pattern LISTENS = Pattern.compile("listens on udp://\\S+:([0-9]+)");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 50;

    private RobotProcess() {}

    /** Starts it and returns its port. */
    static int start(final LatencyPlan plan, final long longestS, final Children children)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        if (plan.priority() > 1) {
            command.addAll(List.of("chrt", "--fifo", Integer.toString(plan.priority() / 2)));
        }
        command.addAll(
                Jvms.ordinary(Jvms.PROGRAM, "sim", "--listen", "127.0.0.1:0", "--seconds", Long.toString(longestS)));
        final Process process = children.start(OUTPUT, command);
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            final Matcher said = LISTENS.matcher(children.said(OUTPUT));
            if (said.find()) {
                return Integer.parseInt(said.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(LOOK_MS);
        }
        throw new Refusal("the simulated robot did not start: "
                + children.said(OUTPUT).lines().findFirst().orElse("it said nothing")
                + (plan.priority() > 0 ? "; --priority 0 measures without privileges" : ""));
    }
}
