package gaitd.runtime.safety;

/** Arithmetic on unit quaternions, w x y z, in place; allocates nothing. */
final class Quaternions {
    private Quaternions() {}

    /** The rotation that leads from one orientation to another, in the axes of the first; lengths multiply. */
    static void between(final double[] from, final double[] to, final double[] out) {
        out[0] = from[0] * to[0] + from[1] * to[1] + from[2] * to[2] + from[3] * to[3];
        out[1] = from[0] * to[1] - from[1] * to[0] - from[2] * to[3] + from[3] * to[2];
        out[2] = from[0] * to[2] + from[1] * to[3] - from[2] * to[0] - from[3] * to[1];
        out[3] = from[0] * to[3] - from[1] * to[2] + from[2] * to[1] - from[3] * to[0];
    }

    /** Turns a vector by a rotation of about length 1. */
    static void rotate(final double[] q, final double[] v, final double[] out) {
        final double x = 2 * (q[2] * v[2] - q[3] * v[1]);
        final double y = 2 * (q[3] * v[0] - q[1] * v[2]);
        final double z = 2 * (q[1] * v[1] - q[2] * v[0]);
        out[0] = v[0] + q[0] * x + q[2] * z - q[3] * y;
        out[1] = v[1] + q[0] * y + q[3] * x - q[1] * z;
        out[2] = v[2] + q[0] * z + q[1] * y - q[2] * x;
    }

    /** Angle of a rotation, the short way, whatever its length: 0 to pi, rad. */
    static double angle(final double[] q) {
        return 2 * StrictMath.atan2(Math.sqrt(q[1] * q[1] + q[2] * q[2] + q[3] * q[3]), Math.abs(q[0]));
    }

    /** Turns by a small rotation vector in body axes, exact to the second order, and makes the length 1 again. */
    static void turn(final double[] q, final double x, final double y, final double z) {
        final double w0 = q[0];
        final double x0 = q[1];
        final double y0 = q[2];
        final double z0 = q[3];
        final double a = x / 2;
        final double b = y / 2;
        final double c = z / 2;
        final double w = w0 - x0 * a - y0 * b - z0 * c;
        final double i = x0 + w0 * a + y0 * c - z0 * b;
        final double j = y0 + w0 * b + z0 * a - x0 * c;
        final double k = z0 + w0 * c + x0 * b - y0 * a;
        final double scale = 1 / Math.sqrt(w * w + i * i + j * j + k * k);
        q[0] = scale * w;
        q[1] = scale * i;
        q[2] = scale * j;
        q[3] = scale * k;
    }
}
