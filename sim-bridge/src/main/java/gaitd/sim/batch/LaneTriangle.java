package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;

/**
 * Inverses of the lower Cholesky factors of 6 x 6 matrices, one a lane, kept row by row without the zeros above the
 * diagonal.
 */
final class LaneTriangle {
    private LaneTriangle() {}

    /**
     * Replaces the lower halves of positive definite matrices A = L L' by L^-1.
     *
     * @param a 21 quantities: 00, 10, 11, 20, 21, 22 and so on
     */
    static void ofFactor(final double[] a) {
        factor(a);
        invert(a);
    }

    /** Leaves L below the diagonals, and the inverses of its diagonals on them. Two methods: a compiler takes half the memory. */
    private static void factor(final double[] a) {
        final DoubleVector i0 = broadcast(S, 1.0).div(fromArray(S, a, 0).sqrt());
        final DoubleVector l10 = fromArray(S, a, N).mul(i0);
        final DoubleVector l20 = fromArray(S, a, 3 * N).mul(i0);
        final DoubleVector l30 = fromArray(S, a, 6 * N).mul(i0);
        final DoubleVector l40 = fromArray(S, a, 10 * N).mul(i0);
        final DoubleVector l50 = fromArray(S, a, 15 * N).mul(i0);
        final DoubleVector i1 =
                broadcast(S, 1.0).div(fromArray(S, a, 2 * N).sub(l10.mul(l10)).sqrt());
        final DoubleVector l21 = fromArray(S, a, 4 * N).sub(l20.mul(l10)).mul(i1);
        final DoubleVector l31 = fromArray(S, a, 7 * N).sub(l30.mul(l10)).mul(i1);
        final DoubleVector l41 = fromArray(S, a, 11 * N).sub(l40.mul(l10)).mul(i1);
        final DoubleVector l51 = fromArray(S, a, 16 * N).sub(l50.mul(l10)).mul(i1);
        final DoubleVector i2 = broadcast(S, 1.0)
                .div(fromArray(S, a, 5 * N).sub(l20.mul(l20)).sub(l21.mul(l21)).sqrt());
        final DoubleVector l32 =
                fromArray(S, a, 8 * N).sub(l30.mul(l20)).sub(l31.mul(l21)).mul(i2);
        final DoubleVector l42 =
                fromArray(S, a, 12 * N).sub(l40.mul(l20)).sub(l41.mul(l21)).mul(i2);
        final DoubleVector l52 =
                fromArray(S, a, 17 * N).sub(l50.mul(l20)).sub(l51.mul(l21)).mul(i2);
        final DoubleVector i3 = broadcast(S, 1.0)
                .div(fromArray(S, a, 9 * N)
                        .sub(l30.mul(l30))
                        .sub(l31.mul(l31))
                        .sub(l32.mul(l32))
                        .sqrt());
        final DoubleVector l43 = fromArray(S, a, 13 * N)
                .sub(l40.mul(l30))
                .sub(l41.mul(l31))
                .sub(l42.mul(l32))
                .mul(i3);
        final DoubleVector l53 = fromArray(S, a, 18 * N)
                .sub(l50.mul(l30))
                .sub(l51.mul(l31))
                .sub(l52.mul(l32))
                .mul(i3);
        final DoubleVector i4 = broadcast(S, 1.0)
                .div(fromArray(S, a, 14 * N)
                        .sub(l40.mul(l40))
                        .sub(l41.mul(l41))
                        .sub(l42.mul(l42))
                        .sub(l43.mul(l43))
                        .sqrt());
        final DoubleVector l54 = fromArray(S, a, 19 * N)
                .sub(l50.mul(l40))
                .sub(l51.mul(l41))
                .sub(l52.mul(l42))
                .sub(l53.mul(l43))
                .mul(i4);
        final DoubleVector i5 = broadcast(S, 1.0)
                .div(fromArray(S, a, 20 * N)
                        .sub(l50.mul(l50))
                        .sub(l51.mul(l51))
                        .sub(l52.mul(l52))
                        .sub(l53.mul(l53))
                        .sub(l54.mul(l54))
                        .sqrt());
        i0.intoArray(a, 0);
        l10.intoArray(a, N);
        i1.intoArray(a, 2 * N);
        l20.intoArray(a, 3 * N);
        l21.intoArray(a, 4 * N);
        i2.intoArray(a, 5 * N);
        l30.intoArray(a, 6 * N);
        l31.intoArray(a, 7 * N);
        l32.intoArray(a, 8 * N);
        i3.intoArray(a, 9 * N);
        l40.intoArray(a, 10 * N);
        l41.intoArray(a, 11 * N);
        l42.intoArray(a, 12 * N);
        l43.intoArray(a, 13 * N);
        i4.intoArray(a, 14 * N);
        l50.intoArray(a, 15 * N);
        l51.intoArray(a, 16 * N);
        l52.intoArray(a, 17 * N);
        l53.intoArray(a, 18 * N);
        l54.intoArray(a, 19 * N);
        i5.intoArray(a, 20 * N);
    }

