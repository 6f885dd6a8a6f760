package gaitd.sim.engine;

import gaitd.hal.A1;

/**
 * Inverse factor of the mass matrix M = L L', legs eliminated first, so that M keeps its zeros.
 *
 * <p>A force f is whitened by x = L^-1 f: the product of two whitened forces is f' M^-1 g, so the inverse inertia that couples two
 * constraint rows is one product of nine numbers (six of the trunk, three of the leg). Kept are the
 * inverses of the small triangles on the diagonal, so that whitening is products only and nothing waits for a quotient:
 * X of each leg (3 x 3), T of the trunk (6 x 6), and Y = X C of each leg with C its coupling to the trunk. Layout of a
 * whitened or plain vector: trunk 6, legs 12.
 *
 * <p>Called by the engine once a step. Allocates nothing after construction. Not thread-safe.
 */
final class MassFactor {
    /** X of each leg: 00, 10, 11, 20, 21, 22. */
    private final double[] leg = new double[6 * A1.LEGS];
    /** Y of each leg, 3 x 6. */
    private final double[] mix = new double[18 * A1.LEGS];

    private final double[] jointRow = new double[9 * A1.JOINTS];
    /** T, row by row without its zeros, and the trunk block it comes from. */
    private final double[] trunk = new double[21];

