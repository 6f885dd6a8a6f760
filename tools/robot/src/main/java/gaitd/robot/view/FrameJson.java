package gaitd.robot.view;

import gaitd.hal.A1;
import gaitd.robot.report.AdaptText;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import java.util.Arrays;

/**
 * Turns tick frames into the page's events: one JSON object from the newest frame, with what happened since the last.
 *
 * <p>Times are seconds of the loop's clock. Used by one thread.
 */
final class FrameJson {
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;
    /** Most contact changes kept between two events. */
    private static final int CHANGES = 32;

    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();

    private final TickFrame frame = new TickFrame();
    private final SlidingPercentiles lateness = new SlidingPercentiles();
    private final SlidingPercentiles compute = new SlidingPercentiles();
    private final double[] changeS = new double[CHANGES];
    private final long[] changeBits = new long[CHANGES];
    private int changes;

    /**
     * Adds a frame.
     *
     * @param next not modified
     */
    void take(final TickFrame next) {
        final long timeNs = next.get(TickField.SCHEDULED_NS);
        lateness.record(timeNs, next.get(TickField.WAKEUP_LATENESS_NS));
        compute.record(timeNs, next.get(TickField.COMPUTE_NS));
        final long contacts = next.get(TickField.CONTACT_BITS);
        if (contacts != frame.get(TickField.CONTACT_BITS) && changes < CHANGES) {
            changeS[changes] = timeNs / NS_PER_S;
            changeBits[changes++] = contacts;
        }
        frame.copyFrom(next.bytes(), 0);
    }

    /**
     * The newest frame as an event.
     *
     * @param lostFrames frames this reader never saw
     * @param learner what a learner is at, in words; empty when there is none
     * @return JSON in UTF-8
     */
    byte[] event(final long lostFrames, final String learner) {
        final Json event = new Json()
                .put("tick", frame.get(TickField.TICK))
                .number("timeS", frame.get(TickField.SCHEDULED_NS) / NS_PER_S)
                .put("sensed", frame.get(TickField.STATES_ACCEPTED) > 0)
                .put("mode", MODES[bounded(TickField.MODE, MODES.length)].name())
                .put("fault", fault())
                .put("guardsOff", FaultText.guardsOff(frame))
                .put("policy", policy(learner));
        reals(event, "q", TickField.Q);
        reals(event, "quaternion", TickField.QUATERNION);
        reals(event, "positionM", TickField.POSITION);
        reals(event, "velocityMS", TickField.VELOCITY);
        reals(event, "gyroRadS", TickField.GYRO);
        reals(event, "command", TickField.COMMAND);
        event.put("contactBits", frame.get(TickField.CONTACT_BITS))
                .put("stanceBits", frame.get(TickField.STANCE_BITS))
                .put("contactChanges", contactChanges())
                .number("tiltRad", frame.real(TickField.TILT, 0))
                .number("powerW", frame.real(TickField.POWER, 0))
                .put("temperatureC", hottestC())
                .put("limitedBits", frame.get(TickField.LIMITED_BITS))
                .put("latenessUs", percentiles(lateness))
                .put("computeUs", percentiles(compute))
                .number("stateAgeMs", frame.get(TickField.STATE_AGE_NS) / NS_PER_MS)
                .put("missedTicks", frame.get(TickField.MISSED_TICKS))
                .put("statesDropped", frame.get(TickField.STATES_DROPPED))
                .put("lostFrames", lostFrames);
        changes = 0;
        return event.utf8();
    }

    private Json fault() {
        final Fault fault = FAULTS[bounded(TickField.FAULT, FAULTS.length)];
        if (fault == Fault.NONE) {
            return null;
        }
        final int joint = (int) frame.get(TickField.FAULT_JOINT);
        return new Json()
                .put("name", fault.name())
                .put("reaction", fault.reaction.meaning)
                .put("meaning", fault.meaning)
                .put("unit", fault.unit)
                .number("value", frame.real(TickField.FAULT_VALUE, 0))
                .put("joint", joint >= 0 && joint < A1.JOINTS ? A1.jointName(joint) : "");
    }

    private Json policy(final String learner) {
        if (frame.get(TickField.POLICY) == 0) {
            return null;
        }
        final boolean tripped = PolicyText.fault(frame) != PolicyFault.NONE;
        return new Json()
                .put("chosen", frame.get(TickField.POLICY))
                .number("share", frame.real(TickField.POLICY_SHARE, 0))
                .put("adapting", AdaptText.state(frame))
                .put("learner", learner)
                .put("fault", tripped ? PolicyText.describe(frame) : "");
    }

    private void reals(final Json event, final String name, final TickField field) {
        event.numbers(name, field.count, i -> frame.real(field, i));
    }

    /** Pairs of the time in seconds and the bits since then. */
    private Object[] contactChanges() {
        final Object[] pairs = new Object[changes];
        Arrays.setAll(pairs, i -> new Object[] {Json.rounded(changeS[i]), changeBits[i]});
        return pairs;
    }

    private static Json percentiles(final SlidingPercentiles of) {
        return new Json()
                .number("p50", of.percentileNs(50) / NS_PER_US)
                .number("p99", of.percentileNs(99) / NS_PER_US)
                .number("p999", of.percentileNs(99.9) / NS_PER_US)
                .number("max", of.maxNs() / NS_PER_US);
    }

    private long hottestC() {
        long hottest = frame.get(TickField.MOTOR_TEMPERATURE, 0);
        for (int joint = 1; joint < A1.JOINTS; joint++) {
            hottest = Math.max(hottest, frame.get(TickField.MOTOR_TEMPERATURE, joint));
        }
        return hottest;
    }

    private int bounded(final TickField field, final int count) {
        return Math.clamp(frame.get(field), 0, count - 1);
    }
}
