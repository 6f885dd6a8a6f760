package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of position, rate, speed and gains: at, inside and outside, for every joint and side. */
class CommandLimitsTest {
    private static final String JOINTS_AND_SIGNS = "gaitd.runtime.safety.Governed#jointsAndSigns";
    private static final double STEP_RAD = 30 * 0.002;

    private final Governed robot = new Governed(Config.defaults());

    private static double limitRad(final int joint, final int sign) {
        return sign < 0 ? A1.positionMinRad(joint) : A1.positionMaxRad(joint);
    }

    @Test
    void passesGoodCommandsOnUnchanged() {
        robot.commands.tau[2] = 3.001;
        robot.commands.dq[5] = -7.3;
        robot.commands.mode[4] = MotorMode.DAMPING;
        assertEquals(0, robot.govern());
        assertEquals(3.001, robot.commands.tau[2]);
        assertEquals(-7.3, robot.commands.dq[5]);
        assertEquals(MotorMode.SERVO, robot.commands.mode[4]);
        for (int i = 0; i < A1.JOINTS; i++) {
            assertEquals(Governed.middle(i), robot.commands.q[i]);
            assertEquals(60, robot.commands.kp[i]);
            assertEquals(2, robot.commands.kd[i]);
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void passesTargetsJustInsideTheRange(final int joint, final int sign) {
        final double inside = limitRad(joint, sign) - sign * 1e-6;
        robot.sensed.q[joint] = inside;
        robot.commands.q[joint] = inside;
        assertEquals(0, robot.govern());
        assertEquals(inside, robot.commands.q[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void holdsTargetsInsideTheRangeAsTheRobotReadsThem(final int joint, final int sign) {
        final double limit = limitRad(joint, sign);
        for (final double beyond : new double[] {1e-6, 0.01, 0.05, 1e9}) {
            final Governed fresh = new Governed(Config.defaults());
            fresh.sensed.q[joint] = limit - sign * 0.01;
            fresh.commands.q[joint] = limit + sign * beyond;
            assertEquals(SafetyGovernor.LIMITED_POSITION, fresh.govern() & SafetyGovernor.LIMITED_POSITION);
            assertTrue(sign * (limit - fresh.read.q[joint]) >= 0, fresh.read.q[joint] + " beyond " + limit);
            assertEquals(limit, fresh.read.q[joint], Math.ulp((float) limit));
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void holdsTargetsInsideTheRangeOfAJointThatLiesBeyondIt(final int joint, final int sign) {
        robot.sensed.q[joint] = limitRad(joint, sign) + sign * 0.15;
        robot.hold();
        robot.govern();
        assertEquals(limitRad(joint, sign), robot.read.q[joint], 1e-6);
        assertTrue(sign * (limitRad(joint, sign) - robot.read.q[joint]) >= 0);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void passesTargetsThatMoveJustSlowlyEnough(final int joint, final int sign) {
        final double near = Governed.middle(joint) + sign * (STEP_RAD - 1e-6);
        robot.commands.q[joint] = near;
        assertEquals(0, robot.govern());
        assertEquals(near, robot.commands.q[joint]);
    }

    /** A step that single precision holds exactly: the fastest change itself is allowed. */
    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void passesTargetsThatMoveAtTheRateItself(final int joint, final int sign) {
        final Governed fast = new Governed(new Config.Builder()
                .set(Setting.TARGET_RATE_MAX_RAD_S, 62.5, "test")
                .conclude());
        fast.commands.q[joint] = Governed.middle(joint) + sign * 0.125;
        assertEquals(0, fast.govern());
        assertEquals(Governed.middle(joint) + sign * 0.125, fast.read.q[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void holdsTheRateOfTargetsFromTickToTickAsTheRobotReadsThem(final int joint, final int sign) {
        double last = Governed.middle(joint);
        for (int tick = 0; tick < 5; tick++) {
            robot.hold();
            robot.commands.q[joint] = Governed.middle(joint) + sign * 0.7;
            assertEquals(SafetyGovernor.LIMITED_RATE, robot.govern() & SafetyGovernor.LIMITED_RATE);
            final double moved = sign * (robot.read.q[joint] - last);
            assertTrue(moved <= STEP_RAD, "moved " + moved);
            assertEquals(STEP_RAD, moved, 3e-7);
            last = robot.read.q[joint];
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void startsTheRateLimitFromTheMeasuredAngleAfterDamping(final int joint, final int sign) {
        for (int tick = 0; tick < 4; tick++) {
            robot.commands.q[joint] = Governed.middle(joint) + sign * 0.7;
            robot.govern();
        }
        robot.latch.trip(Fault.TILT, -1, 60);
        robot.govern();
        robot.latch.beginTick(0, 0);
        assertTrue(robot.latch.clear());
        robot.sensed.q[joint] = Governed.middle(joint) - sign * 0.25;
        robot.hold();
        robot.commands.q[joint] = Governed.middle(joint) + sign * 0.7;
        robot.govern();
        assertEquals(sign * STEP_RAD, robot.read.q[joint] - robot.sensed.q[joint], 3e-7);
    }

    @Test
    void startsTheRateLimitFromTheMeasuredAngleAfterAReset() {
        robot.govern();
        robot.governor.reset();
        assertEquals(0, robot.governor.limitedBits());
        robot.sensed.q[1] = 0.5;
        robot.hold();
        assertEquals(0, robot.govern());
        assertEquals(0.5, robot.commands.q[1]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void holdsTargetSpeeds(final int joint, final int sign) {
        robot.sensed.dq[joint] = sign * A1.SPEED_MAX_RAD_S;
        robot.commands.dq[joint] = sign * A1.SPEED_MAX_RAD_S;
        assertEquals(0, robot.govern());
        assertEquals(sign * A1.SPEED_MAX_RAD_S, robot.read.dq[joint]);
        robot.commands.dq[joint] = sign * (A1.SPEED_MAX_RAD_S + 1e-6);
        assertEquals(SafetyGovernor.LIMITED_SPEED, robot.govern());
        assertEquals(sign * A1.SPEED_MAX_RAD_S, robot.read.dq[joint]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void holdsGains(final int joint) {
        robot.commands.kp[joint] = 200;
        robot.commands.kd[joint] = 10;
        assertEquals(0, robot.govern());
        assertEquals(200, robot.read.kp[joint]);
        assertEquals(10, robot.read.kd[joint]);
        robot.commands.kp[joint] = 0;
        robot.commands.kd[joint] = 0;
        assertEquals(0, robot.govern());
        robot.commands.kp[joint] = 200.01;
        assertEquals(SafetyGovernor.LIMITED_GAIN, robot.govern());
        assertEquals(200, robot.read.kp[joint]);
        robot.commands.kp[joint] = -0.01;
        assertEquals(SafetyGovernor.LIMITED_GAIN, robot.govern());
        assertEquals(0, robot.commands.kp[joint]);
        robot.commands.kd[joint] = 10.01;
        assertEquals(SafetyGovernor.LIMITED_GAIN, robot.govern());
        assertEquals(10, robot.read.kd[joint]);
        robot.commands.kd[joint] = -0.01;
        assertEquals(SafetyGovernor.LIMITED_GAIN, robot.govern());
        assertEquals(0, robot.commands.kd[joint]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void dampsWhenACommandIsNotANumber(final int joint) {
        for (final double[] values : new double[][] {
            robot.commands.q, robot.commands.dq, robot.commands.tau, robot.commands.kp, robot.commands.kd
        }) {
            for (final double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                robot.hold();
                values[joint] = wrong;
                robot.govern();
                assertEquals(Fault.COMMAND_NOT_FINITE, robot.latch.first());
                assertEquals(joint, robot.latch.joint());
                assertDamped(4);
                robot.latch.beginTick(0, 0);
                robot.latch.clear();
            }
        }
    }

    private void assertDamped(final double kd) {
        final double[] zeros = new double[A1.JOINTS];
        final double[] damping = new double[A1.JOINTS];
        Arrays.fill(damping, kd);
        assertEquals(Arrays.toString(zeros), Arrays.toString(robot.read.kp));
        assertEquals(Arrays.toString(zeros), Arrays.toString(robot.read.tau));
        assertEquals(Arrays.toString(zeros), Arrays.toString(robot.read.dq));
        assertEquals(Arrays.toString(damping), Arrays.toString(robot.read.kd));
    }

    @Test
    void dampsAPassiveRobotAndAFaultedOneAndOneThatHasSaidNothing() {
        for (final Mode mode : new Mode[] {Mode.PASSIVE, Mode.FAULT}) {
            robot.hold();
            robot.commands.tau[3] = 1;
            robot.govern(mode);
            assertDamped(4);
        }
        robot.hold();
        robot.sensed.sequence = 0;
        robot.govern();
        assertDamped(4);
    }
}
