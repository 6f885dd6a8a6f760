package gaitd.sim.mujoco;

/**
 * Principal moments and axes of a symmetric inertia, by Jacobi rotations.
 *
 * <p>Allocates nothing after construction. Not thread-safe.
 */
final class PrincipalAxes {
    /** Principal moments, 3, kg m^2. */
    final double[] moment = new double[3];
    /** Rotation from principal to link axes, w x y z. */
    final double[] quaternion = new double[4];

    private static final int MAX_SWEEPS = 30;

    private final double[] a = new double[9];

    /**
     * Diagonalises an inertia.
     *
     * @param inertia xx yy zz xy xz yz from {@code at} on, kg m^2
     * @param at where it starts
     */
    void of(final double[] inertia, final int at) {
        for (int i = 0; i < 3; i++) {
            a[4 * i] = inertia[at + i];
        }
        set(0, 1, inertia[at + 3]);
        set(0, 2, inertia[at + 4]);
        set(1, 2, inertia[at + 5]);
        quaternion[0] = 1;
        quaternion[1] = 0;
        quaternion[2] = 0;
        quaternion[3] = 0;
        for (int sweep = 0; sweep < MAX_SWEEPS && !diagonal(); sweep++) {
            turn(0, 1);
            turn(0, 2);
            turn(1, 2);
        }
        for (int i = 0; i < 3; i++) {
            moment[i] = a[4 * i];
        }
    }

    private boolean diagonal() {
        return a[1] == 0 && a[2] == 0 && a[5] == 0;
    }

    private void set(final int row, final int column, final double value) {
        a[3 * row + column] = value;
        a[3 * column + row] = value;
    }

    /** Makes one product of inertia 0 by a turn about the third axis. */
    private void turn(final int p, final int q) {
        final double product = a[3 * p + q];
        if (Math.abs(product) <= 0x1p-60 * (Math.abs(a[4 * p]) + Math.abs(a[4 * q]))) {
            set(p, q, 0);
            return;
        }
        final double theta = (a[4 * q] - a[4 * p]) / (2 * product);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        final double c = 1 / Math.sqrt(t * t + 1);
        final double s = t * c;
        final int r = 3 - p - q;
        final double rp = a[3 * r + p];
        final double rq = a[3 * r + q];
        a[4 * p] -= t * product;
        a[4 * q] += t * product;
        set(p, q, 0);
        set(r, p, c * rp - s * rq);
        set(r, q, s * rp + c * rq);
        final double half = Math.sqrt((1 + c) / 2);
        final double sine = (r == 1 ? s : -s) / (2 * half);
        rotate(r, half, sine);
    }

    /** Multiplies the rotation from the right by a turn about an axis. */
    private void rotate(final int axis, final double c, final double s) {
        final double[] q = quaternion;
        final int j = (axis + 1) % 3;
        final int k = (axis + 2) % 3;
        final double w = q[0] * c - q[1 + axis] * s;
        final double x = q[1 + axis] * c + q[0] * s;
        final double y = q[1 + j] * c + q[1 + k] * s;
        final double z = q[1 + k] * c - q[1 + j] * s;
        q[0] = w;
        q[1 + axis] = x;
        q[1 + j] = y;
        q[1 + k] = z;
    }
}
