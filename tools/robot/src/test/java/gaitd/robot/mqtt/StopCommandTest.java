package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StopCommandTest {
    @Test
    void aRobotTakesItAlsoAgainAndWithAnotherSecretNot() {
        final CommandCheck check = new CommandCheck(MqttPlans.to("tcp://127.0.0.1:1"), "5e55", () -> 0);
        for (int i = 0; i < 2; i++) {
            final CommandCheck.Verdict verdict =
                    check.judge(StopCommand.message("s1", "a1-07", "5e55", MqttPlans.KEY), false);
            assertNull(verdict.refusal());
            assertEquals(BrokerCommand.Kind.STOP, verdict.command().kind());
            assertEquals("s1", verdict.id());
        }
        final byte[] other = "another secret..".getBytes(StandardCharsets.UTF_8);
        assertNull(check.judge(StopCommand.message("s1", "a1-07", "5e55", other), false)
                .command());
    }
}
