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
 */
record CleanOutcome(CleanCase walk, double seconds, boolean fell, String fault, int joint, double value) {
    /** A guard tripped, and nothing was wrong. */
    boolean isFalseTrip() {
        return !fault.isEmpty() && !fell;
    }
}
