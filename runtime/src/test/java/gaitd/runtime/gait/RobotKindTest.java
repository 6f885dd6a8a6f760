package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.leg.LegKinematics;
import gaitd.hal.leg.RobotKind;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The legs of each kind are where its stance wants them. */
class RobotKindTest {
    private static Config config(final String kind) {
        return new Config.Builder()
                .toml("robot.kind = \"" + kind + "\"", "robot.toml")
                .conclude();
    }

    @ParameterizedTest
    @EnumSource
    void standsUnderItsOwnHips(final RobotKind kind) {
        final Config config = config(kind.name().toLowerCase(Locale.ROOT));
        final Stance stance = new Stance(config);
        final LegDrive drive = new LegDrive(kind.legs());
        final LegKinematics legs = new LegKinematics(kind.legs());
        final JointCommands commands = new JointCommands();
        final double[] foot = new double[3];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertTrue(drive.command(leg, stance.foot, new double[12], new double[12], 40, 1, commands));
            legs.forward(leg, commands.q, foot, 0);
            assertEquals(A1.frontSign(leg) * kind.legs().hipXM() + config.get(Setting.STANCE_X_M), foot[0], 1e-9);
            assertArrayEquals(
                    new double[] {stance.foot[3 * leg + 1], kind.legs().footRadiusM() - config.get(Setting.HEIGHT_M)},
                    new double[] {foot[1], foot[2]},
                    1e-9);
        }
    }

    @Test
    void refusesAnotherRobot() {
        final String message =
                assertThrows(ConfigException.class, () -> config("spot")).getMessage();
        assertTrue(message.contains("robot.kind") && message.contains("a1") && message.contains("go1"), message);
    }
}
