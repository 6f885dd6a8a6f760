package gaitd.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.safety.Fault;
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
