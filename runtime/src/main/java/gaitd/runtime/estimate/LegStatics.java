package gaitd.runtime.estimate;

/** Statics of one leg, its own weight neglected. Pure functions; nothing is allocated. */
final class LegStatics {
    private static final double SINGULAR = 1e-5;

    private LegStatics() {}

    /**
     * Force of the ground on the foot that balances the joint torques: tau + J' f = 0.
     *
     * @param j Jacobian of the foot, row-major 3 x 3, m
     * @param tau joint torques, N m
     * @param offset the leg's first joint in {@code tau}
     * @param out the force in the Jacobian's axes, N; zeros near a singular pose
     */
    static void groundForce(final double[] j, final double[] tau, final int offset, final double[] out) {
        final double c0 = j[4] * j[8] - j[5] * j[7];
        final double c1 = j[5] * j[6] - j[3] * j[8];
        final double c2 = j[3] * j[7] - j[4] * j[6];
        final double det = j[0] * c0 + j[1] * c1 + j[2] * c2;
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
        out[1] = (j[2] * j[7] - j[1] * j[8]) * t0 + (j[0] * j[8] - j[2] * j[6]) * t1 + (j[1] * j[6] - j[0] * j[7]) * t2;
        out[2] = (j[1] * j[5] - j[2] * j[4]) * t0 + (j[2] * j[3] - j[0] * j[5]) * t1 + (j[0] * j[4] - j[1] * j[3]) * t2;
    }
}
