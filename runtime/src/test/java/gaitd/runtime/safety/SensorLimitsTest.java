package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards of sensors at their limits, in steps of time that have no rounding. */
class SensorLimitsTest {
    private static final String JOINTS_AND_SIGNS = "gaitd.runtime.safety.Governed#jointsAndSigns";
    private static final double STEP_S = 1.0 / 512;

    private final Sensed sensed = new Sensed();
    private final FaultLatch latch = new FaultLatch();
    private final FrozenImu frozen = new FrozenImu();
    private final JointSensorGuard joints = new JointSensorGuard();
    private final ImuGuard imu = new ImuGuard();

    private void clear() {
        latch.beginTick(0, 0);
        assertTrue(latch.clear());
    }

    @Test
    void aDisagreementLastsLongerThanItsTimeAndIsBeyondItsLimit() {
        final Disagreement angles = new Disagreement(Fault.IMU_RPY, 0.5, 0.25);
        for (int i = 0; i < 10; i++) {
            angles.judge(0.5, 0.125);
        }
        assertFalse(angles.isBeyond());
        angles.judge(0.75, 0.125);
        assertTrue(angles.isBeyond());
        angles.judge(0.75, 0.125);
        angles.tell(latch);
        assertFalse(latch.isTripped(), "as long as its time");
        angles.judge(Math.nextUp(0.5), 1e-9);
        angles.tell(latch);
        assertEquals(Fault.IMU_RPY, latch.first());
        assertEquals(Math.nextUp(0.5), latch.value());
        clear();
        angles.reset();
        angles.tell(latch);
        angles.judge(Double.NaN, 0.25);
        angles.tell(latch);
        assertFalse(latch.isTripped());
        angles.judge(Double.NaN, 0.125);
        angles.tell(latch);
        assertTrue(latch.isTripped(), "what is not a number does not agree");
    }

