package gaitd.robot.latency;

/**
 * Plan of a measurement of answer times.
 *
 * @param rounds rounds of each side
 * @param seconds length of a round, s
 * @param priority SCHED_FIFO priority of both sides; 0 for none
 * @param cpu processor of both sides; -1 for any
 * @param spinUs how long our side spins around the moment of a packet, us; 0 for not at all
 */
public record EchoPlan(int rounds, int seconds, int priority, int cpu, int spinUs) {
    /** Interval of the robot's states, us. */
    public static final int INTERVAL_US = 1000;

    /** Time from a side's first command to the measurement, s: by then the robot walks. */
    static final int SETTLE_S = 5;
}
