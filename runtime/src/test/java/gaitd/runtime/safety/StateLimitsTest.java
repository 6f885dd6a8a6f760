package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each reading is held to: at the limit and at the next number beyond it, for every joint and sign. */
class StateLimitsTest {
    private static final String JOINTS_AND_SIGNS = "gaitd.runtime.safety.Governed#jointsAndSigns";
    private static final double MARGIN_RAD = 0.2;
    private static final double SPEED_MAX_RAD_S = 28;
    private static final double TORQUE_MAX_NM = 1.05 * A1.TORQUE_MAX_NM;
    private static final double POWER_MAX_W = 1000;
    private static final int OVERLOAD_TICKS = 100;
    private static final long STALE_NS = 60_000_000;

    private final Governed robot = new Governed(Config.defaults());

    private static double beyond(final double limit, final int sign) {
        return Math.nextAfter(limit, sign * Double.POSITIVE_INFINITY);
    }

    private void assertLatched(final Fault fault, final int joint, final double value) {
        assertEquals(fault, robot.latch.first());
        assertEquals(joint, robot.latch.joint());
        assertEquals(value, robot.latch.value());
    }

    private static double lastAngle(final int joint, final int sign) {
        return sign < 0 ? A1.positionMinRad(joint) - MARGIN_RAD : A1.positionMaxRad(joint) + MARGIN_RAD;
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aJointMayBeOutsideItsRangeByTheMarginAndNoFarther(final int joint, final int sign) {
        robot.sensed.q[joint] = lastAngle(joint, sign);
        assertEquals(Fault.NONE, robot.after(1));
        robot.sensed.q[joint] = beyond(robot.sensed.q[joint], sign);
        robot.after(1);
        assertLatched(Fault.JOINT_POSITION, joint, robot.sensed.q[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aJointMayTurnAsFastAsTheLimitAndNoFaster(final int joint, final int sign) {
        robot.sensed.dq[joint] = sign * SPEED_MAX_RAD_S;
        assertEquals(Fault.NONE, robot.after(1));
        robot.sensed.dq[joint] = beyond(robot.sensed.dq[joint], sign);
        robot.after(1);
        assertLatched(Fault.JOINT_SPEED, joint, robot.sensed.dq[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aTorqueMayBeAtItsLimitForEverAndBeyondItForAWhile(final int joint, final int sign) {
        robot.sensed.tauEst[joint] = sign * TORQUE_MAX_NM;
        assertEquals(Fault.NONE, robot.after(3 * OVERLOAD_TICKS));
        robot.sensed.tauEst[joint] = beyond(robot.sensed.tauEst[joint], sign);
        assertEquals(Fault.NONE, robot.after(OVERLOAD_TICKS));
        robot.after(1);
        assertLatched(Fault.JOINT_TORQUE, joint, robot.sensed.tauEst[joint]);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aTorqueBeyondItsLimitHalfOfTheTimeIsForgivenAndMoreIsNot(final int joint, final int sign) {
        for (int i = 0; i < 3 * OVERLOAD_TICKS; i++) {
            robot.sensed.tauEst[joint] = 0;
            assertEquals(Fault.NONE, robot.after(1));
            robot.sensed.tauEst[joint] = sign * 36;
            assertEquals(Fault.NONE, robot.after(1));
        }
        for (int i = 0; i < OVERLOAD_TICKS - 1; i++) {
            robot.sensed.tauEst[joint] = 0;
            robot.after(1);
            robot.sensed.tauEst[joint] = sign * 36;
            assertEquals(Fault.NONE, robot.after(2));
        }
        robot.after(1);
        assertLatched(Fault.JOINT_TORQUE, joint, sign * 36);
    }

    @Test
    void onlyTheJointThatIsOverloadedCounts() {
        for (int i = 0; i < 10 * OVERLOAD_TICKS; i++) {
            Arrays.fill(robot.sensed.tauEst, 0);
            robot.sensed.tauEst[i % A1.JOINTS] = 36;
            assertEquals(Fault.NONE, robot.after(1));
        }
    }

    @Test
    void thePowerMayBeAtItsLimitForEverAndBeyondItForAWhile() {
        robot.estimate.powerW = POWER_MAX_W;
        assertEquals(Fault.NONE, robot.after(3 * OVERLOAD_TICKS));
        robot.estimate.powerW = beyond(POWER_MAX_W, 1);
        assertEquals(Fault.NONE, robot.after(OVERLOAD_TICKS));
        robot.estimate.powerW = 0;
        robot.after(2);
        robot.estimate.powerW = beyond(POWER_MAX_W, 1);
        assertEquals(Fault.NONE, robot.after(2));
        robot.after(1);
        assertLatched(Fault.POWER, -1, robot.estimate.powerW);
    }

    @Test
    void aLongCalmEarnsNoLongerOverload() {
        robot.after(5 * OVERLOAD_TICKS);
        robot.estimate.powerW = 2000;
        robot.sensed.tauEst[7] = 36;
        robot.after(OVERLOAD_TICKS + 1);
        assertTrue(robot.latch.has(Fault.POWER));
        assertTrue(robot.latch.has(Fault.JOINT_TORQUE));
    }

    @Test
    void theTimeOfAnOverloadIsThatOfTheSettingsAtEveryRate() {
        final Governed slow = new Governed(new Config.Builder()
                .set(Setting.RATE_HZ, 100, "test")
                .set(Setting.OVERLOAD_MS, 50, "test")
                .conclude());
        slow.estimate.powerW = 2000;
        assertEquals(Fault.NONE, slow.after(5));
        assertEquals(Fault.POWER, slow.after(1));
    }

    @Test
    void overloadsAreForgottenByAReset() {
        robot.estimate.powerW = 2000;
        robot.sensed.tauEst[7] = 36;
        robot.after(OVERLOAD_TICKS);
        robot.governor.reset();
        assertEquals(Fault.NONE, robot.after(OVERLOAD_TICKS));
        robot.after(1);
        assertTrue(robot.latch.has(Fault.POWER));
        assertTrue(robot.latch.has(Fault.JOINT_TORQUE));
    }

    @Test
    void theTrunkMayLeanAsFarAsTheLimitAndNoFarther() {
        robot.estimate.tilt = Math.toRadians(50);
        assertEquals(Fault.NONE, robot.after(1));
        robot.estimate.tilt = beyond(Math.toRadians(50), 1);
        robot.after(1);
        assertLatched(Fault.TILT, -1, Math.toDegrees(robot.estimate.tilt));
    }

    @Test
    void aLeanThatIsNotANumberIsTooFar() {
        robot.estimate.tilt = Double.NaN;
        assertEquals(Fault.TILT, robot.after(1));
    }

    @Test
    void aStateMayBeAsOldAsTheLimitAndNoOlder() {
        robot.sensed.receivedAtNs = 7;
        robot.nowNs = 7 + STALE_NS;
        assertEquals(Fault.NONE, robot.after(1));
        robot.nowNs++;
        robot.after(1);
        assertLatched(Fault.STATE_STALE, -1, (STALE_NS + 1) * 1e-6);
    }

    @Test
    void nothingIsCheckedBeforeTheFirstState() {
        robot.sensed.sequence = 0;
        robot.nowNs = 10 * STALE_NS;
        robot.estimate.tilt = 3;
        assertEquals(Fault.NONE, robot.after(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aReadingThatIsNotANumberIsToldOfAndNotJudgedFurther(final int joint) {
        robot.sensed.dq[joint] = Double.NaN;
        robot.estimate.tilt = 3;
        robot.after(1);
        assertEquals(Fault.STATE_NOT_FINITE.bit(), robot.latch.bits());
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSIVE", "FAULT"})
    void aPersonMayCarryBendAndShakeAPassiveRobot(final Mode mode) {
        robot.estimate.tilt = 3;
        robot.sensed.q[4] = -2;
        robot.sensed.dq[8] = 40;
        robot.govern(mode);
        assertFalse(robot.latch.isTripped());
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND_UP", "STAND", "WALK", "SIT_DOWN"})
    void everyModeThatActsIsChecked(final Mode mode) {
        robot.estimate.tilt = 3;
        robot.sensed.q[4] = -2;
        robot.sensed.dq[8] = 40;
        robot.govern(mode);
        assertEquals(Fault.TILT.bit() | Fault.JOINT_POSITION.bit() | Fault.JOINT_SPEED.bit(), robot.latch.bits());
    }

    @Test
    void whatIsLatchedCanBeClearedOnlyWhenItsCauseIsGone() {
        robot.estimate.tilt = 3;
        robot.sensed.q[4] = -2;
        robot.sensed.dq[8] = 40;
        robot.govern(Mode.WALK);
        robot.govern(Mode.FAULT);
        assertFalse(robot.latch.clear());
        robot.estimate.tilt = 0;
        robot.govern(Mode.FAULT);
        assertFalse(robot.latch.clear(), "a joint is outside its range and one is too fast");
        robot.sensed.q[4] = 0.75;
        robot.govern(Mode.FAULT);
        assertFalse(robot.latch.clear(), "a joint is too fast");
        robot.sensed.dq[8] = 0;
        robot.govern(Mode.FAULT);
        assertTrue(robot.latch.clear());
    }

    @Test
    void heightHeatAndMotorsAreWatchedTooAndForgottenByAReset() {
        for (int round = 0; round < 2; round++) {
            Arrays.fill(robot.estimate.footBody, 0);
            robot.sensed.motorTemperatureC[3] = 90;
            for (int i = 0; i < 49; i++) {
                robot.sensed.sequence++;
                assertEquals(Fault.NONE, robot.after(1));
            }
            robot.governor.reset();
        }
        for (int i = 0; i < 51; i++) {
            robot.sensed.sequence++;
            robot.after(1);
        }
        assertTrue(robot.latch.has(Fault.FALLEN));
        assertTrue(robot.latch.has(Fault.TEMPERATURE));
        assertTrue(robot.latch.has(Fault.MOTOR_MODE));
    }

    private void owe(final Governed of, final int states) {
        Arrays.fill(of.sensed.motorMode, MotorMode.SERVO);
        for (int i = 0; i < states; i++) {
            of.hold();
            of.commands.tau[5] = 20;
            of.sensed.sequence++;
            of.sensed.dq[5] = 1;
            of.sensed.tauEst[5] = 0;
            of.govern();
        }
    }

    @Test
    void motorsAreJudgedByWhatTheyWereSentSinceTheRobotWasPlaced() {
        owe(robot, 20);
        assertEquals(Fault.NONE, robot.latch.first());
        robot.governor.reset();
        final Governed fresh = new Governed(Config.defaults());
        owe(fresh, 60);
        owe(robot, 60);
        assertEquals(Fault.MOTOR_NOT_FOLLOWING, fresh.latch.first());
        assertEquals(fresh.latch.value(), robot.latch.value());
    }

    @Test
    void motorsThatDoAsTheyWereSentOweNothing() {
        Arrays.fill(robot.sensed.motorMode, MotorMode.SERVO);
        for (int i = 0; i < 100; i++) {
            robot.sensed.sequence++;
            robot.sensed.tauEst[5] = i == 0 ? 0 : robot.torqueNm(5);
            robot.hold();
            robot.commands.tau[5] = 20;
            robot.govern();
        }
        assertEquals(Fault.NONE, robot.latch.first());
    }

    @Test
    void aPassiveRobotsMotorsAreSentDampingAndJudgedByThat() {
        final Governed fresh = new Governed(Config.defaults());
        owe(robot, 20);
        for (final Governed each : new Governed[] {robot, fresh}) {
            each.sensed.dq[5] = 1;
            each.sensed.sequence++;
            each.govern(Mode.PASSIVE);
            owe(each, 60);
            assertEquals(Fault.MOTOR_NOT_FOLLOWING, each.latch.first());
        }
        assertEquals(fresh.latch.value(), robot.latch.value());
    }
}
