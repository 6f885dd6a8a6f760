package gaitd.bench.link;

import gaitd.policies.text.JsonFields;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.report.Report;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.IOException;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * A walk over a link, as both ends saw it.
 *
 * @param profile of the link
 * @param problem why it did not get to its end, or null
 * @param fault the fault that was latched at its end
 * @param ticks the controller's, since the robot first walked
 * @param robot the robot's report
 * @param link what happened on the way
 */
record LinkWalk(
        LinkProfile profile, String problem, Fault fault, TickStatistics ticks, JsonFields robot, RelayCounts link) {
    /** A tick whose state is older than this had no new one, ns. */
    private static final long NEW_NS = 1_000_000L;

    /** Stands the robot up, walks and sits it down. */
    static LinkWalk run(
            final LinkProfile profile,
            final long seed,
            final double vx,
            final double seconds,
            final Interrupts interrupts)
            throws IOException, InterruptedException {
        try (LinkRig rig = new LinkRig(profile, seed, vx, interrupts)) {
            final String problem = rig.operator().walk(seconds);
            return new LinkWalk(
                    profile, problem, rig.operator().fault(), rig.operator().ticks(), rig.robotsReport(), rig.counts());
        }
    }

    /** Whether the robot walked to the end on its feet. */
    boolean passed() throws IOException {
        return problem == null && robot.number("falls") == 0;
    }

    /** Share of ticks without a new state. */
    private double withoutState() {
        final Histogram age = ticks.stateAge;
        final long fresh = age.getCountBetweenValues(0, NEW_NS);
        return 1 - (double) fresh / Math.max(1, age.getTotalCount());
    }

    /** What is to be said, in lines. */
    String text() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s: %s; by the robot %.2f m in %.1f s, %.0f falls, tilt up to %.1f deg%n"
                        + "%s: a new state in %.1f %% of ticks, newest state at most %.0f ms old, tick takes p50 %.0f p99 %.0f us,"
                        + " late p50 %.0f p99 %.0f us; lost %d of %d packets to the robot, %d of %d from it; relay late p99 %.2f"
                        + " max %.1f ms",
                profile,
                problem == null ? "walked to the end" : problem,
                robot.number("distance_m"),
                robot.number("walk_seconds"),
                robot.number("falls"),
                robot.number("tilt_max_deg"),
                profile,
                100 * (1 - withoutState()),
                ticks.stateAge.getMaxValue() / 1e6,
                ticks.compute.getValueAtPercentile(50) / 1e3,
                ticks.compute.getValueAtPercentile(99) / 1e3,
                ticks.wakeup.getValueAtPercentile(50) / 1e3,
                ticks.wakeup.getValueAtPercentile(99) / 1e3,
                link.lostToRobot(),
                link.toRobot(),
                link.lostToControl(),
                link.toControl(),
                link.lateP99Ns() / 1e6,
                link.lateMaxNs() / 1e6);
    }

    /** Adds the figures, their names beginning with the profile's. */
    void report(final Report report) throws IOException {
        final String name = profile.name().toLowerCase(Locale.ROOT);
        report.put(name + "_passed", passed())
                .put(name + "_problem", problem)
                .put(name + "_fault", fault.name())
                .put(name + "_falls", robot.number("falls"))
                .put(name + "_distance_m", robot.number("distance_m"))
                .put(name + "_walk_seconds", robot.number("walk_seconds"))
                .put(name + "_tilt_max_deg", robot.number("tilt_max_deg"))
                .put(name + "_ticks_without_new_state", withoutState())
                .putPercentiles(name + "_state_age_us", ticks.stateAge)
                .putPercentiles(name + "_wakeup_us", ticks.wakeup)
                .putPercentiles(name + "_compute_us", ticks.compute)
                .put(name + "_lost_to_robot", link.lostToRobot())
                .put(name + "_packets_to_robot", link.toRobot())
                .put(name + "_lost_to_control", link.lostToControl())
                .put(name + "_packets_to_control", link.toControl())
                .put(name + "_relay_late_p99_us", link.lateP99Ns() / 1e3)
                .put(name + "_relay_late_max_us", link.lateMaxNs() / 1e3);
    }
}
