package gaitd.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static String refusal(final String toml) {
        final ConfigException e = assertThrows(
                ConfigException.class,
                () -> new Config.Builder().toml(toml, "robot.toml").conclude());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void readsValuesAndSaysWhereTheyCameFrom() {
        final Config config = new Config.Builder()
                .toml("[loop]\nrate_hz = 250\n", "robot.toml")
                .conclude();
        assertEquals(250, config.get(Setting.RATE_HZ));
        assertEquals("robot.toml:2", config.origin(Setting.RATE_HZ));
        assertEquals("default", config.origin(Setting.HEIGHT_M));
        assertEquals(4_000_000, config.periodNs());
    }

    @Test
    void namesAnUnknownKeyWithItsLine() {
        final String message = refusal("[gait]\nheigth_m = 0.3\n");
        assertTrue(message.contains("line 2") && message.contains("gait.heigth_m"), message);
    }

    @Test
    void proposesTheKeyThatWasProbablyMeant() {
        assertTrue(refusal("[gait]\nheigth_m = 0.3\n").contains("did you mean gait.height_m?"));
        assertFalse(refusal("[gait]\nsomething_else = 0.3\n").contains("did you mean"));
    }

    @Test
    void refusesATableItDoesNotKnowEvenAnEmptyOne() {
        for (final String rest : new String[] {"", "# torque_max_nm = 10\n", "torque_max_nm = 10\n"}) {
            final String message = refusal("[gait]\n[saftey]\n" + rest);
            assertTrue(message.contains("line 2") && message.contains("[saftey]"), message);
            assertTrue(message.contains("did you mean [safety]?"), message);
        }
        assertTrue(refusal("[[gait]]\nheight_m = 0.3\n").contains("expected a table"));
        assertTrue(refusal("gait = 3\n").contains("gait: 3, expected a table"));
        assertTrue(refusal("[gait.height_m]\n").contains("must be a number in m"));
        assertTrue(refusal("[gait.walk]\n").contains("unknown table [gait.walk]"));
    }

    @Test
    void takesAKnownTableWithoutKeys() {
        assertEquals(
                0.27,
                new Config.Builder().toml("[gait]\n[safety]\n", "t").conclude().get(Setting.HEIGHT_M));
    }

    @Test
    void readsPastAByteOrderMarkAtTheBeginningOnly() {
        final Config config = new Config.Builder()
                .toml("\ufeff[loop]\nrate_hz = 400\n", "robot.toml")
                .conclude();
        assertEquals(400, config.get(Setting.RATE_HZ));
        assertEquals("robot.toml:2", config.origin(Setting.RATE_HZ));
        assertTrue(refusal("[loop]\n\ufeffrate_hz = 400\n").contains("line 2"));
        assertTrue(refusal("\ufeff\ufeff[loop]\n").contains("line 1"));
    }

    @Test
    void keepsRefusalsOnOneLine() {
        assertTrue(refusal("[gait]\n\"a\\nb\" = 1\n").contains("gait.a b"));
        assertTrue(refusal("[gait]\nheight_m = \"\"\"a\nb\"\"\"\n").contains("must be a number"));
    }

    @Test
    void proposesTheTableThatAKeyBelongsTo() {
        assertTrue(refusal("[gait]\ntorque_max_nm = 20\n").contains("did you mean safety.torque_max_nm?"));
        assertTrue(refusal("torque_max_nm = 20\n").contains("did you mean safety.torque_max_nm?"));
    }

    @Test
    void namesAValueOutOfRangeWithTheRange() {
        final String message = refusal("[loop]\nrate_hz = 5000\n");
        assertTrue(message.contains("loop.rate_hz = 5000") && message.contains("100 to 1000 Hz"), message);
    }

    @Test
    void refusesPolicyStepsLongerThanAPeriod() {
        final String message = refusal("policy.step_max_us = 2100\n");
        assertTrue(message.contains("policy.step_max_us = 2100") && message.contains("loop.rate_hz = 500"), message);
    }

    @Test
    void refusesAValueThatIsNoNumber() {
        assertTrue(refusal("[gait]\nheight_m = \"high\"\n").contains("gait.height_m (robot.toml:2) must be a number"));
    }

    @Test
    void refusesVelocitiesThatNoGaitIsProvenForWithTheReason() {
        assertTrue(refusal("[gait]\nvx_max_m_s = 1.5\n")
                .contains("out of range: expected 0 to 1.28 m/s; no gait is proven to stay up beyond"));
        for (final String key : new String[] {"vy_max_m_s", "yaw_max_rad_s", "acceleration_max_m_s2"}) {
            assertTrue(refusal("[gait]\n" + key + " = 1.61\n").contains("no gait is proven to stay up beyond"), key);
        }
        assertFalse(refusal("[gait]\nheight_m = 1\n").contains("proven"));
    }

    @Test
    void refusesNotANumber() {
        assertTrue(refusal("[gait]\nheight_m = nan\n").contains("out of range"));
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertTrue(refusal("[gait]\nheight_m = = 1\n").contains("line 2"));
    }

    @Test
    void namesBothKeysOfEachContradiction() {
        assertBoth("[safety]\nstale_ms = 5\n", "safety.stale_ms", "loop.rate_hz");
        assertBoth("[gait]\nclearance_m = 0.15\n", "gait.clearance_m", "gait.height_m");
        assertBoth("[safety]\nkp_max_nm_rad = 50\n", "gait.stance_kp_nm_rad", "safety.kp_max_nm_rad");
        assertBoth("[safety]\nkp_max_nm_rad = 50\n", "gait.swing_kp_nm_rad", "safety.kp_max_nm_rad");
        assertBoth("[safety]\nkd_max_nms_rad = 1.8\n", "gait.stance_kd_nms_rad", "safety.kd_max_nms_rad");
        assertBoth("[sim]\nstep_us = 2000\n[loop]\nrate_hz = 1000\n", "sim.step_us", "loop.rate_hz");
    }

    @Test
    void marginsOfARobotThatAdaptsAreWithinTheGuards() {
        final String on = "[adapt]\nuse = \"on\"\n";
        assertBoth(on + "tilt_max_deg = 51\n", "adapt.tilt_max_deg", "safety.tilt_max_deg");
        assertBoth(on + "speed_max_rad_s = 29\n", "adapt.speed_max_rad_s", "safety.speed_max_rad_s");
        assertBoth(on + "temperature_max_c = 66\n", "adapt.temperature_max_c", "safety.temperature_warm_c");
        assertBoth(on + "[safety]\ntorque_max_nm = 31.4\n", "adapt.torque_max_nm", "safety.torque_max_nm");
        assertBoth(on + "window_s = 1\n[policy]\nblend_s = 0.51\n", "adapt.window_s", "policy.blend_s");
        final Config widest = new Config.Builder()
                .toml(on + "tilt_max_deg = 50\nspeed_max_rad_s = 28\ntemperature_max_c = 65\nwindow_s = 1\n", "t")
                .conclude();
        assertEquals(50, widest.get(Setting.ADAPT_TILT_MAX_DEG));
        final Config off =
                new Config.Builder().toml("[safety]\ntilt_max_deg = 10\n", "t").conclude();
        assertEquals(10, off.get(Setting.TILT_MAX_DEG));
    }

    private static void assertBoth(final String toml, final String first, final String second) {
        final String message = refusal(toml);
        assertTrue(message.contains(first) && message.contains(second), message);
    }

    @Test
    void everyDefaultIsInItsRangeAndEveryKeyIsUnique() {
        final Set<String> keys = new HashSet<>();
        for (final Setting setting : Setting.values()) {
            assertTrue(keys.add(setting.key), setting.key);
            assertTrue(setting.allows(setting.defaultValue), setting.key);
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            assertTrue(keys.add(setting.key), setting.key);
        }
        assertEquals(Setting.HEIGHT_M.defaultValue, Config.defaults().get(Setting.HEIGHT_M));
    }
}
