package gaitd.bench.link;

import gaitd.policies.learn.RandomStream;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Cables that are pulled while the robot walks: each pull at another phase of the stride. Long pulls, at either end in turn, are to damp
 * the robot until a person clears the fault; pulls within the tolerance are to pass unnoticed.
 */
final class PullTrial {
    private static final double LONG_S = 0.5;
    private static final double SHORT_S = 0.04;
    private static final double SHORT_MAX_MS = 52;
    private static final int ATTEMPTS = 5;
    private static final double STEADY_S = 1;
    private static final double STRIDE_S = 0.5;
    /** Of the robot: a command on its way, and how often it is asked. */
    private static final double ROBOT_MARGIN_MS = 10;

    private final List<Pull> longPulls = new ArrayList<>();
    private final List<Pull> shortPulls = new ArrayList<>();

    private PullTrial() {}

    static PullTrial run(
            final int pulls, final long seed, final double vx, final PrintWriter out, final Interrupts interrupts)
            throws IOException, InterruptedException {
        final PullTrial trial = new PullTrial();
        final RandomStream random = new RandomStream(seed);
        try (LinkRig rig = new LinkRig(LinkProfile.CABLE, seed, vx, interrupts)) {
            rig.operator().begin();
            for (int i = 0; i < pulls; i++) {
                rig.operator().command(STEADY_S + STRIDE_S * random.nextDouble());
                trial.pullShortly(rig, out);
                rig.operator().command(STRIDE_S * random.nextDouble());
                trial.take(Pull.of(rig, end(i), LONG_S), trial.longPulls, out);
                again(rig);
            }
        }
        return trial;
    }

    /** Does what a person does after a fault. */
    private static void again(final LinkRig rig) throws IOException {
        rig.watch().layFlat();
        rig.operator().command(STRIDE_S);
        rig.operator().begin();
    }

    /**
     * At the controller's end only: a robot's boards are behind its own switch and keep their carrier. A busy computer may plug it in too
     * late: that was no short pull, and it is tried again.
     */
    private void pullShortly(final LinkRig rig, final PrintWriter out) throws IOException, InterruptedException {
        Pull pull = Pull.of(rig, LinkLab.End.CONTROL, SHORT_S);
        for (int i = 0; i < ATTEMPTS && pull.outMs() > SHORT_MAX_MS; i++) {
            again(rig);
            rig.operator().command(STEADY_S);
            pull = Pull.of(rig, LinkLab.End.CONTROL, SHORT_S);
        }
        take(pull, shortPulls, out);
        if (!passedOver(pull)) {
            again(rig);
        }
    }

    private static LinkLab.End end(final int i) {
        return LinkLab.End.values()[i % LinkLab.End.values().length];
    }

    private void take(final Pull pull, final List<Pull> pulls, final PrintWriter out) {
        pulls.add(pull);
        final String what = pull.walks() ? "walks on" : pull.waited() ? "waited for a person" : "DID NOT WALK ON";
        out.printf(
                Locale.ROOT,
                "pull %d at the %s's end for %.0f ms: %s%n",
                pulls.size(),
                pull.end().name().toLowerCase(Locale.ROOT),
                pull.outMs(),
                pull.fault() == Fault.NONE
                        ? what
                        : String.format(
                                Locale.ROOT,
                                "%s, control let go after %.1f ms, robot damped after %.1f ms, %s",
                                pull.fault(),
                                pull.controlMs(),
                                pull.robotMs(),
                                what));
        out.flush();
    }

    /** Whether a long pull was answered as promised. */
    private static boolean kept(final Pull pull) {
        return pull.fault() == Fault.STATE_STALE
                && pull.controlMs() - pull.pullingMs() <= Fault.STATE_STALE.latencyMs
                && pull.robotMs() - pull.pullingMs() <= robotPromisedMs()
                && pull.heard()
                && pull.waited();
    }

    private static double robotPromisedMs() {
        return new Config.Builder().conclude().get(Setting.SIM_COMMAND_TIMEOUT_MS) + ROBOT_MARGIN_MS;
    }

    private static boolean passedOver(final Pull pull) {
        return pull.fault() == Fault.NONE && pull.walks();
    }

    boolean passed() {
        return longPulls.stream().allMatch(PullTrial::kept)
                && shortPulls.stream().allMatch(PullTrial::passedOver);
    }

    /** What is to be said, in lines. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%d of %d pulls damped in the promised time and waited for a person: control let go after at most %.1f ms (%d promised),"
                        + " the robot damped after at most %.1f ms (%.0f)%n"
                        + "%d of %d pulls of %.0f ms passed over, the robot walked on",
                longPulls.stream().filter(PullTrial::kept).count(),
                longPulls.size(),
                most(Pull::controlMs),
                Fault.STATE_STALE.latencyMs,
                most(Pull::robotMs),
                robotPromisedMs(),
                shortPulls.stream().filter(PullTrial::passedOver).count(),
                shortPulls.size(),
                1e3 * SHORT_S);
    }

    private double most(final ToDoubleFunction<Pull> figure) {
        return longPulls.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    void report(final Report report) {
        report.put("pulls", longPulls.size())
                .put("pulls_kept", longPulls.stream().filter(PullTrial::kept).count())
                .put("pull_control_ms", list(Pull::controlMs))
                .put("pull_robot_ms", list(Pull::robotMs))
                .put("pull_control_max_ms", most(Pull::controlMs))
                .put("pull_robot_max_ms", most(Pull::robotMs))
                .put(
                        "short_pulls_passed",
                        shortPulls.stream().filter(PullTrial::passedOver).count());
    }

    private double[] list(final ToDoubleFunction<Pull> figure) {
        return longPulls.stream().mapToDouble(figure).toArray();
    }
}
