package gaitd.robot.replay;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/** The first fault of a recording and of its replay. */
final class FirstFault {
    /** How far apart the two may be, s: a few of the robot's states. */
    static final double APART_S = 0.05;

    private static final Fault[] FAULTS = Fault.values();

    private Seen recorded;
    private Seen replayed;

    private record Seen(Fault fault, long tick, long timeNs) {
        static Seen in(final TickFrame frame) {
            final long fault = frame.get(TickField.FAULT);
            return fault <= 0 || fault >= FAULTS.length
                    ? null
                    : new Seen(FAULTS[(int) fault], frame.get(TickField.TICK), frame.get(TickField.SCHEDULED_NS));
        }

        @Override
        public String toString() {
            return fault + " in tick " + tick;
        }
    }

    /** Looks at a tick. */
    void look(final TickFrame asRecorded, final TickFrame asReplayed) {
        recorded = recorded == null ? Seen.in(asRecorded) : recorded;
        replayed = replayed == null ? Seen.in(asReplayed) : replayed;
    }

    /** Whether both have the same, about as soon; also when neither has one. */
    boolean same() {
        if (recorded == null || replayed == null) {
            return recorded == null && replayed == null;
        }
        return recorded.fault == replayed.fault && Math.abs(recorded.timeNs - replayed.timeNs) <= APART_S * 1e9;
    }

    /** In a line; empty when neither has one. */
    String text() {
        if (recorded == null && replayed == null) {
            return "";
        }
        return "first fault: recorded " + (recorded == null ? "none" : recorded) + ", replayed "
                + (replayed == null ? "none" : replayed);
    }
}
