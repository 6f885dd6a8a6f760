package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import jdk.incubator.vector.DoubleVector;

/**
 * Inverse factors of the mass matrices M = L L' of a group's robots, legs eliminated first.
 *
 * <p>A force f is whitened by x = L^-1 f: the product of two whitened forces is f' M^-1 g. Kept are X of each leg (3 x 3),
 * T of the trunk (6 x 6), and Y = X C of each leg with C its coupling to the trunk. Layout of a whitened or plain vector:
 * trunk 6, legs 12. Scratch of one worker, for one group at a time.
 */
final class LaneFactor {
    /** Whitened unit torques of the joints, 12 x 9: trunk 6, own leg 3. */
    final double[] jointRow = Lanes.room(9 * A1.JOINTS);
    /** T, row by row without its zeros. */
    final double[] trunk = Lanes.room(21);

    /** X of each leg: 00, 10, 11, 20, 21, 22. */
    private final double[] leg = Lanes.room(6 * A1.LEGS);
    /** Y of each leg, 3 x 6. */
    private final double[] mix = Lanes.room(6 * A1.JOINTS);

    /** Factors M + diag(0, added), added being 12 a robot. */
    void factor(final LaneMass mass, final double[] added) {
        loadTrunk(mass.whole);
        for (int l = 0; l < A1.LEGS; l++) {
            factorLeg(6 * N * l, mass.legBlock, added, 3 * N * l);
            couple(18 * N * l, 6 * N * l, mass.coupling);
            eliminate(18 * N * l);
        }
        LaneTriangle.ofFactor(trunk);
    }

    /** Makes {@link #jointRow} of the last factor. */
    void makeJointRows() {
        for (int l = 0; l < A1.LEGS; l++) {
            hipRow(27 * N * l, 6 * N * l, 18 * N * l);
            thighRow(27 * N * l + 9 * N, 6 * N * l, 18 * N * l);
            calfRow(27 * N * l + 18 * N, 6 * N * l, 18 * N * l);
            for (int k = 0; k < 3; k++) {
                whitenTrunk(jointRow, 27 * N * l + 9 * N * k);
            }
        }
    }

