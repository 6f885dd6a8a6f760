package gaitd.sim.engine;

import gaitd.hal.A1;

/**
 * Factor L of the mass matrix M = L L', legs eliminated first, so that M keeps its zeros.
 *
 * <p>A vector x with L x = f is called whitened: the product of two whitened vectors is f' M^-1 g, so the inertia that two
 * constraint rows feel of each other is one product of nine numbers (six of the trunk, three of the leg). Layout of a
 * whitened or plain vector: trunk 6, legs 12.
 *
 * <p>Called by the engine once a step. Allocates nothing after construction. Not thread-safe.
 */
final class MassFactor {
    private final double[] leg = new double[6 * A1.LEGS];
    private final double[] mix = new double[18 * A1.LEGS];
    private final double[] trunk = new double[36];

    /**
     * Factors M + diag(0, added).
     *
     * @param matrix the mass matrix
     * @param added what to add to the diagonal of each joint, 12, kg m^2
     */
    void factor(final MassMatrix matrix, final double[] added) {
        System.arraycopy(matrix.trunkBlock, 0, trunk, 0, 36);
        for (int l = 0; l < A1.LEGS; l++) {
            factorLeg(l, matrix, added);
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = trunk[6 * i + j];
                for (int k = 0; k < j; k++) {
                    sum -= trunk[6 * i + k] * trunk[6 * j + k];
                }
                trunk[6 * i + j] = i == j ? 1 / Math.sqrt(sum) : sum * trunk[7 * j];
            }
        }
    }

    /** Keeps the reciprocals of the diagonal (0, 2, 5) and the rest (1, 3, 4) of a leg's factor. */
    private void factorLeg(final int l, final MassMatrix matrix, final double[] added) {
        final double[] a = matrix.legBlock;
        final int at = 9 * l;
        final int f = 6 * l;
        final double r0 = 1 / Math.sqrt(a[at] + added[3 * l]);
        final double l10 = a[at + 3] * r0;
        final double r1 = 1 / Math.sqrt(a[at + 4] + added[3 * l + 1] - l10 * l10);
        final double l20 = a[at + 6] * r0;
        final double l21 = (a[at + 7] - l20 * l10) * r1;
        final double r2 = 1 / Math.sqrt(a[at + 8] + added[3 * l + 2] - l20 * l20 - l21 * l21);
        leg[f] = r0;
        leg[f + 1] = l10;
        leg[f + 2] = r1;
        leg[f + 3] = l20;
        leg[f + 4] = l21;
        leg[f + 5] = r2;
        final int m = 18 * l;
        for (int b = 0; b < 6; b++) {
            final double x0 = matrix.coupling[m + b] * r0;
            final double x1 = (matrix.coupling[m + 6 + b] - l10 * x0) * r1;
            final double x2 = (matrix.coupling[m + 12 + b] - l20 * x0 - l21 * x1) * r2;
            mix[m + b] = x0;
            mix[m + 6 + b] = x1;
            mix[m + 12 + b] = x2;
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                trunk[6 * i + j] -=
                        mix[m + i] * mix[m + j] + mix[m + 6 + i] * mix[m + 6 + j] + mix[m + 12 + i] * mix[m + 12 + j];
            }
        }
    }

    /**
     * Whitens a force on trunk and one leg.
     *
     * @param row force on the trunk 6 and on the leg's joints 3, from {@code at}; overwritten by the result
     * @param at where the row starts
     * @param l leg index
     */
    void whitenRow(final double[] row, final int at, final int l) {
        final int f = 6 * l;
        final int m = 18 * l;
        final double x0 = row[at + 6] * leg[f];
        final double x1 = (row[at + 7] - leg[f + 1] * x0) * leg[f + 2];
        final double x2 = (row[at + 8] - leg[f + 3] * x0 - leg[f + 4] * x1) * leg[f + 5];
        row[at + 6] = x0;
        row[at + 7] = x1;
        row[at + 8] = x2;
        for (int b = 0; b < 6; b++) {
            row[at + b] -= mix[m + b] * x0 + mix[m + 6 + b] * x1 + mix[m + 12 + b] * x2;
        }
        trunkForward(row, at);
    }

    private void trunkForward(final double[] x, final int at) {
        for (int i = 0; i < 6; i++) {
            double sum = x[at + i];
            for (int k = 0; k < i; k++) {
                sum -= trunk[6 * i + k] * x[at + k];
            }
            x[at + i] = sum * trunk[7 * i];
        }
    }

    /**
     * Whitens a force on all 18 velocities.
     *
     * @param x force, overwritten by the result, 18
     */
    void whiten(final double[] x) {
        for (int l = 0; l < A1.LEGS; l++) {
            final int f = 6 * l;
            final int m = 18 * l;
            final int j = 6 + 3 * l;
            final double x0 = x[j] * leg[f];
            final double x1 = (x[j + 1] - leg[f + 1] * x0) * leg[f + 2];
            final double x2 = (x[j + 2] - leg[f + 3] * x0 - leg[f + 4] * x1) * leg[f + 5];
            x[j] = x0;
            x[j + 1] = x1;
            x[j + 2] = x2;
            for (int b = 0; b < 6; b++) {
                x[b] -= mix[m + b] * x0 + mix[m + 6 + b] * x1 + mix[m + 12 + b] * x2;
            }
        }
        trunkForward(x, 0);
    }

    /**
     * Turns a whitened force into the acceleration it causes.
     *
     * @param x whitened force, overwritten by the acceleration, 18
     */
    void accelerate(final double[] x) {
        for (int i = 5; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < 6; k++) {
                sum -= trunk[6 * k + i] * x[k];
            }
            x[i] = sum * trunk[7 * i];
        }
        for (int l = 0; l < A1.LEGS; l++) {
            final int f = 6 * l;
            final int j = 6 + 3 * l;
            for (int k = 0; k < 3; k++) {
                final int m = 18 * l + 6 * k;
                double sum = x[j + k];
                for (int b = 0; b < 6; b++) {
                    sum -= mix[m + b] * x[b];
                }
                x[j + k] = sum;
            }
            x[j + 2] *= leg[f + 5];
            x[j + 1] = (x[j + 1] - leg[f + 4] * x[j + 2]) * leg[f + 2];
            x[j] = (x[j] - leg[f + 1] * x[j + 1] - leg[f + 3] * x[j + 2]) * leg[f];
        }
    }
}
