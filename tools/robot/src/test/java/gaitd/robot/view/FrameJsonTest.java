package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class FrameJsonTest {
    private static final String LEARNER = "learner trains a candidate";

    private final FrameJson json = new FrameJson(new PageSource(
            new TickRing().newReader(), GroundPatch.FLAT, Config::defaults, () -> LEARNER, () -> null, null));
    private final SyntheticWalk walk = new SyntheticWalk();

    @Test
    void tellsAFaultWithMeaningValueAndJoint() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.put(TickField.MODE, Mode.FAULT.ordinal());
        frame.put(TickField.FAULT, Fault.JOINT_SPEED.ordinal());
        frame.put(TickField.FAULT_JOINT, 5);
        frame.putReal(TickField.FAULT_VALUE, 0, 31.25);
        final JsonDocument fault = event(frame).at("fault");
        assertEquals("JOINT_SPEED", fault.text("name"));
        assertEquals(Fault.JOINT_SPEED.meaning, fault.text("meaning"));
        assertEquals(31.25, fault.number("value"));
        assertEquals("FL_calf", fault.text("joint"));
    }

    @Test
    void tellsThePolicyItsShareAndItsFault() throws IOException {
        final TickFrame frame = walk.at(0);
        assertTrue(event(frame).isNull("policy"));
        frame.put(TickField.POLICY, 2);
        frame.putReal(TickField.POLICY_SHARE, 0, 0.25);
        final JsonDocument policy = event(frame).at("policy");
        assertEquals(2, policy.number("chosen"));
        assertEquals(0.25, policy.number("share"));
        assertEquals("", policy.text("fault"));
        frame.put(TickField.POLICY_FAULT, PolicyFault.OUT_OF_BOUNDS.ordinal());
        frame.put(TickField.POLICY_FAULT_OF, 2);
        frame.put(TickField.POLICY_FAULT_OUTPUT, 7);
        frame.putReal(TickField.POLICY_FAULT_VALUE, 0, 0.75);
        assertEquals(
                "OUT_OF_BOUNDS of policy 2: the policy left its bounds, output 7 (0.7500 widths of its bounds);"
                        + " the robot walks on without it",
                event(frame).text("policy", "fault"));
        frame.put(TickField.POLICY_FAULT, 99);
        assertTrue(event(frame).text("policy", "fault").startsWith("OVER_TIME"));
    }

    @Test
    void writesNullForWhatIsNotANumber() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.putReal(TickField.Q, 4, Double.NaN);
        frame.putReal(TickField.TILT, 0, Double.POSITIVE_INFINITY);
        final JsonDocument event = event(frame);
        assertTrue(event.isNull("q", 4));
        assertTrue(event.isNull("tiltRad"));
    }

    @Test
    void tellsNothingThatIsEstimatedBeforeTheFirstState() throws IOException {
        final TickFrame frame = walk.at(0);
        assertTrue(event(frame).has("positionM") && event(frame).has("guards"));
        frame.put(TickField.STATES_ACCEPTED, 0);
        final JsonDocument event = event(frame);
        assertFalse(event.flag("sensed"));
        for (final String name : List.of("positionM", "velocityMS", "q", "tiltRad", "guards", "temperaturesC")) {
            assertFalse(event.has(name), name);
        }
    }

    @Test
    void tellsGuardsMotorsAndWhatElseHasTripped() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.put(TickField.FAULT_BITS, Fault.TILT.bit() | Fault.STALL.bit());
        final JsonDocument event = event(frame);
        assertEquals("TILT", event.text("latched", 0));
        assertEquals("STALL", event.text("latched", 1));
        assertEquals(2, event.size("latched"));
        assertEquals(39, event.number("temperaturesC", 4));
        assertTrue(event.number("guards", 0, "share") >= event.number("guards", 1, "share"));
        assertTrue(event.isNull("helm") && event.isNull("timeline"));
    }

    @Test
    void survivesAFrameOfZerosAndOrdinalsItDoesNotKnow() throws IOException {
        assertFalse(event(new TickFrame()).flag("sensed"));
        final TickFrame frame = walk.at(1);
        frame.put(TickField.MODE, 99);
        frame.put(TickField.FAULT, -3);
        frame.put(TickField.FAULT_JOINT, 12);
        assertEquals("FAULT", event(frame).text("mode"));
    }

    @Test
    void tellsWhatTheLearnerIsAtWhereThereIsAPolicy() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.put(TickField.POLICY, 1);
        assertEquals(LEARNER, event(frame).text("policy", "learner"));
    }

    @Test
    void tellsEachContactChangeOnce() throws IOException {
        for (int tick = 0; tick < 250; tick++) {
            json.take(walk.at(tick));
        }
        final int changes = JsonDocument.of(json.event()).size("contactChanges");
        assertTrue(changes >= 4 && changes <= 10, "changes " + changes);
        assertEquals(0, JsonDocument.of(json.event()).size("contactChanges"));
    }

    private JsonDocument event(final TickFrame frame) throws IOException {
        json.take(frame);
        return JsonDocument.of(json.event());
    }
}