    /** States in which one joint's speed changes by so much, and the inertial unit says the same. */
    private void freeze(final int states, final int joint, final double changeRadS) {
        for (int i = 0; i < states; i++) {
            sensed.dq[joint] = sensed.dq[joint] == 0 ? changeRadS : 0;
            frozen.judge(sensed, STEP_S);
        }
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aJointMovesWhoseSpeedChangesByMoreThanItsNoise(final int joint, final int sign) {
        sensed.gyro[0] = 1;
        sensed.accelerometer[0] = 1;
        freeze(1, joint, 0);
        freeze(100, joint, sign * 1e-3);
        frozen.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
        freeze(24, joint, sign * Math.nextUp(1e-3));
        frozen.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
        freeze(1, joint, sign * Math.nextUp(1e-3));
        frozen.tell(Mode.WALK, latch);
        assertEquals(Fault.IMU_FROZEN, latch.first());
        assertEquals(25, latch.value());
    }

    @Test
    void aJointThatTurnsSteadilyIsNoMotionAndAUnitThatSaidNothingIsNotWrong() {
        imu.tell(Mode.WALK, latch);
        sensed.dq[7] = -5;
        for (int i = 0; i < 100; i++) {
            frozen.judge(sensed, STEP_S);
        }
        frozen.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
    }

    @Test
    void standingItMayRepeatItselfForHalfASecond() {
        freeze(1, 0, 0);
        freeze(255, 4, 1);
        frozen.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
        freeze(1, 4, 1);
        frozen.tell(Mode.STAND, latch);
        assertEquals(256, latch.value());
        clear();
        frozen.reset();
        frozen.tell(Mode.STAND, latch);
        frozen.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,2", "1,0", "1,1", "1,2", "2,0", "2,1", "2,2", "2,3"})
    void oneNewBitOfASensorIsEnoughForIt(final int sensor, final int part) {
        final double[][] sensors = {sensed.gyro, sensed.accelerometer, sensed.quaternion};
        freeze(1, 0, 0);
        freeze(30, 4, 1);
        for (int other = 0; other < 3; other++) {
            sensors[other][other == sensor ? part : 0] = 0.25 + other;
        }
        freeze(1, 4, 1);
        frozen.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
        for (int i = 0; i < 30; i++) {
            sensors[sensor][part] += 0.5;
            freeze(1, 4, 1);
        }
        frozen.tell(Mode.WALK, latch);
        assertTrue(latch.isTripped(), "the two others");
        assertEquals(30, frozen.states());
    }

    private void turn(final int joint, final double rad, final double radS, final double stepS, final Mode mode) {
        sensed.q[joint] = rad;
        sensed.dq[joint] = radS;
        joints.judge(sensed, stepS, stepS);
        joints.tell(mode, latch);
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void anAngleMayTurnAsFarAsAJointCanAndNoFarther(final int joint, final int sign) {
        final double farthest = 0.03 + 30 * 0.1;
        turn(joint, 0, 0, 0.1, Mode.STAND);
        turn(joint, sign * farthest, 0, 0.1, Mode.STAND);
        assertFalse(latch.isTripped());
        turn(joint, 0, 0, 0.1, Mode.STAND);
        turn(joint, sign * Math.nextUp(farthest), 0, 0.1, Mode.STAND);
        assertEquals(Fault.JOINT_JUMP, latch.first());
        assertEquals(joint, latch.joint());
        assertEquals(sign * farthest, latch.value(), 1e-12);
        joints.reset();
        clear();
        joints.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
    }

    /** In a step of 1/32 s with both ends at rest: all that the angle turns is a difference. */
    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void anAngleMayDifferFromItsSpeedByAsMuchAsTheLimit(final int joint, final int sign) {
        turn(joint, 0, 0, STEP_S * 16, Mode.STAND);
        turn(joint, sign * 0.15, 0, STEP_S * 16, Mode.STAND);
        assertFalse(latch.isTripped());
        joints.reset();
        turn(joint, 0, 0, STEP_S * 16, Mode.STAND);
        turn(joint, sign * Math.nextUp(0.15), 0, STEP_S * 16, Mode.STAND);
        assertEquals(Fault.JOINT_SPEED_DISAGREES, latch.first());
        assertEquals(joint, latch.joint());
        assertEquals(-sign * 0.15, latch.value(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aJointMayRepeatItselfForATenthOfASecondOfWalking(final int turning) {
        turn(turning, 0.5, 1, 0.1, Mode.WALK);
        assertFalse(latch.isTripped());
        turn(turning, 0.5001, 1, 1e-9, Mode.STAND);
        assertFalse(latch.isTripped());
        joints.tell(Mode.WALK, latch);
        assertEquals(Fault.JOINT_FROZEN, latch.first());
        assertEquals(turning == 0 ? 1 : 0, latch.joint());
        assertEquals(100, latch.value(), 1e-3);
        joints.reset();
        clear();
        joints.tell(Mode.WALK, latch);
        assertFalse(latch.isTripped());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatNoUnitCanGiveIsToldWithItsValue(final int axis) {
        for (final int sign : new int[] {-1, 1}) {
            assertRange(sensed.gyro, axis, sign * 35.0, sign);
            assertRange(sensed.accelerometer, axis, sign * 160.0, sign);
            assertRange(sensed.rpy, axis, sign * (Math.PI + 0.01), sign);
        }
    }

    private void assertRange(final double[] values, final int axis, final double limit, final int sign) {
        final double kept = values[axis];
        values[axis] = limit;
        imu.judge(sensed, STEP_S);
        imu.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
        values[axis] = Math.nextAfter(limit, sign * Double.POSITIVE_INFINITY);
        imu.judge(sensed, STEP_S);
        imu.tell(Mode.STAND, latch);
        assertEquals(Fault.IMU_RANGE.bit(), latch.bits());
        assertEquals(Math.nextUp(Math.abs(limit)), latch.value());
        values[axis] = kept;
        imu.reset();
        clear();
        imu.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
    }

    @ParameterizedTest
    @CsvSource({"0.9,true", "0.8999999,false", "1.1,true", "1.1000001,false"})
    void aQuaternionIsToldWithItsLength(final double length, final boolean possible) {
        sensed.quaternion[0] = length;
        imu.judge(sensed, STEP_S);
        imu.tell(Mode.STAND, latch);
        assertEquals(possible ? 0 : Fault.IMU_QUATERNION.bit(), latch.bits());
        assertEquals(possible ? 0 : length, latch.value());
        clear();
        imu.reset();
        imu.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
    }

    @Test
    void aResetForgetsAUnitThatRepeatsItself() {
        for (int i = 0; i < 30; i++) {
            sensed.dq[2] = i;
            imu.judge(sensed, STEP_S);
        }
        imu.reset();
        imu.tell(Mode.WALK, latch);
        assertEquals(0, latch.bits() & Fault.IMU_FROZEN.bit());
    }

    /** Every disagreement of an inertial unit that is wrong in all is forgotten by a reset. */
    @Test
    void aResetForgetsEveryDisagreement() {
        for (int i = 0; i < 2 * 512; i++) {
            sensed.rpy[0] = 1;
            sensed.gyro[0] = 30;
            sensed.accelerometer[0] = 100;
            sensed.accelerometer[1] = i;
            imu.judge(sensed, STEP_S);
        }
        imu.tell(Mode.STAND, latch);
        assertEquals(
                Fault.IMU_RPY.bit() | Fault.IMU_GYRO.bit() | Fault.IMU_GRAVITY.bit() | Fault.IMU_FORCE.bit(),
                latch.bits() & ~Fault.IMU_RANGE.bit());
        assertTrue(imu.isTurnUnexplained());
        imu.reset();
        clear();
        imu.tell(Mode.STAND, latch);
        assertFalse(latch.isTripped());
        assertFalse(imu.isTurnUnexplained());
        final Sensed level = new Sensed();
        level.accelerometer[2] = 9.81;
        for (int i = 0; i < A1.JOINTS * 512; i++) {
            imu.judge(level, STEP_S);
            imu.tell(Mode.STAND, latch);
        }
        assertFalse(latch.isTripped(), () -> latch.first().name());
    }
}
