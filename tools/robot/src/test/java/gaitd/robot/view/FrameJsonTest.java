package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class FrameJsonTest {
    private final FrameJson json = new FrameJson();
    private final SyntheticWalk walk = new SyntheticWalk();

    @Test
    void tellsAFaultWithMeaningValueAndJoint() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.put(TickField.MODE, Mode.FAULT.ordinal());
        frame.put(TickField.FAULT, Fault.JOINT_SPEED.ordinal());
        frame.put(TickField.FAULT_JOINT, 5);
        frame.putReal(TickField.FAULT_VALUE, 0, 31.25);
        final JsonNode fault = event(frame).get("fault");
        assertEquals("JOINT_SPEED", fault.get("name").asText());
        assertEquals(Fault.JOINT_SPEED.meaning, fault.get("meaning").asText());
        assertEquals(31.25, fault.get("value").asDouble());
        assertEquals("FL_calf", fault.get("joint").asText());
    }

    @Test
    void tellsThePolicyItsShareAndItsFault() throws IOException {
        final TickFrame frame = walk.at(0);
        assertTrue(event(frame).get("policy").isNull());
        frame.put(TickField.POLICY, 2);
        frame.putReal(TickField.POLICY_SHARE, 0, 0.25);
        final JsonNode policy = event(frame).get("policy");
        assertEquals(2, policy.get("chosen").asInt());
        assertEquals(0.25, policy.get("share").asDouble());
        assertEquals("", policy.get("fault").asText());
        frame.put(TickField.POLICY_FAULT, PolicyFault.OUT_OF_BOUNDS.ordinal());
        frame.put(TickField.POLICY_FAULT_OF, 2);
        frame.put(TickField.POLICY_FAULT_OUTPUT, 7);
        frame.putReal(TickField.POLICY_FAULT_VALUE, 0, 0.75);
        assertEquals(
                "OUT_OF_BOUNDS of policy 2: the policy left its bounds, output 7 (0.7500 widths of its bounds);"
                        + " the robot walks on without it",
                event(frame).get("policy").get("fault").asText());
        frame.put(TickField.POLICY_FAULT, 99);
        assertTrue(event(frame).get("policy").get("fault").asText().startsWith("OVER_TIME"));
    }

    @Test
    void writesNullForWhatIsNotANumber() throws IOException {
        final TickFrame frame = walk.at(0);
        frame.putReal(TickField.Q, 4, Double.NaN);
        frame.putReal(TickField.TILT, 0, Double.POSITIVE_INFINITY);
        final JsonNode event = event(frame);
        assertTrue(event.get("q").get(4).isNull());
        assertTrue(event.get("tiltRad").isNull());
    }

    @Test
    void survivesAFrameOfZerosAndOrdinalsItDoesNotKnow() throws IOException {
        assertFalse(event(new TickFrame()).get("sensed").asBoolean());
        final TickFrame frame = walk.at(1);
        frame.put(TickField.MODE, 99);
        frame.put(TickField.FAULT, -3);
        frame.put(TickField.FAULT_JOINT, 12);
        assertEquals("FAULT", event(frame).get("mode").asText());
    }

    @Test
    void tellsEachContactChangeOnce() throws IOException {
        for (int tick = 0; tick < 250; tick++) {
            json.take(walk.at(tick));
        }
        final int changes =
                new ObjectMapper().readTree(json.event(0)).get("contactChanges").size();
        assertTrue(changes >= 4 && changes <= 10, "changes " + changes);
        assertEquals(
                0,
                new ObjectMapper().readTree(json.event(0)).get("contactChanges").size());
    }

    private JsonNode event(final TickFrame frame) throws IOException {
        json.take(frame);
        return new ObjectMapper().readTree(json.event(0));
    }
}