    private void loadTrunk(final double[] whole) {
        final DoubleVector zero = broadcast(S, 0.0);
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

    private void factorLeg(final int f, final double[] block, final double[] added, final int d) {
        final DoubleVector one = broadcast(S, 1.0);
        final DoubleVector x00 =
                one.div(fromArray(S, block, f).add(fromArray(S, added, d)).sqrt());
        final DoubleVector l10 = fromArray(S, block, f + N).mul(x00);
        final DoubleVector x11 = one.div(fromArray(S, block, f + 2 * N)
                .add(fromArray(S, added, d + N))
                .sub(l10.mul(l10))
                .sqrt());
        final DoubleVector l20 = fromArray(S, block, f + 3 * N).mul(x00);
        final DoubleVector l21 =
                fromArray(S, block, f + 4 * N).sub(l20.mul(l10)).mul(x11);
        final DoubleVector x22 = one.div(fromArray(S, block, f + 5 * N)
                .add(fromArray(S, added, d + 2 * N))
                .sub(l20.mul(l20))
                .sub(l21.mul(l21))
                .sqrt());
        final DoubleVector x10 = l10.neg().mul(x00).mul(x11);
        x00.intoArray(leg, f);
        x10.intoArray(leg, f + N);
        x11.intoArray(leg, f + 2 * N);
        l20.mul(x00).add(l21.mul(x10)).neg().mul(x22).intoArray(leg, f + 3 * N);
        l21.neg().mul(x11).mul(x22).intoArray(leg, f + 4 * N);
        x22.intoArray(leg, f + 5 * N);
    }

    private void couple(final int m, final int f, final double[] coupling) {
        final DoubleVector x00 = fromArray(S, leg, f);
        final DoubleVector x10 = fromArray(S, leg, f + N);
        final DoubleVector x11 = fromArray(S, leg, f + 2 * N);
        final DoubleVector x20 = fromArray(S, leg, f + 3 * N);
        final DoubleVector x21 = fromArray(S, leg, f + 4 * N);
        final DoubleVector x22 = fromArray(S, leg, f + 5 * N);
        for (int b = m; b < m + 6 * N; b += N) {
            final DoubleVector c0 = fromArray(S, coupling, b);
            final DoubleVector c1 = fromArray(S, coupling, b + 6 * N);
            c0.mul(x00).intoArray(mix, b);
            c0.mul(x10).add(c1.mul(x11)).intoArray(mix, b + 6 * N);
            c0.mul(x20)
                    .add(c1.mul(x21))
                    .add(fromArray(S, coupling, b + 12 * N).mul(x22))
                    .intoArray(mix, b + 12 * N);
        }
    }

    /** Takes Y' Y of a leg from the trunk block. */
    private void eliminate(final int m) {
        int at = 0;
        for (int i = m; i < m + 6 * N; i += N) {
            final DoubleVector y0 = fromArray(S, mix, i);
            final DoubleVector y1 = fromArray(S, mix, i + 6 * N);
            final DoubleVector y2 = fromArray(S, mix, i + 12 * N);
            for (int j = m; j <= i; j += N) {
                final DoubleVector product = y0.mul(fromArray(S, mix, j))
                        .add(y1.mul(fromArray(S, mix, j + 6 * N)))
                        .add(y2.mul(fromArray(S, mix, j + 12 * N)));
                fromArray(S, trunk, at).sub(product).intoArray(trunk, at);
                at += N;
            }
        }
    }

    private void hipRow(final int r, final int f, final int m) {
        final DoubleVector x0 = fromArray(S, leg, f);
        final DoubleVector x1 = fromArray(S, leg, f + N);
        final DoubleVector x2 = fromArray(S, leg, f + 3 * N);
        for (int b = 0; b < 6 * N; b += N) {
            fromArray(S, mix, m + b)
                    .mul(x0)
                    .add(fromArray(S, mix, m + b + 6 * N).mul(x1))
                    .add(fromArray(S, mix, m + b + 12 * N).mul(x2))
                    .neg()
                    .intoArray(jointRow, r + b);
        }
        x0.intoArray(jointRow, r + 6 * N);
        x1.intoArray(jointRow, r + 7 * N);
        x2.intoArray(jointRow, r + 8 * N);
    }

    private void thighRow(final int r, final int f, final int m) {
        final DoubleVector x1 = fromArray(S, leg, f + 2 * N);
        final DoubleVector x2 = fromArray(S, leg, f + 4 * N);
        for (int b = 0; b < 6 * N; b += N) {
            fromArray(S, mix, m + b + 6 * N)
                    .mul(x1)
                    .add(fromArray(S, mix, m + b + 12 * N).mul(x2))
                    .neg()
                    .intoArray(jointRow, r + b);
        }
        x1.intoArray(jointRow, r + 7 * N);
        x2.intoArray(jointRow, r + 8 * N);
    }

    private void calfRow(final int r, final int f, final int m) {
        final DoubleVector x2 = fromArray(S, leg, f + 5 * N);
        for (int b = 0; b < 6 * N; b += N) {
            fromArray(S, mix, m + b + 12 * N).mul(x2).neg().intoArray(jointRow, r + b);
        }
        x2.intoArray(jointRow, r + 8 * N);
    }

    /** Whitens forces and moments on the trunk in place, six from {@code at}. */
    private void whitenTrunk(final double[] x, final int at) {
        final double[] t = trunk;
        final DoubleVector a0 = fromArray(S, x, at);
        final DoubleVector a1 = fromArray(S, x, at + N);
        final DoubleVector a2 = fromArray(S, x, at + 2 * N);
        final DoubleVector a3 = fromArray(S, x, at + 3 * N);
        final DoubleVector a4 = fromArray(S, x, at + 4 * N);
        final DoubleVector a5 = fromArray(S, x, at + 5 * N);
        fromArray(S, t, 0).mul(a0).intoArray(x, at);
        fromArray(S, t, N).mul(a0).add(fromArray(S, t, 2 * N).mul(a1)).intoArray(x, at + N);
        fromArray(S, t, 3 * N)
                .mul(a0)
                .add(fromArray(S, t, 4 * N).mul(a1))
                .add(fromArray(S, t, 5 * N).mul(a2))
                .intoArray(x, at + 2 * N);
        final DoubleVector b3 =
                fromArray(S, t, 8 * N).mul(a2).add(fromArray(S, t, 9 * N).mul(a3));
        fromArray(S, t, 6 * N)
                .mul(a0)
                .add(fromArray(S, t, 7 * N).mul(a1))
                .add(b3)
                .intoArray(x, at + 3 * N);
        final DoubleVector b4 =
                fromArray(S, t, 12 * N).mul(a2).add(fromArray(S, t, 13 * N).mul(a3));
        fromArray(S, t, 10 * N)
                .mul(a0)
                .add(fromArray(S, t, 11 * N).mul(a1))
                .add(b4)
                .add(fromArray(S, t, 14 * N).mul(a4))
                .intoArray(x, at + 4 * N);
        final DoubleVector b5 =
                fromArray(S, t, 17 * N).mul(a2).add(fromArray(S, t, 18 * N).mul(a3));
        final DoubleVector c5 =
                fromArray(S, t, 19 * N).mul(a4).add(fromArray(S, t, 20 * N).mul(a5));
        fromArray(S, t, 15 * N)
                .mul(a0)
                .add(fromArray(S, t, 16 * N).mul(a1))
                .add(b5)
                .add(c5)
                .intoArray(x, at + 5 * N);
    }

    /** Whitens forces on all 18 velocities in place. */
    void whiten(final double[] x) {
        for (int l = 0; l < A1.LEGS; l++) {
            whitenLeg(l, x, 0, 6 * N + 3 * N * l);
        }
        whitenTrunk(x, 0);
    }

    /** Whitens forces on trunk and one leg in place, nine from {@code at}. */
    void whitenRow(final int l, final double[] x, final int at) {
        whitenLeg(l, x, at, at + 6 * N);
        whitenTrunk(x, at);
    }

    private void whitenLeg(final int l, final double[] x, final int at, final int j) {
        final int f = 6 * N * l;
        final int m = 18 * N * l;
        final DoubleVector f0 = fromArray(S, x, j);
        final DoubleVector f1 = fromArray(S, x, j + N);
        final DoubleVector x0 = fromArray(S, leg, f).mul(f0);
        final DoubleVector x1 = fromArray(S, leg, f + N)
                .mul(f0)
                .add(fromArray(S, leg, f + 2 * N).mul(f1));
        final DoubleVector x2 = fromArray(S, leg, f + 3 * N)
                .mul(f0)
                .add(fromArray(S, leg, f + 4 * N).mul(f1))
                .add(fromArray(S, leg, f + 5 * N).mul(fromArray(S, x, j + 2 * N)));
        x0.intoArray(x, j);
        x1.intoArray(x, j + N);
        x2.intoArray(x, j + 2 * N);
        for (int b = 0; b < 6 * N; b += N) {
            final DoubleVector product = fromArray(S, mix, m + b)
                    .mul(x0)
                    .add(fromArray(S, mix, m + b + 6 * N).mul(x1))
                    .add(fromArray(S, mix, m + b + 12 * N).mul(x2));
            fromArray(S, x, at + b).sub(product).intoArray(x, at + b);
        }
    }

    /** Turns whitened forces into the accelerations they cause, 18. */
    void accelerate(final double[] x, final double[] out) {
        accelerateTrunk(x, out);
        for (int l = 0; l < A1.LEGS; l++) {
            for (int k = 0; k < 3; k++) {
                mixed(x, out, 6 * N + 3 * N * l + N * k, 18 * N * l + 6 * N * k);
            }
            accelerateLeg(out, 6 * N * l, 6 * N + 3 * N * l);
        }
    }

    private void accelerateTrunk(final double[] x, final double[] out) {
        final double[] t = trunk;
        final DoubleVector x0 = fromArray(S, x, 0);
        final DoubleVector x1 = fromArray(S, x, N);
        final DoubleVector x2 = fromArray(S, x, 2 * N);
        final DoubleVector x3 = fromArray(S, x, 3 * N);
        final DoubleVector x4 = fromArray(S, x, 4 * N);
        final DoubleVector x5 = fromArray(S, x, 5 * N);
        final DoubleVector a01 =
                fromArray(S, t, 0).mul(x0).add(fromArray(S, t, N).mul(x1));
        final DoubleVector a23 =
                fromArray(S, t, 3 * N).mul(x2).add(fromArray(S, t, 6 * N).mul(x3));
        final DoubleVector a45 =
                fromArray(S, t, 10 * N).mul(x4).add(fromArray(S, t, 15 * N).mul(x5));
        a01.add(a23).add(a45).intoArray(out, 0);
        final DoubleVector b12 =
                fromArray(S, t, 2 * N).mul(x1).add(fromArray(S, t, 4 * N).mul(x2));
        final DoubleVector b34 =
                fromArray(S, t, 7 * N).mul(x3).add(fromArray(S, t, 11 * N).mul(x4));
        b12.add(b34).add(fromArray(S, t, 16 * N).mul(x5)).intoArray(out, N);
        final DoubleVector c23 =
                fromArray(S, t, 5 * N).mul(x2).add(fromArray(S, t, 8 * N).mul(x3));
        final DoubleVector c45 =
                fromArray(S, t, 12 * N).mul(x4).add(fromArray(S, t, 17 * N).mul(x5));
        c23.add(c45).intoArray(out, 2 * N);
        fromArray(S, t, 9 * N)
                .mul(x3)
                .add(fromArray(S, t, 13 * N).mul(x4))
                .add(fromArray(S, t, 18 * N).mul(x5))
                .intoArray(out, 3 * N);
        fromArray(S, t, 14 * N).mul(x4).add(fromArray(S, t, 19 * N).mul(x5)).intoArray(out, 4 * N);
        fromArray(S, t, 20 * N).mul(x5).intoArray(out, 5 * N);
    }

    private void mixed(final double[] x, final double[] out, final int to, final int m) {
        final DoubleVector a = fromArray(S, mix, m)
                .mul(fromArray(S, out, 0))
                .add(fromArray(S, mix, m + N).mul(fromArray(S, out, N)));
        final DoubleVector b = fromArray(S, mix, m + 2 * N)
                .mul(fromArray(S, out, 2 * N))
                .add(fromArray(S, mix, m + 3 * N).mul(fromArray(S, out, 3 * N)));
        final DoubleVector c = fromArray(S, mix, m + 4 * N)
                .mul(fromArray(S, out, 4 * N))
                .add(fromArray(S, mix, m + 5 * N).mul(fromArray(S, out, 5 * N)));
        fromArray(S, x, to).sub(a.add(b).add(c)).intoArray(out, to);
    }

    private void accelerateLeg(final double[] x, final int f, final int j) {
        final DoubleVector b0 = fromArray(S, x, j);
        final DoubleVector b1 = fromArray(S, x, j + N);
        final DoubleVector b2 = fromArray(S, x, j + 2 * N);
        fromArray(S, leg, f)
                .mul(b0)
                .add(fromArray(S, leg, f + N).mul(b1))
                .add(fromArray(S, leg, f + 3 * N).mul(b2))
                .intoArray(x, j);
        fromArray(S, leg, f + 2 * N)
                .mul(b1)
                .add(fromArray(S, leg, f + 4 * N).mul(b2))
                .intoArray(x, j + N);
        fromArray(S, leg, f + 5 * N).mul(b2).intoArray(x, j + 2 * N);
    }
}
