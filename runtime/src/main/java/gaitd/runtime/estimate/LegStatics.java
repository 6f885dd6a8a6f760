package gaitd.runtime.estimate;

/** Statics of one leg, its own weight neglected. Pure functions; nothing is allocated. */
final class LegStatics {
    private static final double SINGULAR = 1e-5;

    private LegStatics() {}

    /**
     * Force of the ground on the foot that balances the joint torques: tau + J' f = 0.
     *
     * @param jacobian Jacobians of feet, row-major 3 x 3, m/rad
     * @param from where the foot's begins
     * @param tau joint torques, N m
     * @param offset the leg's first joint in {@code tau}
     * @param out the force in the Jacobian's axes, N; zeros near a singular pose
     */
    static void groundForce(
            final double[] jacobian, final int from, final double[] tau, final int offset, final double[] out) {
        final double j0 = jacobian[from];
        final double j1 = jacobian[from + 1];
        final double j2 = jacobian[from + 2];
        final double j3 = jacobian[from + 3];
        final double j4 = jacobian[from + 4];
        final double j5 = jacobian[from + 5];
        final double j6 = jacobian[from + 6];
        final double j7 = jacobian[from + 7];
        final double j8 = jacobian[from + 8];
        final double c0 = j4 * j8 - j5 * j7;
        final double c1 = j5 * j6 - j3 * j8;
        final double c2 = j3 * j7 - j4 * j6;
        final double det = j0 * c0 + j1 * c1 + j2 * c2;
        if (Math.abs(det) < SINGULAR) {
            out[0] = 0;
            out[1] = 0;
            out[2] = 0;
            return;
        }
        final double t0 = -tau[offset] / det;
        final double t1 = -tau[offset + 1] / det;
        final double t2 = -tau[offset + 2] / det;
        out[0] = c0 * t0 + c1 * t1 + c2 * t2;
        out[1] = (j2 * j7 - j1 * j8) * t0 + (j0 * j8 - j2 * j6) * t1 + (j1 * j6 - j0 * j7) * t2;
        out[2] = (j1 * j5 - j2 * j4) * t0 + (j2 * j3 - j0 * j5) * t1 + (j0 * j4 - j1 * j3) * t2;
    }
}
