package gaitd.runtime.safety;

import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;
import gaitd.runtime.estimate.ImuRange;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Judges the inertial unit: values that no unit can give, values that never change, and its four quantities against each
 * other. Orientation must follow from angular velocity, have the specific force of gravity straight up, and be the same in
 * both forms in which the robot sends it.
 *
 * <p>A state with impossible values is told of at once and kept from the comparisons. Called once a tick; allocates nothing.
 */
final class ImuGuard {
    private static final double ANGLE_MAX_RAD = Math.PI + 0.01;

    private final FrozenImu frozen = new FrozenImu();
    private final GyroIntegral integral = new GyroIntegral();
    private final GravitySense gravity = new GravitySense();
    private final double[] fromAngles = new double[4];
    private final double[] difference = new double[4];
    private final Disagreement angles = new Disagreement(Fault.IMU_RPY, 0.1, 0.05);
    private final Disagreement rates = new Disagreement(Fault.IMU_GYRO, 0.12, 0.02);
    private final Disagreement up = new Disagreement(Fault.IMU_GRAVITY, 0.35, 0.2);
    private final Disagreement weight = new Disagreement(Fault.IMU_FORCE, 3, 0.2);
    private double beyond;
    private double norm;

    ImuGuard() {
        reset();
    }

    void reset() {
        frozen.reset();
        integral.reset();
        gravity.reset();
        angles.reset();
        rates.reset();
        up.reset();
        weight.reset();
        beyond = 0;
        norm = 1;
    }

    /** One new state, so long after the one before. */
    void judge(final Sensed sensed, final double stepS) {
        beyond = beyondRange(sensed);
        norm = ImuRange.norm(sensed.quaternion);
        frozen.judge(sensed, stepS);
        if (!ImuRange.isPossible(sensed)) {
            return;
        }
        EulerAngles.quaternion(sensed.rpy, fromAngles);
        Quaternions.between(fromAngles, sensed.quaternion, difference);
        angles.judge(Quaternions.angle(difference), stepS);
        rates.judge(integral.angleRad(sensed, stepS), stepS);
        gravity.update(sensed, stepS);
        up.judge(gravity.angleRad(), stepS);
        weight.judge(gravity.excessMS2(), stepS);
    }

    /** Whether the orientation turns as the angular velocity does not explain. */
    boolean isTurnUnexplained() {
        return rates.isBeyond();
    }

    void tell(final Mode mode, final FaultLatch latch) {
        if (beyond != 0) {
            latch.trip(Fault.IMU_RANGE, -1, beyond);
        }
        if (!(norm >= ImuRange.NORM_MIN && norm <= ImuRange.NORM_MAX)) {
            latch.trip(Fault.IMU_QUATERNION, -1, norm);
        }
        frozen.tell(mode, latch);
        angles.tell(latch);
        rates.tell(latch);
        up.tell(latch);
        weight.tell(latch);
    }

    private static double beyondRange(final Sensed sensed) {
        final double gyro = ImuRange.greatest(sensed.gyro);
        final double force = ImuRange.greatest(sensed.accelerometer);
        final double angle = ImuRange.greatest(sensed.rpy);
        if (gyro > ImuRange.GYRO_MAX_RAD_S) {
            return gyro;
        }
        if (force > ImuRange.ACCELEROMETER_MAX_M_S2) {
            return force;
        }
        return angle > ANGLE_MAX_RAD ? angle : 0;
    }
}
