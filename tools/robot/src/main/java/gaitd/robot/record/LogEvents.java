package gaitd.robot.record;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.util.ArrayList;
import java.util.List;

/** Tells from one frame to the next what happened, in words. Used by one thread. */
final class LogEvents {
    static final int INFO = 2;
    static final int WARNING = 3;
    static final int ERROR = 4;

    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();
    private static final OperatorRequest[] REQUESTS = OperatorRequest.values();
    private static final OperatorState[] STATES = OperatorState.values();
    private static final Gait[] GAITS = Gait.values();

    private final TickFrame before = new TickFrame();
    private final List<Event> found = new ArrayList<>();
    private boolean begun;

    /**
     * What happened.
     *
     * @param line in words
     * @param level as Foxglove counts
     */
    record Event(String line, int level) {}

    /** What a frame tells that the one before it did not; overwritten by the next. */
    List<Event> of(final TickFrame frame) {
        found.clear();
        if (!begun || changed(frame, TickField.MODE)) {
            add("mode " + name(MODES, frame, TickField.MODE), INFO);
        }
        if (begun) {
            operators(frame);
            guards(frame);
            policies(frame);
        }
        before.copyFrom(frame.bytes(), 0);
        begun = true;
        return found;
    }

    private void add(final String line, final int level) {
        found.add(new Event(line, level));
    }

    private void operators(final TickFrame frame) {
        if (frame.get(TickField.STOPS) != before.get(TickField.STOPS)) {
            add("stopped by a person", WARNING);
        }
        if (frame.get(TickField.ASKED_REQUEST) != OperatorRequest.NONE.ordinal() && InputBit.ASKED.isIn(frame)) {
            add("asked for " + name(REQUESTS, frame, TickField.ASKED_REQUEST), INFO);
        }
        if (frame.get(TickField.ASKED_GAIT) >= 0 && changed(frame, TickField.ASKED_GAIT)) {
            add("gait " + name(GAITS, frame, TickField.ASKED_GAIT), INFO);
        }
        boolean velocity = false;
        for (int i = 0; i < TickField.ASKED_VELOCITY.count; i++) {
            velocity |= frame.real(TickField.ASKED_VELOCITY, i) != before.real(TickField.ASKED_VELOCITY, i);
        }
        if (velocity) {
            add(
                    "velocity " + (float) frame.real(TickField.ASKED_VELOCITY, 0) + " m/s forward, "
                            + (float) frame.real(TickField.ASKED_VELOCITY, 1) + " m/s left, "
                            + (float) frame.real(TickField.ASKED_VELOCITY, 2) + " rad/s",
                    INFO);
        }
        if (changed(frame, TickField.OPERATOR_STATE)) {
            add("operator " + name(STATES, frame, TickField.OPERATOR_STATE), INFO);
        }
    }

    private void guards(final TickFrame frame) {
        final long now = frame.get(TickField.FAULT_BITS);
        final long then = before.get(TickField.FAULT_BITS);
        for (final Fault fault : FAULTS) {
            if (fault != Fault.NONE && ((now ^ then) & fault.bit()) != 0) {
                if ((now & fault.bit()) == 0) {
                    add("cleared " + fault.name(), INFO);
                } else if (frame.get(TickField.FAULT) == fault.ordinal()) {
                    add(FaultText.headline(frame), ERROR);
                } else {
                    add("also " + fault.name() + ": " + fault.meaning, ERROR);
                }
            }
        }
    }

    private void policies(final TickFrame frame) {
        if (changed(frame, TickField.POLICY)) {
            add("policy " + frame.get(TickField.POLICY), INFO);
        }
        if (changed(frame, TickField.POLICY_FAULT) && frame.get(TickField.POLICY_FAULT) != 0) {
            add("policy fault: " + PolicyText.describe(frame), WARNING);
        }
        if (changed(frame, TickField.ADAPT_VERSION)) {
            add("weights of version " + frame.get(TickField.ADAPT_VERSION), INFO);
        }
    }

    private boolean changed(final TickFrame frame, final TickField field) {
        return frame.get(field) != before.get(field);
    }

    private static String name(final Enum<?>[] values, final TickFrame frame, final TickField field) {
        return values[Math.clamp(frame.get(field), 0, values.length - 1)].name();
    }
}
