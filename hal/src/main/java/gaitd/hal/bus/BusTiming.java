package gaitd.hal.bus;

/**
 * Times of a bus.
 *
 * @param cycleNs from the beginning of a round through its motors to the beginning of the next, ns
 * @param replyTimeoutNs longest wait for a reply, from when its command was written, ns
 * @param commandTimeoutNs age of the control loop's newest command beyond which the bus damps by itself, ns
 * @param dampingKdNmSRad by how much, at the joint, N m s/rad
 */
public record BusTiming(long cycleNs, long replyTimeoutNs, long commandTimeoutNs, double dampingKdNmSRad) {
    /** Cycles in a row without a reply after which a motor counts as silent. */
    public static final int SILENT_CYCLES = 3;

    /**
     * Age of a bus's newest cycle beyond which its thread counts as hung: as long as a bus takes to give up all its motors.
     *
     * @return ns
     */
    long hungNs() {
        return SILENT_CYCLES * Math.max(cycleNs, gaitd.hal.A1.JOINTS_PER_LEG * replyTimeoutNs) + commandTimeoutNs;
    }
}