    /**
     * Factors M + diag(0, added).
     *
     * @param matrix the mass matrix
     * @param added what to add to the diagonal of each joint, 12, kg m^2
     */
    void factor(final MassMatrix matrix, final double[] added) {
        for (int i = 0, at = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                trunk[at++] = matrix.trunkBlock[6 * i + j];
            }
        }
        for (int l = 0; l < A1.LEGS; l++) {
            factorLeg(l, matrix, added);
        }
        for (int l = 0; l < A1.LEGS; l++) {
            eliminate(18 * l);
        }
        TriangleInverse.ofFactor(trunk);
    }

    private void factorLeg(final int l, final MassMatrix matrix, final double[] added) {
        final double[] a = matrix.legBlock;
        final int at = 9 * l;
        final double x00 = 1 / Math.sqrt(a[at] + added[3 * l]);
        final double l10 = a[at + 3] * x00;
        final double x11 = 1 / Math.sqrt(a[at + 4] + added[3 * l + 1] - l10 * l10);
        final double l20 = a[at + 6] * x00;
        final double l21 = (a[at + 7] - l20 * l10) * x11;
        final double x22 = 1 / Math.sqrt(a[at + 8] + added[3 * l + 2] - l20 * l20 - l21 * l21);
        final double x10 = -l10 * x00 * x11;
        final double x21 = -l21 * x11 * x22;
        final double x20 = -(l20 * x00 + l21 * x10) * x22;
        final int f = 6 * l;
        leg[f] = x00;
        leg[f + 1] = x10;
        leg[f + 2] = x11;
        leg[f + 3] = x20;
        leg[f + 4] = x21;
        leg[f + 5] = x22;
        final int m = 18 * l;
        final double[] c = matrix.coupling;
        for (int b = m; b < m + 6; b++) {
            final double c0 = c[b];
            final double c1 = c[b + 6];
            mix[b] = c0 * x00;
            mix[b + 6] = c0 * x10 + c1 * x11;
            mix[b + 12] = c0 * x20 + c1 * x21 + c[b + 12] * x22;
        }
    }

    /** Takes Y' Y of a leg from the trunk block. */
    private void eliminate(final int m) {
        for (int i = 0, at = 0; i < 6; i++) {
            final double y0 = mix[m + i];
            final double y1 = mix[m + 6 + i];
            final double y2 = mix[m + 12 + i];
            for (int j = 0; j <= i; j++, at++) {
                trunk[at] -= y0 * mix[m + j] + y1 * mix[m + 6 + j] + y2 * mix[m + 12 + j];
            }
        }
    }

    /**
     * Whitened unit torques of the joints, computed from the last factor.
     *
     * @return the live array, 12 x 9: trunk 6, own leg 3
     */
    double[] jointRows() {
        for (int l = 0; l < A1.LEGS; l++) {
            for (int k = 0; k < 3; k++) {
                whitenRow(
                        l, 0, 0, 0, 0, 0, 0, k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0, jointRow, 27 * l + 9 * k);
            }
        }
        return jointRow;
    }

    /**
     * Whitens a force on trunk and one leg.
     *
     * @param l leg index
     * @param fx force on the trunk
     * @param fy likewise
     * @param fz likewise
     * @param mx moment on the trunk
     * @param my likewise
     * @param mz likewise
     * @param j0 torque on the leg's hip
     * @param j1 on its thigh
     * @param j2 on its calf
     * @param out where the result goes: trunk 6, leg 3
     * @param at where it starts there
     */
    void whitenRow(
            final int l,
            final double fx,
            final double fy,
            final double fz,
            final double mx,
            final double my,
            final double mz,
            final double j0,
            final double j1,
            final double j2,
            final double[] out,
            final int at) {
        final int f = 6 * l;
        final int m = 18 * l;
        final double x0 = leg[f] * j0;
        final double x1 = leg[f + 1] * j0 + leg[f + 2] * j1;
        final double x2 = leg[f + 3] * j0 + leg[f + 4] * j1 + leg[f + 5] * j2;
        out[at + 6] = x0;
        out[at + 7] = x1;
        out[at + 8] = x2;
        whitenTrunk(
                fx - (mix[m] * x0 + mix[m + 6] * x1 + mix[m + 12] * x2),
                fy - (mix[m + 1] * x0 + mix[m + 7] * x1 + mix[m + 13] * x2),
                fz - (mix[m + 2] * x0 + mix[m + 8] * x1 + mix[m + 14] * x2),
                mx - (mix[m + 3] * x0 + mix[m + 9] * x1 + mix[m + 15] * x2),
                my - (mix[m + 4] * x0 + mix[m + 10] * x1 + mix[m + 16] * x2),
                mz - (mix[m + 5] * x0 + mix[m + 11] * x1 + mix[m + 17] * x2),
                out,
                at);
    }

    private void whitenTrunk(
            final double a0,
            final double a1,
            final double a2,
            final double a3,
            final double a4,
            final double a5,
            final double[] out,
            final int at) {
        final double[] t = trunk;
        out[at] = t[0] * a0;
        out[at + 1] = t[1] * a0 + t[2] * a1;
        out[at + 2] = t[3] * a0 + t[4] * a1 + t[5] * a2;
        out[at + 3] = (t[6] * a0 + t[7] * a1) + (t[8] * a2 + t[9] * a3);
        out[at + 4] = (t[10] * a0 + t[11] * a1) + (t[12] * a2 + t[13] * a3) + t[14] * a4;
        out[at + 5] = (t[15] * a0 + t[16] * a1) + (t[17] * a2 + t[18] * a3) + (t[19] * a4 + t[20] * a5);
    }

    /**
     * Whitens a force on all 18 velocities.
     *
     * @param force 18
     * @param out whitened force, 18, may be the same array
     */
    void whiten(final double[] force, final double[] out) {
        double a0 = force[0];
        double a1 = force[1];
        double a2 = force[2];
        double a3 = force[3];
        double a4 = force[4];
        double a5 = force[5];
        for (int l = 0; l < A1.LEGS; l++) {
            final int f = 6 * l;
            final int m = 18 * l;
            final int j = 6 + 3 * l;
            final double f0 = force[j];
            final double f1 = force[j + 1];
            final double x0 = leg[f] * f0;
            final double x1 = leg[f + 1] * f0 + leg[f + 2] * f1;
            final double x2 = leg[f + 3] * f0 + leg[f + 4] * f1 + leg[f + 5] * force[j + 2];
            out[j] = x0;
            out[j + 1] = x1;
            out[j + 2] = x2;
            a0 -= mix[m] * x0 + mix[m + 6] * x1 + mix[m + 12] * x2;
            a1 -= mix[m + 1] * x0 + mix[m + 7] * x1 + mix[m + 13] * x2;
            a2 -= mix[m + 2] * x0 + mix[m + 8] * x1 + mix[m + 14] * x2;
            a3 -= mix[m + 3] * x0 + mix[m + 9] * x1 + mix[m + 15] * x2;
            a4 -= mix[m + 4] * x0 + mix[m + 10] * x1 + mix[m + 16] * x2;
            a5 -= mix[m + 5] * x0 + mix[m + 11] * x1 + mix[m + 17] * x2;
        }
        whitenTrunk(a0, a1, a2, a3, a4, a5, out, 0);
    }

    /**
     * Turns a whitened force into the acceleration it causes.
     *
     * @param x whitened force, 18
     * @param out acceleration, 18, may be the same array
     */
    void accelerate(final double[] x, final double[] out) {
        final double[] t = trunk;
        final double a0 = (t[0] * x[0] + t[1] * x[1]) + (t[3] * x[2] + t[6] * x[3]) + (t[10] * x[4] + t[15] * x[5]);
        final double a1 = (t[2] * x[1] + t[4] * x[2]) + (t[7] * x[3] + t[11] * x[4]) + t[16] * x[5];
        final double a2 = (t[5] * x[2] + t[8] * x[3]) + (t[12] * x[4] + t[17] * x[5]);
        final double a3 = t[9] * x[3] + t[13] * x[4] + t[18] * x[5];
        final double a4 = t[14] * x[4] + t[19] * x[5];
        final double a5 = t[20] * x[5];
        out[0] = a0;
        out[1] = a1;
        out[2] = a2;
        out[3] = a3;
        out[4] = a4;
        out[5] = a5;
        for (int l = 0; l < A1.LEGS; l++) {
            final int f = 6 * l;
            final int j = 6 + 3 * l;
            final int m = 18 * l;
            final double b0 = x[j] - mixed(m, a0, a1, a2, a3, a4, a5);
            final double b1 = x[j + 1] - mixed(m + 6, a0, a1, a2, a3, a4, a5);
            final double b2 = x[j + 2] - mixed(m + 12, a0, a1, a2, a3, a4, a5);
            out[j] = leg[f] * b0 + leg[f + 1] * b1 + leg[f + 3] * b2;
            out[j + 1] = leg[f + 2] * b1 + leg[f + 4] * b2;
            out[j + 2] = leg[f + 5] * b2;
        }
    }

    private double mixed(
            final int m,
            final double a0,
            final double a1,
            final double a2,
            final double a3,
            final double a4,
            final double a5) {
        return (mix[m] * a0 + mix[m + 1] * a1)
                + (mix[m + 2] * a2 + mix[m + 3] * a3)
                + (mix[m + 4] * a4 + mix[m + 5] * a5);
    }
}
