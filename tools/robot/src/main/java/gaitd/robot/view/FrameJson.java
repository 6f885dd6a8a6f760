package gaitd.robot.view;

import com.fasterxml.jackson.core.JsonGenerator;
import gaitd.hal.A1;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import java.io.IOException;

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
     * @return JSON in UTF-8
     */
    byte[] event(final long lostFrames) {
        final byte[] text = Json.object(out -> {
            out.writeNumberField("tick", frame.get(TickField.TICK));
            Json.number(out, "timeS", frame.get(TickField.SCHEDULED_NS) / NS_PER_S);
            out.writeBooleanField("sensed", frame.get(TickField.STATES_ACCEPTED) > 0);
            out.writeStringField("mode", MODES[bounded(TickField.MODE, MODES.length)].name());
            fault(out);
            out.writeStringField("guardsOff", FaultText.guardsOff(frame));
            policy(out);
            reals(out, "q", TickField.Q);
            reals(out, "quaternion", TickField.QUATERNION);
            reals(out, "positionM", TickField.POSITION);
            reals(out, "velocityMS", TickField.VELOCITY);
            reals(out, "gyroRadS", TickField.GYRO);
            reals(out, "command", TickField.COMMAND);
            out.writeNumberField("contactBits", frame.get(TickField.CONTACT_BITS));
            out.writeNumberField("stanceBits", frame.get(TickField.STANCE_BITS));
            contactChanges(out);
            Json.number(out, "tiltRad", frame.real(TickField.TILT, 0));
            Json.number(out, "powerW", frame.real(TickField.POWER, 0));
            out.writeNumberField("temperatureC", hottestC());
            out.writeNumberField("limitedBits", frame.get(TickField.LIMITED_BITS));
            percentiles(out, "latenessUs", lateness);
            percentiles(out, "computeUs", compute);
            Json.number(out, "stateAgeMs", frame.get(TickField.STATE_AGE_NS) / NS_PER_MS);
            out.writeNumberField("missedTicks", frame.get(TickField.MISSED_TICKS));
            out.writeNumberField("statesDropped", frame.get(TickField.STATES_DROPPED));
            out.writeNumberField("lostFrames", lostFrames);
        });
        changes = 0;
        return text;
    }

    private void fault(final JsonGenerator out) throws IOException {
        final Fault fault = FAULTS[bounded(TickField.FAULT, FAULTS.length)];
        if (fault == Fault.NONE) {
            out.writeNullField("fault");
            return;
        }
        final int joint = (int) frame.get(TickField.FAULT_JOINT);
        out.writeObjectFieldStart("fault");
        out.writeStringField("name", fault.name());
        out.writeStringField("reaction", fault.reaction.meaning);
        out.writeStringField("meaning", fault.meaning);
        out.writeStringField("unit", fault.unit);
        Json.number(out, "value", frame.real(TickField.FAULT_VALUE, 0));
        out.writeStringField("joint", joint >= 0 && joint < A1.JOINTS ? A1.jointName(joint) : "");
        out.writeEndObject();
    }

    private void policy(final JsonGenerator out) throws IOException {
        if (frame.get(TickField.POLICY) == 0) {
            out.writeNullField("policy");
            return;
        }
        out.writeObjectFieldStart("policy");
        out.writeNumberField("chosen", frame.get(TickField.POLICY));
        Json.number(out, "share", frame.real(TickField.POLICY_SHARE, 0));
        final boolean tripped = PolicyText.fault(frame) != PolicyFault.NONE;
        out.writeStringField("fault", tripped ? PolicyText.describe(frame) : "");
        out.writeEndObject();
    }

    private void reals(final JsonGenerator out, final String name, final TickField field) throws IOException {
        out.writeArrayFieldStart(name);
        for (int i = 0; i < field.count; i++) {
            Json.number(out, frame.real(field, i));
        }
        out.writeEndArray();
    }

    private void contactChanges(final JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("contactChanges");
        for (int i = 0; i < changes; i++) {
            out.writeStartArray();
            Json.number(out, changeS[i]);
            out.writeNumber(changeBits[i]);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void percentiles(final JsonGenerator out, final String name, final SlidingPercentiles of)
            throws IOException {
        out.writeObjectFieldStart(name);
        Json.number(out, "p50", of.percentileNs(50) / NS_PER_US);
        Json.number(out, "p99", of.percentileNs(99) / NS_PER_US);
        Json.number(out, "p999", of.percentileNs(99.9) / NS_PER_US);
        Json.number(out, "max", of.maxNs() / NS_PER_US);
        out.writeEndObject();
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
