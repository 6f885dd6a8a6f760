package gaitd.sim.engine;

import gaitd.maths.Trig;

/**
 * Unit quaternions (w x y z, trunk to world) and their matrices (row by row).
 *
 * <p>Sines come from {@link Trig}, so that every machine computes the same bits. Allocates nothing.
 */
final class Attitude {
    private Attitude() {}

    static void toMatrix(final double[] quaternion, final double[] out9) {
        final double w = quaternion[0];
        final double x = quaternion[1];
        final double y = quaternion[2];
        final double z = quaternion[3];
        out9[0] = 1 - 2 * (y * y + z * z);
        out9[1] = 2 * (x * y - w * z);
        out9[2] = 2 * (x * z + w * y);
        out9[3] = 2 * (x * y + w * z);
        out9[4] = 1 - 2 * (x * x + z * z);
        out9[5] = 2 * (y * z - w * x);
        out9[6] = 2 * (x * z - w * y);
        out9[7] = 2 * (y * z + w * x);
        out9[8] = 1 - 2 * (x * x + y * y);
    }

    /** Turns by a constant angular velocity in trunk axes for a time, and normalises. */
    static void turn(final double[] quaternion, final double[] angularVelocity, final double timeS) {
        final double ax = angularVelocity[0] * timeS / 2;
        final double ay = angularVelocity[1] * timeS / 2;
        final double az = angularVelocity[2] * timeS / 2;
        final double half = Math.sqrt(ax * ax + ay * ay + az * az);
        final double s = half < 1e-9 ? 1 : Trig.sin(half) / half;
        final double c = Trig.cos(half);
        final double w = quaternion[0];
        final double x = quaternion[1];
        final double y = quaternion[2];
        final double z = quaternion[3];
        quaternion[0] = w * c - s * (x * ax + y * ay + z * az);
        quaternion[1] = x * c + s * (w * ax + y * az - z * ay);
        quaternion[2] = y * c + s * (w * ay + z * ax - x * az);
        quaternion[3] = z * c + s * (w * az + x * ay - y * ax);
        normalise(quaternion);
    }

    static void normalise(final double[] q) {
        final double scale = 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        for (int i = 0; i < 4; i++) {
            q[i] *= scale;
        }
    }
}
