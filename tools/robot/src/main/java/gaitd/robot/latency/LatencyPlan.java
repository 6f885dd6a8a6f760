package gaitd.robot.latency;

import java.util.List;

/**
 * Plan of a measurement of wake-up lateness.
 *
 * @param rounds rounds of each side in each condition
 * @param seconds length of a round, s
 * @param loads of the second condition; empty for idle only
 * @param priority SCHED_FIFO priority of both sides; 0 for none
 * @param cpu processor of both sides; -1 for any
 * @param spinUs longest spin before a tick, us
 * @param kills companions to kill in a further round of our side beside each; 0 for no such rounds
 * @param companion whether there is a further round beside each with a companion that does all it can
 */
public record LatencyPlan(
        int rounds,
        int seconds,
        List<LoadKind> loads,
        int priority,
        int cpu,
        int spinUs,
        int kills,
        boolean companion) {
    /** Interval of both sides, us. */
    public static final int INTERVAL_US = 1000;

    /** Copies the list. */
    public LatencyPlan {
        loads = List.copyOf(loads);
    }
}
