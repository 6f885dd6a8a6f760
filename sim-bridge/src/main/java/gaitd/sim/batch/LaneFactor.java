package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import jdk.incubator.vector.DoubleVector;

/**
 * Factors L of the mass matrices M = L L' of a group's robots, legs eliminated first.
 *
 * <p>A vector x with L x = f is called whitened: the product of two whitened vectors is f' M^-1 g. Layout of a whitened or
 * plain vector: trunk 6, legs 12. Scratch of one worker, for one group at a time.
 */
final class LaneFactor {
    /** Reciprocals of the diagonal (0, 2, 5) and the rest (1, 3, 4) of each leg's factor, 4 x 6. */
    final double[] leg = Lanes.room(6 * A1.LEGS);
    /** Rows of L that couple legs to the trunk, 12 x 6. */
    final double[] mix = Lanes.room(6 * A1.JOINTS);
    /** Lower triangle of the trunk's factor by rows, with reciprocals on its diagonal, 21. */
    final double[] trunk = Lanes.room(21);

    /** Factors M + diag(0, added), added being 12 a robot. */
    void factor(final LaneMass mass, final double[] added) {
        loadTrunk(mass.whole);
        for (int l = 0; l < A1.LEGS; l++) {
            factorLeg(l, mass.legBlock, added);
            for (int b = 0; b < 6; b++) {
                couple(l, b, mass.coupling);
            }
            for (int i = 0; i < 6; i++) {
                eliminate(l, i);
            }
        }
        for (int i = 0; i < 6; i++) {
            factorTrunkRow(i);
        }
    }

    private void loadTrunk(final double[] whole) {
        final DoubleVector zero = broadcast(S, 0);
        for (int i = 0; i < 21; i++) {
            zero.intoArray(trunk, N * i);
        }
        final DoubleVector m = fromArray(S, whole, 0);
        final DoubleVector hx = fromArray(S, whole, N);
        final DoubleVector hy = fromArray(S, whole, 2 * N);
        final DoubleVector hz = fromArray(S, whole, 3 * N);
        m.intoArray(trunk, 0);
        m.intoArray(trunk, 2 * N);
        m.intoArray(trunk, 5 * N);
        hz.neg().intoArray(trunk, 7 * N);
        hy.intoArray(trunk, 8 * N);
        fromArray(S, whole, 4 * N).intoArray(trunk, 9 * N);
        hz.intoArray(trunk, 10 * N);
        hx.neg().intoArray(trunk, 12 * N);
        fromArray(S, whole, 7 * N).intoArray(trunk, 13 * N);
        fromArray(S, whole, 5 * N).intoArray(trunk, 14 * N);
        hy.neg().intoArray(trunk, 15 * N);
        hx.intoArray(trunk, 16 * N);
        fromArray(S, whole, 8 * N).intoArray(trunk, 18 * N);
        fromArray(S, whole, 9 * N).intoArray(trunk, 19 * N);
        fromArray(S, whole, 6 * N).intoArray(trunk, 20 * N);
    }

    private void factorLeg(final int l, final double[] block, final double[] added) {
        final int f = 6 * l;
        final DoubleVector one = broadcast(S, 1);
        final DoubleVector r0 = one.div(
                fromArray(S, block, N * f).add(fromArray(S, added, N * (3 * l))).sqrt());
        final DoubleVector l10 = fromArray(S, block, N * (f + 1)).mul(r0);
        final DoubleVector r1 = one.div(fromArray(S, block, N * (f + 2))
                .add(fromArray(S, added, N * (3 * l + 1)))
                .sub(l10.mul(l10))
                .sqrt());
        final DoubleVector l20 = fromArray(S, block, N * (f + 3)).mul(r0);
        final DoubleVector l21 =
                fromArray(S, block, N * (f + 4)).sub(l20.mul(l10)).mul(r1);
        final DoubleVector r2 = one.div(fromArray(S, block, N * (f + 5))
                .add(fromArray(S, added, N * (3 * l + 2)))
                .sub(l20.mul(l20))
                .sub(l21.mul(l21))
                .sqrt());
        r0.intoArray(leg, N * f);
        l10.intoArray(leg, N * (f + 1));
        r1.intoArray(leg, N * (f + 2));
        l20.intoArray(leg, N * (f + 3));
        l21.intoArray(leg, N * (f + 4));
        r2.intoArray(leg, N * (f + 5));
    }

