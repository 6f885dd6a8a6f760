package gaitd.maths;

/**
 * Roll, pitch and yaw in the order Z-Y-X, and the same rotation, trunk to world, as a quaternion and as a matrix. Allocates nothing.
 */
public final class EulerAngles {
    private EulerAngles() {}

    /**
     * Angles of an orientation; pitch is within a quarter turn.
     *
     * @param q unit quaternion, w x y z
     * @param out roll, pitch, yaw, rad
     */
    public static void of(final double[] q, final double[] out) {
        out[0] = StrictMath.atan2(2 * (q[0] * q[1] + q[2] * q[3]), 1 - 2 * (q[1] * q[1] + q[2] * q[2]));
        out[1] = StrictMath.asin(Math.clamp(2 * (q[0] * q[2] - q[3] * q[1]), -1.0, 1.0));
        out[2] = StrictMath.atan2(2 * (q[0] * q[3] + q[1] * q[2]), 1 - 2 * (q[2] * q[2] + q[3] * q[3]));
    }

    /**
     * The orientation of three angles.
     *
     * @param rpy roll, pitch, yaw, rad
     * @param out unit quaternion, w x y z
     */
    public static void quaternion(final double[] rpy, final double[] out) {
        final double cr = Trig.cos(rpy[0] / 2);
        final double sr = Trig.sin(rpy[0] / 2);
        final double cp = Trig.cos(rpy[1] / 2);
        final double sp = Trig.sin(rpy[1] / 2);
        final double cy = Trig.cos(rpy[2] / 2);
        final double sy = Trig.sin(rpy[2] / 2);
        out[0] = cr * cp * cy + sr * sp * sy;
        out[1] = sr * cp * cy - cr * sp * sy;
        out[2] = cr * sp * cy + sr * cp * sy;
        out[3] = cr * cp * sy - sr * sp * cy;
    }

    /**
     * The matrix of three angles.
     *
     * @param rpy roll, pitch, yaw, rad
     * @param out trunk to world, 3 x 3, row by row
     */
    public static void matrix(final double[] rpy, final double[] out) {
        final double cr = Trig.cos(rpy[0]);
        final double sr = Trig.sin(rpy[0]);
        final double cp = Trig.cos(rpy[1]);
        final double sp = Trig.sin(rpy[1]);
        final double cy = Trig.cos(rpy[2]);
        final double sy = Trig.sin(rpy[2]);
        out[0] = cy * cp;
        out[1] = cy * sp * sr - sy * cr;
        out[2] = cy * sp * cr + sy * sr;
        out[3] = sy * cp;
        out[4] = sy * sp * sr + cy * cr;
        out[5] = sy * sp * cr - cy * sr;
        out[6] = -sp;
        out[7] = cp * sr;
        out[8] = cp * cr;
    }

    /**
     * An angle brought between -pi and pi.
     *
     * @param angleRad any angle, rad
     * @return the same direction, rad
     */
    public static double wrapped(final double angleRad) {
        return Math.IEEEremainder(angleRad, 2 * Math.PI);
    }
}
