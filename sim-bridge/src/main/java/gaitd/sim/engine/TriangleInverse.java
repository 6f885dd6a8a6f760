package gaitd.sim.engine;

/**
 * Inverse of the lower Cholesky factor of a 6 x 6 matrix, kept row by row without the zeros above the diagonal.
 *
 * <p>Written out, since the processor then computes what does not wait for a root beside what does. Allocates nothing.
 */
final class TriangleInverse {
    private TriangleInverse() {}

    /**
     * Replaces the lower half of a positive definite matrix A = L L' by L^-1.
     *
     * @param a 21 numbers: 00, 10, 11, 20, 21, 22 and so on
     */
    static void ofFactor(final double[] a) {
        final double i0 = 1 / Math.sqrt(a[0]);
        final double l10 = a[1] * i0;
        final double l20 = a[3] * i0;
        final double l30 = a[6] * i0;
        final double l40 = a[10] * i0;
        final double l50 = a[15] * i0;
        final double i1 = 1 / Math.sqrt(a[2] - l10 * l10);
        final double l21 = (a[4] - l20 * l10) * i1;
        final double l31 = (a[7] - l30 * l10) * i1;
        final double l41 = (a[11] - l40 * l10) * i1;
        final double l51 = (a[16] - l50 * l10) * i1;
        final double i2 = 1 / Math.sqrt(a[5] - l20 * l20 - l21 * l21);
        final double l32 = (a[8] - l30 * l20 - l31 * l21) * i2;
        final double l42 = (a[12] - l40 * l20 - l41 * l21) * i2;
        final double l52 = (a[17] - l50 * l20 - l51 * l21) * i2;
        final double i3 = 1 / Math.sqrt(a[9] - l30 * l30 - l31 * l31 - l32 * l32);
        final double l43 = (a[13] - l40 * l30 - l41 * l31 - l42 * l32) * i3;
        final double l53 = (a[18] - l50 * l30 - l51 * l31 - l52 * l32) * i3;
        final double i4 = 1 / Math.sqrt(a[14] - l40 * l40 - l41 * l41 - l42 * l42 - l43 * l43);
        final double l54 = (a[19] - l50 * l40 - l51 * l41 - l52 * l42 - l53 * l43) * i4;
        final double i5 = 1 / Math.sqrt(a[20] - l50 * l50 - l51 * l51 - l52 * l52 - l53 * l53 - l54 * l54);
        final double x10 = -l10 * i0 * i1;
        final double x20 = -(l20 * i0 + l21 * x10) * i2;
        final double x21 = -l21 * i1 * i2;
        final double x30 = -(l30 * i0 + l31 * x10 + l32 * x20) * i3;
        final double x31 = -(l31 * i1 + l32 * x21) * i3;
        final double x32 = -l32 * i2 * i3;
        final double x40 = -(l40 * i0 + l41 * x10 + l42 * x20 + l43 * x30) * i4;
        final double x41 = -(l41 * i1 + l42 * x21 + l43 * x31) * i4;
        final double x42 = -(l42 * i2 + l43 * x32) * i4;
        final double x43 = -l43 * i3 * i4;
        a[0] = i0;
        a[1] = x10;
        a[2] = i1;
        a[3] = x20;
        a[4] = x21;
        a[5] = i2;
        a[6] = x30;
        a[7] = x31;
        a[8] = x32;
        a[9] = i3;
        a[10] = x40;
        a[11] = x41;
        a[12] = x42;
        a[13] = x43;
        a[14] = i4;
        a[15] = -(l50 * i0 + l51 * x10 + l52 * x20 + l53 * x30 + l54 * x40) * i5;
        a[16] = -(l51 * i1 + l52 * x21 + l53 * x31 + l54 * x41) * i5;
        a[17] = -(l52 * i2 + l53 * x32 + l54 * x42) * i5;
        a[18] = -(l53 * i3 + l54 * x43) * i5;
        a[19] = -l54 * i4 * i5;
        a[20] = i5;
    }
}
