package gaitd.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangeSettingTest {
    private static String refusal(final String toml) {
        final ConfigException e = assertThrows(
                ConfigException.class,
                () -> new Config.Builder().toml(toml, "robot.toml").conclude());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void nothingVariesByDefault() {
        for (final RangeSetting setting : RangeSetting.values()) {
            assertEquals(setting.neutral, Config.defaults().low(setting), setting.key);
            assertEquals(setting.neutral, Config.defaults().high(setting), setting.key);
        }
    }

    @Test
    void readsTwoNumbersOrOne() {
        final Config config = new Config.Builder()
                .toml("[vary]\npayload_kg = [1, 4.5]\nlatency_ms = 6\n", "robot.toml")
                .conclude();
        assertEquals(1, config.low(RangeSetting.PAYLOAD_KG));
        assertEquals(4.5, config.high(RangeSetting.PAYLOAD_KG));
        assertEquals(6, config.low(RangeSetting.LATENCY_MS));
        assertEquals(6, config.high(RangeSetting.LATENCY_MS));
        assertEquals("robot.toml:2", config.origin(RangeSetting.PAYLOAD_KG));
    }

    @Test
    void namesBothEndsOfARangeTheWrongWayRound() {
        final String message = refusal("[vary]\npayload_kg = [4, 1]\n");
        assertTrue(message.contains("vary.payload_kg") && message.contains("4 exceeds its greatest 1"), message);
    }

    @Test
    void refusesANegativeMassScale() {
        final String message = refusal("[vary]\nlink_mass = [-0.5, 1]\n");
        assertTrue(message.contains("vary.link_mass = [-0.5, 1]") && message.contains("0.2 to 3"), message);
    }

    @Test
    void refusesWhatIsNoRange() {
        assertTrue(refusal("[vary]\nlink_mass = [0.9, 1, 1.1]\n").contains("must be a number"));
        assertTrue(refusal("[vary]\nlink_mass = \"heavy\"\n").contains("must be a number"));
        assertTrue(refusal("[vary]\nlink_mass = [nan, 1]\n").contains("out of range"));
    }

    @Test
    void namesBothKeysWhenCommandsArriveTooOld() {
        final String message = refusal("[vary]\nlatency_ms = [0, 20]\n[sim]\ncommand_timeout_ms = 10\n");
        assertTrue(
                message.contains("vary.latency_ms up to 20") && message.contains("sim.command_timeout_ms = 10"),
                message);
    }

    /** Ice and a motor that gives out are no spread of robots: they are asked for by name. */
    private static final Set<RangeSetting> IN_NO_PRESET =
            EnumSet.of(RangeSetting.ICE_SHARE, RangeSetting.ICE_FRICTION, RangeSetting.ONE_MOTOR_STRENGTH);

    @Test
    void everyPresetIsAllowedAndWiderThanTheOneBefore() {
        final Config mild =
                new Config.Builder().vary(VaryPreset.MILD, "--vary mild").conclude();
        final Config wide =
                new Config.Builder().vary(VaryPreset.WIDE, "--vary wide").conclude();
        for (final RangeSetting setting : RangeSetting.values()) {
            if (IN_NO_PRESET.contains(setting)) {
                assertEquals(wide.low(setting), wide.high(setting), setting.key);
                assertEquals(wide.low(setting), mild.high(setting), setting.key);
                continue;
            }
            assertTrue(mild.low(setting) < mild.high(setting), setting.key);
            assertTrue(wide.high(setting) - wide.low(setting) > mild.high(setting) - mild.low(setting), setting.key);
        }
        assertEquals("--vary mild", mild.origin(RangeSetting.LINK_MASS));
    }

    @Test
    void realSensorsLeaveTheRobotItselfNominal() {
        final Config sensors =
                new Config.Builder().vary(VaryPreset.SENSORS, "--vary sensors").conclude();
        assertEquals(9, sensors.low(RangeSetting.FOOT_COUNTS_PER_N));
        assertEquals(120, sensors.high(RangeSetting.FOOT_OFFSET_COUNTS));
        assertEquals(1, sensors.low(RangeSetting.LINK_MASS));
        assertEquals(1, sensors.high(RangeSetting.LINK_MASS));
        assertEquals(VaryPreset.SENSORS, VaryPreset.parse("sensors"));
    }

    @Test
    void readsPresetNames() {
        assertEquals(VaryPreset.WIDE, VaryPreset.parse("wide"));
        assertTrue(assertThrows(ConfigException.class, () -> VaryPreset.parse("huge"))
                .getMessage()
                .contains("none, sensors, mild or wide"));
    }
}