    private void couple(final int l, final int b, final double[] coupling) {
        final int f = 6 * l;
        final int m = 18 * l + b;
        final DoubleVector x0 = fromArray(S, coupling, N * m).mul(fromArray(S, leg, N * f));
        final DoubleVector x1 = fromArray(S, coupling, N * (m + 6))
                .sub(fromArray(S, leg, N * (f + 1)).mul(x0))
                .mul(fromArray(S, leg, N * (f + 2)));
        final DoubleVector x2 = fromArray(S, coupling, N * (m + 12))
                .sub(fromArray(S, leg, N * (f + 3)).mul(x0))
                .sub(fromArray(S, leg, N * (f + 4)).mul(x1))
                .mul(fromArray(S, leg, N * (f + 5)));
        x0.intoArray(mix, N * m);
        x1.intoArray(mix, N * (m + 6));
        x2.intoArray(mix, N * (m + 12));
    }

    private void eliminate(final int l, final int i) {
        final int m = 18 * l;
        final int t = i * (i + 1) / 2;
        final DoubleVector x0 = fromArray(S, mix, N * (m + i));
        final DoubleVector x1 = fromArray(S, mix, N * (m + 6 + i));
        final DoubleVector x2 = fromArray(S, mix, N * (m + 12 + i));
        for (int j = 0; j <= i; j++) {
            fromArray(S, trunk, N * (t + j))
                    .sub(x0.mul(fromArray(S, mix, N * (m + j)))
                            .add(x1.mul(fromArray(S, mix, N * (m + 6 + j))))
                            .add(x2.mul(fromArray(S, mix, N * (m + 12 + j)))))
                    .intoArray(trunk, N * (t + j));
        }
    }

    private void factorTrunkRow(final int i) {
        final int row = i * (i + 1) / 2;
        for (int j = 0; j < i; j++) {
            final int column = j * (j + 1) / 2;
            DoubleVector sum = fromArray(S, trunk, N * (row + j));
            for (int k = 0; k < j; k++) {
                sum = sum.sub(fromArray(S, trunk, N * (row + k)).mul(fromArray(S, trunk, N * (column + k))));
            }
            sum.mul(fromArray(S, trunk, N * (column + j))).intoArray(trunk, N * (row + j));
        }
        DoubleVector sum = fromArray(S, trunk, N * (row + i));
        for (int k = 0; k < i; k++) {
            final DoubleVector x = fromArray(S, trunk, N * (row + k));
            sum = sum.sub(x.mul(x));
        }
        broadcast(S, 1).div(sum.sqrt()).intoArray(trunk, N * (row + i));
    }

    /** Whitens a force on all 18 velocities in place. */
    void whiten(final double[] x) {
        for (int l = 0; l < A1.LEGS; l++) {
            whitenLeg(l, x, 0, 6 + 3 * l);
        }
        trunkForward(x, 0);
    }

    /** Whitens in place a force on trunk (6 from {@code from}) and one leg (3 after them). */
    void whitenRow(final double[] x, final int from, final int l) {
        whitenLeg(l, x, from, from + 6);
        trunkForward(x, from);
    }

    private void whitenLeg(final int l, final double[] x, final int from, final int j) {
        final int f = 6 * l;
        final int m = 18 * l;
        final DoubleVector x0 = fromArray(S, x, N * j).mul(fromArray(S, leg, N * f));
        final DoubleVector x1 = fromArray(S, x, N * (j + 1))
                .sub(fromArray(S, leg, N * (f + 1)).mul(x0))
                .mul(fromArray(S, leg, N * (f + 2)));
        final DoubleVector x2 = fromArray(S, x, N * (j + 2))
                .sub(fromArray(S, leg, N * (f + 3)).mul(x0))
                .sub(fromArray(S, leg, N * (f + 4)).mul(x1))
                .mul(fromArray(S, leg, N * (f + 5)));
        x0.intoArray(x, N * j);
        x1.intoArray(x, N * (j + 1));
        x2.intoArray(x, N * (j + 2));
        for (int b = 0; b < 6; b++) {
            fromArray(S, x, N * (from + b))
                    .sub(fromArray(S, mix, N * (m + b))
                            .mul(x0)
                            .add(fromArray(S, mix, N * (m + 6 + b)).mul(x1))
                            .add(fromArray(S, mix, N * (m + 12 + b)).mul(x2)))
                    .intoArray(x, N * (from + b));
        }
    }

