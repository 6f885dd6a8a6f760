package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCheckTest {
    private static final long NOW_MS = 1_800_000_000_000L;

    private final CommandCheck check = new CommandCheck(MqttPlans.to("tcp://127.0.0.1:1"), "5e55", () -> NOW_MS);
    private final Map<String, Object> body = new LinkedHashMap<>();

    CommandCheckTest() {
        body.put("id", "c1");
        body.put("serial", "a1-07");
        body.put("session", "5e55");
        body.put("sequence", 1);
        body.put("expires_ms", NOW_MS + 2000);
        body.put("command", "walk");
        body.put("vx", 0.3);
        body.put("vy", 0);
        body.put("yaw", -0.2);
        body.put("seconds", 5);
    }

    private CommandCheck.Verdict judge() {
        return check.judge(SignedCommands.message(body, MqttPlans.KEY), false);
    }

    private void refused(final String why) {
        final CommandCheck.Verdict verdict = judge();
        assertNull(verdict.command());
        assertTrue(verdict.refusal().contains(why), verdict::refusal);
    }

    @Test
    void takesACommandOnce() {
        assertEquals(new BrokerCommand("c1", BrokerCommand.Kind.WALK, 0.3, 0, -0.2, 5), judge().command());
        refused("sequence: expected a whole number over 1");
        body.put("sequence", 2);
        assertNotNull(judge().command());
    }

    @Test
    void whoseSecretIsAnotherIsNotTold() {
        final CommandCheck.Verdict verdict = check.judge(SignedCommands.message(body, new byte[32]), false);
        assertNull(verdict.id());
        assertTrue(verdict.refusal().contains("hmac: it is not signed"), verdict::refusal);
    }

    @Test
    void aBodyThatWasChangedIsNotSigned() {
        final String message = new String(SignedCommands.message(body, MqttPlans.KEY), StandardCharsets.UTF_8);
        final byte[] changed = message.replace("0.3", "0.9").getBytes(StandardCharsets.UTF_8);
        assertTrue(check.judge(changed, false).refusal().contains("not signed"));
    }

    @Test
    void whatTheBrokerKeptIsOld() {
        assertTrue(check.judge(SignedCommands.message(body, MqttPlans.KEY), true)
                .refusal()
                .contains("kept by the broker"));
    }

    @ParameterizedTest
    @CsvSource({"-1, expired", "0,", "5000,", "5001, valid for", "3600000, is a clock wrong"})
    void expires(final long inMs, final String why) {
        body.put("expires_ms", NOW_MS + inMs);
        final CommandCheck.Verdict verdict = judge();
        assertEquals(why == null, verdict.command() != null, () -> String.valueOf(verdict.refusal()));
        assertTrue(why == null || verdict.refusal().contains(why), verdict::refusal);
    }

    @ParameterizedTest
    @CsvSource({"vx, 3, 3.01", "vy, -3, -3.01", "yaw, 3, 3.01", "seconds, 60, 60.1", "seconds, 0, -0.1"})
    void velocitiesAndTimesAreBounded(final String name, final double inside, final double outside) {
        body.put(name, outside);
        refused(name + ": expected");
        body.put(name, inside);
        assertNotNull(judge().command());
    }

    @ParameterizedTest
    @CsvSource({
        "serial, a1-08, 'serial: it is for a1-08, this is a1-07'",
        "session, old, session: expected that of the status",
        "command, clear, 'command: expected stop, sit, stand or walk'",
        "command, stand, stand is not in commands.allow",
        "id, '', id: expected",
        "vx, much, vx"
    })
    void isForThisRobotAndKnown(final String name, final String value, final String why) {
        body.put(name, value);
        refused(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "serial", "session", "sequence", "expires_ms", "command", "vx", "vy", "yaw", "seconds"})
    void nothingMayBeMissing(final String name) {
        body.remove(name);
        refused(name);
    }

    @Test
    void aStopIsTakenHoweverLate() {
        body.put("command", "stop");
        body.put("expires_ms", 0);
        body.put("sequence", -5);
        assertEquals(BrokerCommand.Kind.STOP, judge().command().kind());
        assertEquals(BrokerCommand.Kind.STOP, judge().command().kind());
        body.put("session", "old");
        refused("session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"body\": 1, \"hmac\": \"00\"}",
                "{\"body\": \"{}\", \"hmac\": \"zz\"}",
                "\ud800"
            })
    void whatIsNoMessageIsRefused(final String text) {
        assertNotNull(check.judge(text.getBytes(StandardCharsets.UTF_8), false).refusal());
    }

    @Test
    void aMessageIsNotLong() {
        body.put("padding", "x".repeat(4096));
        refused("bytes: expected 4096 at most");
    }
}
