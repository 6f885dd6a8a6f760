package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import org.junit.jupiter.api.Test;

class SimulatedKindTest {
    private static Config config(final String kind) {
        return new Config.Builder()
                .toml("robot.kind = \"" + kind + "\"", "robot.toml")
                .conclude();
    }

    @Test
    void anA1IsSimulatedAndAnotherKindIsRefused() {
        assertDoesNotThrow(() -> SimulatedKind.check(config("a1")));
        final Config other = config("go1");
        assertEquals(
                "robot.kind = go1: only an A1 is simulated; leave it out, or give a real robot's address",
                assertThrows(ConfigException.class, () -> SimulatedKind.check(other))
                        .getMessage());
    }
}
