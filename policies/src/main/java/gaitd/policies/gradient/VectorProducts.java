package gaitd.policies.gradient;

import gaitd.policies.kernel.LaneSums;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of weights and batches in tiles: four features by two vectors of sequences, and four by four features in sums over
 * sequences, so that sums stay in registers.
 */
final class VectorProducts {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PAIR = 2 * LANES;
    private static final int TILE = 4;

    /** Vectors of sums that are kept at once. */
    static final int SUMS = TILE * TILE;

    private VectorProducts() {}

    static void multiply(
            final float[] w,
            final int wAt,
            final int sumStride,
            final int outStride,
            final int sums,
            final int outs,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt,
            final int rows) {
        for (int r = 0; r < rows; r += PAIR) {
            int o = 0;
            for (; o + TILE <= outs; o += TILE) {
                four(w, wAt + o * outStride, sumStride, outStride, sums, x, xAt + r, y, yAt + o * rows + r, rows);
            }
            for (; o < outs; o++) {
                one(w, wAt + o * outStride, sumStride, sums, x, xAt + r, y, yAt + o * rows + r, rows);
            }
        }
    }

    private static void four(
            final float[] w,
            final int wAt,
            final int sumStride,
            final int outStride,
            final int sums,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt,
            final int rows) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, y, yAt + LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, y, yAt + rows);
        FloatVector b1 = FloatVector.fromArray(SPECIES, y, yAt + rows + LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, y, yAt + 2 * rows);
        FloatVector c1 = FloatVector.fromArray(SPECIES, y, yAt + 2 * rows + LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, y, yAt + 3 * rows);
        FloatVector d1 = FloatVector.fromArray(SPECIES, y, yAt + 3 * rows + LANES);
        int from = xAt;
        int weight = wAt;
        for (int s = 0; s < sums; s++) {
            final FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
            final FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + LANES);
            final FloatVector wa = FloatVector.broadcast(SPECIES, w[weight]);
            a0 = wa.fma(x0, a0);
            a1 = wa.fma(x1, a1);
            final FloatVector wb = FloatVector.broadcast(SPECIES, w[weight + outStride]);
            b0 = wb.fma(x0, b0);
            b1 = wb.fma(x1, b1);
            final FloatVector wc = FloatVector.broadcast(SPECIES, w[weight + 2 * outStride]);
            c0 = wc.fma(x0, c0);
            c1 = wc.fma(x1, c1);
            final FloatVector wd = FloatVector.broadcast(SPECIES, w[weight + 3 * outStride]);
            d0 = wd.fma(x0, d0);
            d1 = wd.fma(x1, d1);
            from += rows;
            weight += sumStride;
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + LANES);
        b0.intoArray(y, yAt + rows);
        b1.intoArray(y, yAt + rows + LANES);
        c0.intoArray(y, yAt + 2 * rows);
        c1.intoArray(y, yAt + 2 * rows + LANES);
        d0.intoArray(y, yAt + 3 * rows);
        d1.intoArray(y, yAt + 3 * rows + LANES);
    }

    private static void one(
            final float[] w,
            final int wAt,
            final int sumStride,
            final int sums,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt,
            final int rows) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, y, yAt + LANES);
        for (int s = 0; s < sums; s++) {
            final FloatVector weight = FloatVector.broadcast(SPECIES, w[wAt + s * sumStride]);
            a0 = weight.fma(FloatVector.fromArray(SPECIES, x, xAt + s * rows), a0);
            a1 = weight.fma(FloatVector.fromArray(SPECIES, x, xAt + s * rows + LANES), a1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + LANES);
    }

    static void outer(
            final int blocks,
            final float[] x,
            final int xAt,
            final int xStride,
            final int ins,
            final float[] y,
            final int yAt,
            final int yStride,
            final int outs,
            final int rows,
            final float[] g,
            final int gAt,
            final float[] lanes) {
        final int tiledIns = ins / TILE * TILE;
        final int tiledOuts = outs / TILE * TILE;
        for (int i = 0; i < tiledIns; i += TILE) {
            for (int j = 0; j < tiledOuts; j += TILE) {
                tile(
                        blocks,
                        x,
                        xAt + i * rows,
                        xStride,
                        y,
                        yAt + j * rows,
                        yStride,
                        rows,
                        g,
                        gAt + i * outs + j,
                        outs,
                        lanes);
            }
        }
        for (int i = 0; i < ins; i++) {
            for (int j = i < tiledIns ? tiledOuts : 0; j < outs; j++) {
                g[gAt + i * outs + j] +=
                        pair(blocks, x, xAt + i * rows, xStride, y, yAt + j * rows, yStride, rows, lanes);
            }
        }
    }

    private static void tile(
            final int blocks,
            final float[] x,
            final int xAt,
            final int xStride,
            final float[] y,
            final int yAt,
            final int yStride,
            final int rows,
            final float[] g,
            final int gAt,
            final int outs,
            final float[] lanes) {
        FloatVector aa = FloatVector.zero(SPECIES);
        FloatVector ab = FloatVector.zero(SPECIES);
        FloatVector ac = FloatVector.zero(SPECIES);
        FloatVector ad = FloatVector.zero(SPECIES);
        FloatVector ba = FloatVector.zero(SPECIES);
        FloatVector bb = FloatVector.zero(SPECIES);
        FloatVector bc = FloatVector.zero(SPECIES);
        FloatVector bd = FloatVector.zero(SPECIES);
        FloatVector ca = FloatVector.zero(SPECIES);
        FloatVector cb = FloatVector.zero(SPECIES);
        FloatVector cc = FloatVector.zero(SPECIES);
        FloatVector cd = FloatVector.zero(SPECIES);
        FloatVector da = FloatVector.zero(SPECIES);
        FloatVector db = FloatVector.zero(SPECIES);
        FloatVector dc = FloatVector.zero(SPECIES);
        FloatVector dd = FloatVector.zero(SPECIES);
        for (int block = 0; block < blocks; block++) {
            final int from = xAt + block * xStride;
            final int to = yAt + block * yStride;
            for (int r = 0; r < rows; r += LANES) {
                final FloatVector ya = FloatVector.fromArray(SPECIES, y, to + r);
                final FloatVector yb = FloatVector.fromArray(SPECIES, y, to + rows + r);
                final FloatVector yc = FloatVector.fromArray(SPECIES, y, to + 2 * rows + r);
                final FloatVector yd = FloatVector.fromArray(SPECIES, y, to + 3 * rows + r);
                final FloatVector xa = FloatVector.fromArray(SPECIES, x, from + r);
                aa = xa.fma(ya, aa);
                ab = xa.fma(yb, ab);
                ac = xa.fma(yc, ac);
                ad = xa.fma(yd, ad);
                final FloatVector xb = FloatVector.fromArray(SPECIES, x, from + rows + r);
                ba = xb.fma(ya, ba);
                bb = xb.fma(yb, bb);
                bc = xb.fma(yc, bc);
                bd = xb.fma(yd, bd);
                final FloatVector xc = FloatVector.fromArray(SPECIES, x, from + 2 * rows + r);
                ca = xc.fma(ya, ca);
                cb = xc.fma(yb, cb);
                cc = xc.fma(yc, cc);
                cd = xc.fma(yd, cd);
                final FloatVector xd = FloatVector.fromArray(SPECIES, x, from + 3 * rows + r);
                da = xd.fma(ya, da);
                db = xd.fma(yb, db);
                dc = xd.fma(yc, dc);
                dd = xd.fma(yd, dd);
            }
        }
        aa.intoArray(lanes, 0);
        ab.intoArray(lanes, LANES);
        ac.intoArray(lanes, 2 * LANES);
        ad.intoArray(lanes, 3 * LANES);
        ba.intoArray(lanes, 4 * LANES);
        bb.intoArray(lanes, 5 * LANES);
        bc.intoArray(lanes, 6 * LANES);
        bd.intoArray(lanes, 7 * LANES);
        ca.intoArray(lanes, 8 * LANES);
        cb.intoArray(lanes, 9 * LANES);
        cc.intoArray(lanes, 10 * LANES);
        cd.intoArray(lanes, 11 * LANES);
        da.intoArray(lanes, 12 * LANES);
        db.intoArray(lanes, 13 * LANES);
        dc.intoArray(lanes, 14 * LANES);
        dd.intoArray(lanes, 15 * LANES);
        for (int k = 0; k < SUMS; k++) {
            g[gAt + k / TILE * outs + k % TILE] += LaneSums.sum(lanes, k * LANES);
        }
    }

    private static float pair(
            final int blocks,
            final float[] x,
            final int xAt,
            final int xStride,
            final float[] y,
            final int yAt,
            final int yStride,
            final int rows,
            final float[] lanes) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int block = 0; block < blocks; block++) {
            for (int r = 0; r < rows; r += LANES) {
                sum = FloatVector.fromArray(SPECIES, x, xAt + block * xStride + r)
                        .fma(FloatVector.fromArray(SPECIES, y, yAt + block * yStride + r), sum);
            }
        }
        sum.intoArray(lanes, 0);
        return LaneSums.sum(lanes, 0);
    }
}
