package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import org.junit.jupiter.api.Test;

class SimulationLimitsTest {
    @Test
    void waitsLongerForASimulatedRobotOnly() {
        final Config.Builder builder = new Config.Builder();
        final Config strict = builder.conclude();
        final Config relaxed = SimulationLimits.of(builder, strict);
        assertEquals(400, relaxed.get(Setting.STALE_MS));
        assertEquals(5000, relaxed.get(Setting.STATE_LAG_MAX_MS));
        assertEquals(250, relaxed.get(Setting.MISSED_TICKS_MAX));
        assertEquals(60, strict.get(Setting.STALE_MS), "the configuration for a robot must not change");
        assertEquals(30, strict.get(Setting.STATE_LAG_MAX_MS));
        assertEquals(50, strict.get(Setting.MISSED_TICKS_MAX));
    }

    @Test
    void keepsLimitsThatTheConfigurationGives() {
        final Config.Builder builder = new Config.Builder().toml("[safety]\nstale_ms = 50\n", "robot.toml");
        assertEquals(50, SimulationLimits.of(builder, builder.conclude()).get(Setting.STALE_MS));
    }
}