    private static void invert(final double[] a) {
        final DoubleVector i0 = fromArray(S, a, 0);
        final DoubleVector l10 = fromArray(S, a, N);
        final DoubleVector i1 = fromArray(S, a, 2 * N);
        final DoubleVector l20 = fromArray(S, a, 3 * N);
        final DoubleVector l21 = fromArray(S, a, 4 * N);
        final DoubleVector i2 = fromArray(S, a, 5 * N);
        final DoubleVector l30 = fromArray(S, a, 6 * N);
        final DoubleVector l31 = fromArray(S, a, 7 * N);
        final DoubleVector l32 = fromArray(S, a, 8 * N);
        final DoubleVector i3 = fromArray(S, a, 9 * N);
        final DoubleVector l40 = fromArray(S, a, 10 * N);
        final DoubleVector l41 = fromArray(S, a, 11 * N);
        final DoubleVector l42 = fromArray(S, a, 12 * N);
        final DoubleVector l43 = fromArray(S, a, 13 * N);
        final DoubleVector i4 = fromArray(S, a, 14 * N);
        final DoubleVector l50 = fromArray(S, a, 15 * N);
        final DoubleVector l51 = fromArray(S, a, 16 * N);
        final DoubleVector l52 = fromArray(S, a, 17 * N);
        final DoubleVector l53 = fromArray(S, a, 18 * N);
        final DoubleVector l54 = fromArray(S, a, 19 * N);
        final DoubleVector i5 = fromArray(S, a, 20 * N);
        final DoubleVector x10 = l10.neg().mul(i0).mul(i1);
        final DoubleVector x20 = l20.mul(i0).add(l21.mul(x10)).neg().mul(i2);
        final DoubleVector x21 = l21.neg().mul(i1).mul(i2);
        final DoubleVector x30 =
                l30.mul(i0).add(l31.mul(x10)).add(l32.mul(x20)).neg().mul(i3);
        final DoubleVector x31 = l31.mul(i1).add(l32.mul(x21)).neg().mul(i3);
        final DoubleVector x32 = l32.neg().mul(i2).mul(i3);
        final DoubleVector x40 = l40.mul(i0)
                .add(l41.mul(x10))
                .add(l42.mul(x20))
                .add(l43.mul(x30))
                .neg()
                .mul(i4);
        final DoubleVector x41 =
                l41.mul(i1).add(l42.mul(x21)).add(l43.mul(x31)).neg().mul(i4);
        final DoubleVector x42 = l42.mul(i2).add(l43.mul(x32)).neg().mul(i4);
        final DoubleVector x43 = l43.neg().mul(i3).mul(i4);
        x10.intoArray(a, N);
        x20.intoArray(a, 3 * N);
        x21.intoArray(a, 4 * N);
        x30.intoArray(a, 6 * N);
        x31.intoArray(a, 7 * N);
        x32.intoArray(a, 8 * N);
        x40.intoArray(a, 10 * N);
        x41.intoArray(a, 11 * N);
        x42.intoArray(a, 12 * N);
        x43.intoArray(a, 13 * N);
        l50.mul(i0)
                .add(l51.mul(x10))
                .add(l52.mul(x20))
                .add(l53.mul(x30))
                .add(l54.mul(x40))
                .neg()
                .mul(i5)
                .intoArray(a, 15 * N);
        l51.mul(i1)
                .add(l52.mul(x21))
                .add(l53.mul(x31))
                .add(l54.mul(x41))
                .neg()
                .mul(i5)
                .intoArray(a, 16 * N);
        l52.mul(i2).add(l53.mul(x32)).add(l54.mul(x42)).neg().mul(i5).intoArray(a, 17 * N);
        l53.mul(i3).add(l54.mul(x43)).neg().mul(i5).intoArray(a, 18 * N);
        l54.neg().mul(i4).mul(i5).intoArray(a, 19 * N);
    }
}
