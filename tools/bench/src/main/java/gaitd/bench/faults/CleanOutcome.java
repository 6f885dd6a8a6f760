package gaitd.bench.faults;

/**
 * How a walk of a robot that works ended.
 *
 * @param walk the walk
 * @param seconds how long it was
 * @param fell whether the robot fell
 * @param fault what a guard latched; empty when nothing
 * @param joint the joint that is to blame, or -1
 * @param value what tripped it, in the fault's unit
 * @param tiltDeg true tilt of the trunk then
 */
record CleanOutcome(
        CleanCase walk, double seconds, boolean fell, String fault, int joint, double value, double tiltDeg) {
    /** A robot that leans so far is falling, whether or not it touches the ground yet. */
    private static final double FALLING_DEG = 30;

    /** Whether the robot fell, or was about to when a guard damped it. */
    boolean toppled() {
        return fell || tiltDeg > FALLING_DEG;
    }

    /** A guard tripped, and nothing was wrong. */
    boolean isFalseTrip() {
        return !fault.isEmpty() && !toppled();
    }
}
