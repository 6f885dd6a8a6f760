package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.mode.Mode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The torque limit, by what the robot reads after rounding and saturation, for every joint, sign and term. */
class CommandTorqueTest {
    private static final String JOINTS_AND_SIGNS = "gaitd.runtime.safety.Governed#jointsAndSigns";
    private static final double WIRE_STEP_NM = 1 / 256.0;
    private static final double EXACT = 1e-9;

    private final Governed robot = new Governed(Config.defaults());

    private static Governed limitedTo(final double maxNm) {
        return new Governed(
                new Config.Builder().set(Setting.TORQUE_MAX_NM, maxNm, "test").conclude());
    }

    private void assertLimited(final int joint, final int sign, final double maxNm) {
        final double torque = sign * robot.torqueNm(joint);
        assertTrue(torque <= maxNm + EXACT, torque + " N m, limit " + maxNm);
        assertTrue(torque > maxNm - WIRE_STEP_NM - EXACT, torque + " N m, limit " + maxNm);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void passesTheFeedForwardTorqueUpToTheLimit(final int joint, final int sign) {
        robot.commands.tau[joint] = sign * A1.TORQUE_MAX_NM;
        assertEquals(0, robot.govern());
        assertEquals(sign * A1.TORQUE_MAX_NM, robot.torqueNm(joint));
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void holdsTheFeedForwardTorque(final int joint, final int sign) {
        for (final double tau : new double[] {A1.TORQUE_MAX_NM + 1.001 * WIRE_STEP_NM, 60, 127, 129, 1e300}) {
            robot.commands.tau[joint] = sign * tau;
            assertEquals(SafetyGovernor.LIMITED_TORQUE, robot.govern());
            assertLimited(joint, sign, A1.TORQUE_MAX_NM);
            assertEquals(60, robot.read.kp[joint]);
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void countsTheStiffness(final int joint, final int sign) {
        final double target = robot.commands.q[joint] + sign * 0.05;
        robot.commands.q[joint] = target;
        robot.commands.kp[joint] = 100;
        robot.commands.tau[joint] = sign * 28;
        assertEquals(0, robot.govern());
        robot.commands.q[joint] = target;
        robot.commands.tau[joint] = sign * 29;
        assertEquals(SafetyGovernor.LIMITED_TORQUE, robot.govern());
        assertLimited(joint, sign, A1.TORQUE_MAX_NM);
        assertEquals(100, robot.read.kp[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void countsTheDamping(final int joint, final int sign) {
        robot.sensed.dq[joint] = -sign * 2.5;
        robot.commands.dq[joint] = sign * 2.5;
        robot.commands.kd[joint] = 4;
        robot.commands.tau[joint] = sign * 13.5;
        assertEquals(0, robot.govern());
        robot.commands.tau[joint] = sign * 14;
        assertEquals(SafetyGovernor.LIMITED_TORQUE, robot.govern());
        assertLimited(joint, sign, A1.TORQUE_MAX_NM);
        assertEquals(4, robot.read.kd[joint]);
        assertEquals(sign * 2.5, robot.read.dq[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void lowersGainsWhereTheWireCannotHoldTheTorqueThatWouldMakeUpForThem(final int joint, final int sign) {
        final Governed stiff = limitedTo(20);
        stiff.commands.kp[joint] = 200;
        final double goal = Governed.middle(joint) + sign * 0.7;
        for (int tick = 0; tick < 20; tick++) {
            stiff.commands.q[joint] = goal;
            stiff.commands.kp[joint] = 200;
            stiff.commands.tau[joint] = 0;
            stiff.govern();
        }
        stiff.sensed.q[joint] = goal - sign * 0.9;
        stiff.commands.q[joint] = goal;
        stiff.commands.kp[joint] = 200;
        stiff.commands.tau[joint] = 0;
        assertEquals(SafetyGovernor.LIMITED_TORQUE, stiff.govern());
        final double torque = sign * stiff.torqueNm(joint);
        assertTrue(torque <= 20 + EXACT && torque > 20 - WIRE_STEP_NM - EXACT, torque + " N m");
        assertTrue(Math.abs(stiff.read.tau[joint]) < 5, "tau " + stiff.read.tau[joint]);
        final double share = 20 / (200 * 0.9);
        assertEquals(share * 200, stiff.read.kp[joint], 0.1);
        assertEquals(share * 2, stiff.read.kd[joint], 0.05);
    }

    /** A servo term that is beyond the limit leaves gains alone while the wire can hold what makes up for it. */
    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void keepsGainsWhileTheWireHoldsTheTorqueThatMakesUpForThem(final int joint, final int sign) {
        final double goal = Governed.middle(joint) + sign * 0.05;
        for (final double kp : new double[] {200, 214, 216, 300}) {
            final Governed each = new Governed(
                    new Config.Builder().set(Setting.KP_MAX, 500, "test").conclude());
            each.sensed.q[joint] = goal;
            each.hold();
            each.govern();
            each.sensed.q[joint] = goal - sign * 0.75;
            each.commands.q[joint] = goal;
            each.commands.kp[joint] = kp;
            each.commands.kd[joint] = 2;
            each.commands.tau[joint] = 0;
            assertEquals(SafetyGovernor.LIMITED_TORQUE, each.govern());
            assertEquals(kp <= 214, each.read.kp[joint] == kp, kp + " became " + each.read.kp[joint]);
            assertEquals(sign * 33.5, each.torqueNm(joint), WIRE_STEP_NM);
        }
    }

    @Test
    void holdsForRandomCommandsAndErrors() {
        final long seed = 20260;
        final Random random = new Random(seed);
        for (final double maxNm : new double[] {33.5, 20, 5, 12.3456}) {
            final Governed each = limitedTo(maxNm);
            for (int n = 0; n < 20_000; n++) {
                draw(random, each);
                final boolean acting = random.nextInt(20) > 0;
                final int bits = each.govern(acting ? Mode.WALK : Mode.PASSIVE);
                for (int i = 0; i < A1.JOINTS; i++) {
                    final double torque = each.torqueNm(i);
                    assertTrue(
                            Math.abs(torque) <= maxNm + EXACT,
                            "seed " + seed + ", case " + n + ": " + torque + " N m, bits " + bits);
                }
                each.latch.beginTick(0, 0);
                each.latch.clear();
            }
        }
    }

    private static void draw(final Random random, final Governed each) {
        for (int i = 0; i < A1.JOINTS; i++) {
            final double range = A1.positionMaxRad(i) - A1.positionMinRad(i);
            each.sensed.q[i] = (float) (A1.positionMinRad(i) + range * random.nextDouble());
            each.sensed.dq[i] = (float) (A1.SPEED_MAX_RAD_S * (2 * random.nextDouble() - 1));
            each.commands.q[i] = A1.positionMinRad(i) + range * (1.2 * random.nextDouble() - 0.1);
            each.commands.dq[i] = 10 * random.nextGaussian();
            each.commands.tau[i] = 20 * random.nextGaussian() * (random.nextInt(10) == 0 ? 10 : 1);
            each.commands.kp[i] = 220 * random.nextDouble() * random.nextDouble();
            each.commands.kd[i] = 11 * random.nextDouble() * random.nextDouble();
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void dampsWithinTheLimitAndNeverMuchLess(final int joint, final int sign) {
        robot.sensed.dq[joint] = sign * 33.5 / 4;
        robot.govern(Mode.PASSIVE);
        assertEquals(4, robot.read.kd[joint]);
        robot.sensed.dq[joint] = sign * 16;
        robot.govern(Mode.PASSIVE);
        assertEquals(2.0625, robot.read.kd[joint]);
        robot.sensed.dq[joint] = sign * 1e5;
        robot.govern(Mode.PASSIVE);
        assertEquals(1.5625, robot.read.kd[joint]);
        robot.sensed.dq[joint] = Double.NaN;
        robot.govern(Mode.PASSIVE);
        assertEquals(4, robot.read.kd[joint]);
    }
}