    /** Solves with the trunk's factor in place. */
    private void trunkForward(final double[] x, final int from) {
        final DoubleVector x0 = fromArray(S, x, N * from).mul(fromArray(S, trunk, 0));
        final DoubleVector x1 = fromArray(S, x, N * (from + 1))
                .sub(fromArray(S, trunk, N).mul(x0))
                .mul(fromArray(S, trunk, 2 * N));
        final DoubleVector x2 = fromArray(S, x, N * (from + 2))
                .sub(fromArray(S, trunk, 3 * N).mul(x0))
                .sub(fromArray(S, trunk, 4 * N).mul(x1))
                .mul(fromArray(S, trunk, 5 * N));
        final DoubleVector x3 = fromArray(S, x, N * (from + 3))
                .sub(fromArray(S, trunk, 6 * N).mul(x0))
                .sub(fromArray(S, trunk, 7 * N).mul(x1))
                .sub(fromArray(S, trunk, 8 * N).mul(x2))
                .mul(fromArray(S, trunk, 9 * N));
        final DoubleVector x4 = fromArray(S, x, N * (from + 4))
                .sub(fromArray(S, trunk, 10 * N).mul(x0))
                .sub(fromArray(S, trunk, 11 * N).mul(x1))
                .sub(fromArray(S, trunk, 12 * N).mul(x2))
                .sub(fromArray(S, trunk, 13 * N).mul(x3))
                .mul(fromArray(S, trunk, 14 * N));
        final DoubleVector x5 = fromArray(S, x, N * (from + 5))
                .sub(fromArray(S, trunk, 15 * N).mul(x0))
                .sub(fromArray(S, trunk, 16 * N).mul(x1))
                .sub(fromArray(S, trunk, 17 * N).mul(x2))
                .sub(fromArray(S, trunk, 18 * N).mul(x3))
                .sub(fromArray(S, trunk, 19 * N).mul(x4))
                .mul(fromArray(S, trunk, 20 * N));
        x0.intoArray(x, N * from);
        x1.intoArray(x, N * (from + 1));
        x2.intoArray(x, N * (from + 2));
        x3.intoArray(x, N * (from + 3));
        x4.intoArray(x, N * (from + 4));
        x5.intoArray(x, N * (from + 5));
    }

    /** Turns whitened forces into the accelerations they cause, in place, 18. */
    void accelerate(final double[] x) {
        for (int i = 5; i >= 0; i--) {
            DoubleVector sum = fromArray(S, x, N * i);
            for (int k = i + 1; k < 6; k++) {
                sum = sum.sub(fromArray(S, trunk, N * (k * (k + 1) / 2 + i)).mul(fromArray(S, x, N * k)));
            }
            sum.mul(fromArray(S, trunk, N * (i * (i + 3) / 2))).intoArray(x, N * i);
        }
        for (int l = 0; l < A1.LEGS; l++) {
            for (int k = 0; k < 3; k++) {
                DoubleVector sum = fromArray(S, x, N * (6 + 3 * l + k));
                for (int b = 0; b < 6; b++) {
                    sum = sum.sub(fromArray(S, mix, N * (18 * l + 6 * k + b)).mul(fromArray(S, x, N * b)));
                }
                sum.intoArray(x, N * (6 + 3 * l + k));
            }
            accelerateLeg(x, 6 * l, 6 + 3 * l);
        }
    }

    private void accelerateLeg(final double[] x, final int f, final int j) {
        final DoubleVector x2 = fromArray(S, x, N * (j + 2)).mul(fromArray(S, leg, N * (f + 5)));
        final DoubleVector x1 = fromArray(S, x, N * (j + 1))
                .sub(fromArray(S, leg, N * (f + 4)).mul(x2))
                .mul(fromArray(S, leg, N * (f + 2)));
        x2.intoArray(x, N * (j + 2));
        x1.intoArray(x, N * (j + 1));
        fromArray(S, x, N * j)
                .sub(fromArray(S, leg, N * (f + 1)).mul(x1))
                .sub(fromArray(S, leg, N * (f + 3)).mul(x2))
                .mul(fromArray(S, leg, N * f))
                .intoArray(x, N * j);
    }
}
