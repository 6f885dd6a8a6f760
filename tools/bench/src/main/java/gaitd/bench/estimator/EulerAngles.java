package gaitd.bench.estimator;

import gaitd.maths.Trig;

/** Rotations from roll, pitch and yaw, Z-Y-X. Pure functions. */
final class EulerAngles {
    private EulerAngles() {}

    /** Trunk to world, row-major 3 x 3. */
    static void matrix(final double[] rpy, final double[] out) {
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

    /** Quaternion, w x y z. */
    static void quaternion(final double[] rpy, final double[] out) {
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

    /** An angle brought between -pi and pi. */
    static double wrapped(final double angleRad) {
        return Math.IEEEremainder(angleRad, 2 * Math.PI);
    }
}
