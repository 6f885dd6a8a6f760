package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages are what their schemas and the pages that users read say. */
class MqttMessagesTest {
    private static final Path SCHEMAS = Path.of("../../docs/mqtt");
    private static final long NOW_MS = 1_796_054_951_000L;

    private final MqttMessages messages =
            new MqttMessages(MqttPlans.to("tcp://127.0.0.1:1"), "0123456789abcdef", () -> NOW_MS);
    private final TickFrame frame = new TickFrame();

    private static String text(final byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    private static void fits(final String schema, final byte[] message) throws IOException {
        final JsonSchema read = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(schema + ".schema.json")));
        assertEquals(
                "[]",
                read.validate(new String(message, StandardCharsets.UTF_8), InputFormat.JSON)
                        .toString());
        assertFalse(read.validate("{}", InputFormat.JSON).isEmpty());
    }

    @Test
    void statusFits() throws IOException {
        fits("status", messages.status());
    }

    @Test
    void telemetryFitsWhateverTheModeAndTheValues() throws IOException {
        for (final Mode mode : Mode.values()) {
            frame.put(TickField.MODE, mode.ordinal());
            fits("telemetry", messages.telemetry(frame, 1, 2));
        }
        assertTrue(text(messages.telemetry(frame, 1, 2)).contains("\"position_m\":[null,null,null]"));
        frame.put(TickField.STATES_ACCEPTED, 1);
        assertTrue(text(messages.telemetry(frame, 1, 2)).contains("\"position_m\":[0.0,0.0,0.0]"));
        frame.put(TickField.FAULT, Fault.TILT.ordinal());
        frame.putReal(TickField.TILT, 0, Double.NaN);
        fits("telemetry", messages.telemetry(frame, 1, 2));
    }

    /** A walk of 3 s at 0.5 m/s and 40 W, of which 7 ticks were missed; the frames before the first and after the last do not count. */
    @Test
    void theEndOfAWalkSaysWhatItWas() throws IOException {
        final List<String> walks = new ArrayList<>();
        final FrameEvents events = new FrameEvents((kind, text) -> {
            if (kind.equals("walk")) {
                walks.add(text);
            }
        });
        for (int walk = 0; walk < 2; walk++) {
            for (int i = 0; i <= 50; i++) {
                final boolean walking = i >= 10 && i <= 40;
                frame.put(TickField.MODE, (walking ? Mode.WALK : Mode.STAND).ordinal());
                frame.put(TickField.SCHEDULED_NS, 1_000_000_000L * walk + 100_000_000L * i);
                frame.put(TickField.MISSED_TICKS, 3 + (i > 20 ? 7 : 0));
                frame.putReal(TickField.VELOCITY, 0, walking ? 0.3 : 9);
                frame.putReal(TickField.VELOCITY, 1, walking ? -0.4 : 9);
                frame.putReal(TickField.POWER, 0, walking ? 40 : 900);
                events.take(frame);
            }
        }
        final String said = "walked 3.0 s, 1.50 m by its own estimate, 40 W, 7 ticks missed";
        assertEquals(List.of(said, said), walks);
        fits("event", messages.event(1, "walk", said, frame));
        frame.put(TickField.MODE, Mode.WALK.ordinal());
        events.take(frame);
        events.restart();
        frame.put(TickField.MODE, Mode.STAND.ordinal());
        events.take(frame);
        assertEquals(2, walks.size());
    }

    @Test
    void eventsAndAnswersFit() throws IOException {
        final List<String> kinds = new ArrayList<>();
        final FrameEvents events = new FrameEvents((kind, text) -> {
            kinds.add(kind);
            try {
                fits("event", messages.event(kinds.size(), kind, text, frame));
            } catch (final IOException e) {
                throw new AssertionError(e);
            }
        });
        events.take(frame);
        frame.put(TickField.MODE, Mode.FAULT.ordinal());
        frame.put(TickField.FAULT, Fault.TILT.ordinal());
        frame.put(TickField.FAULT_BITS, Fault.TILT.bit());
        events.take(frame);
        frame.put(TickField.STOPS, 1);
        frame.put(TickField.FAULT_BITS, 0);
        frame.put(TickField.ADAPT_VERSION, 3);
        events.take(frame);
        events.take(frame);
        assertEquals(List.of("fault", "mode", "stop", "clear", "policy"), kinds);
        events.restart();
        frame.put(TickField.MODE, Mode.PASSIVE.ordinal());
        events.take(frame);
        assertEquals(5, kinds.size());
        fits("event", messages.event(1, "control", "follows control process 7", null));
        fits("answer", messages.answer(2, "c1", "refused", "expired"));
        fits("answer", messages.answer(3, "c1", "done", null));
    }

    @Test
    void timesHaveMillisecondsAlways() {
        assertEquals("2026-11-30T16:09:11.000Z", MqttMessages.time(1_796_054_951_000L));
        assertEquals("2026-11-30T16:09:11.120Z", MqttMessages.time(1_796_054_951_120L));
    }

    @Test
    void aFleetIsToldNoPlaceBeforeTheRobotsFirstState() {
        final Vda5050 vda = new Vda5050("a1-07", () -> NOW_MS);
        final String before = text(vda.state(frame));
        assertFalse(before.contains("mobileRobotPosition") || before.contains("\"velocity\""), before);
        frame.put(TickField.STATES_ACCEPTED, 1);
        final String then = text(vda.state(frame));
        assertTrue(then.contains("mobileRobotPosition") && then.contains("\"velocity\""), then);
    }

    @Test
    void theStateOfAFleetTellsErrorsWithTheirLevels() throws IOException {
        final Vda5050 vda = new Vda5050("a1-07", () -> NOW_MS);
        frame.put(TickField.MODE, Mode.FAULT.ordinal());
        frame.put(TickField.FAULT_BITS, Fault.TILT.bit() | Fault.FOOT_SENSOR.bit());
        final String text = new String(vda.state(frame), StandardCharsets.UTF_8);
        assertTrue(text.contains("\"errorType\":\"TILT\",\"errorLevel\":\"FATAL\""), text);
        assertTrue(text.contains("\"errorType\":\"FOOT_SENSOR\",\"errorLevel\":\"WARNING\""), text);
        assertTrue(text.contains("\"activeEmergencyStop\":\"MANUAL\""), text);
        assertTrue(new String(vda.state(frame), StandardCharsets.UTF_8).contains("\"headerId\":1,"));
        assertTrue(new String(vda.connection("ONLINE"), StandardCharsets.UTF_8).contains("\"headerId\":0,"));
    }
}
