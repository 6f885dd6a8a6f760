package gaitd.runtime.estimate;

import gaitd.hal.Sensed;

/**
 * What an inertial unit can measure: 2000 deg/s and 16 g full scale, as such units have, and a quaternion of length 1.
 *
 * <p>A reading beyond it says that the unit is broken, not how the robot moves.
 */
public final class ImuRange {
    /** Greatest angular velocity about an axis, a little over full scale, rad/s. */
    public static final double GYRO_MAX_RAD_S = 35;
    /** Greatest specific force along an axis, a little over full scale, m/s^2. */
    public static final double ACCELEROMETER_MAX_M_S2 = 160;
    /** Least length of a quaternion that is an orientation. */
    public static final double NORM_MIN = 0.9;
    /** Greatest length of a quaternion that is an orientation. */
    public static final double NORM_MAX = 1.1;

    private ImuRange() {}

    /**
     * Whether a reading can be that of a working unit.
     *
     * @param sensed not modified
     * @return false when angular velocity, specific force or the quaternion's length is impossible
     */
    public static boolean isPossible(final Sensed sensed) {
        final double norm = norm(sensed.quaternion);
        return norm >= NORM_MIN
                && norm <= NORM_MAX
                && greatest(sensed.gyro) <= GYRO_MAX_RAD_S
                && greatest(sensed.accelerometer) <= ACCELEROMETER_MAX_M_S2;
    }

    /**
     * Length of a quaternion.
     *
     * @param q w x y z
     * @return its length
     */
    public static double norm(final double[] q) {
        return Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    }

    /**
     * Size of the greatest component of a vector.
     *
     * @param v 3
     * @return its absolute value
     */
    public static double greatest(final double[] v) {
        return Math.max(Math.abs(v[0]), Math.max(Math.abs(v[1]), Math.abs(v[2])));
    }
}
