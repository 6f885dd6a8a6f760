package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.LaneSums;
import gaitd.policies.kernel.VectorKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Float with the Vector API: sequences are the lanes, and their number is a multiple of two vectors, so no loop has a
 * remainder. Products, liquid and conductance neurons are here, the rest is the plain form's. Serves one thread.
 */
final class VectorBatch extends PlainBatch<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PAIR = 2 * LANES;

    private final float[] lanes = new float[VectorProducts.SUMS * LANES];

    VectorBatch() {
        super(VectorKernels.INSTANCE);
    }

    @Override
    public int quantum() {
        return PAIR;
    }

    @Override
    public void toColumns(
            final float[] from,
            final int fromAt,
            final int rows,
            final int cols,
            final float[] to,
            final int toAt,
            final int stride) {
        for (int c = 0; c < cols; c++) {
            for (int r = 0; r < rows; r++) {
                to[toAt + c * stride + r] = from[fromAt + r * cols + c];
            }
        }
    }

    @Override
    public void toRows(
            final float[] from,
            final int fromAt,
            final int stride,
            final int rows,
            final int cols,
            final float[] to,
            final int toAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                to[toAt + r * cols + c] = from[fromAt + c * stride + r];
            }
        }
    }

    @Override
    public void multiply(
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
        VectorProducts.multiply(w, wAt, sumStride, outStride, sums, outs, x, xAt, y, yAt, rows);
    }

    @Override
    public void outer(
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
            final int gAt) {
        VectorProducts.outer(blocks, x, xAt, xStride, ins, y, yAt, yStride, outs, rows, g, gAt, lanes);
    }

    @Override
    public double dot(final float[] x, final int xAt, final float[] y, final int yAt, final int n) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, x, xAt + i).fma(FloatVector.fromArray(SPECIES, y, yAt + i), sum);
        }
        sum.intoArray(lanes, 0);
        return LaneSums.sum(lanes, 0);
    }

    @Override
    public void addRowSums(
            final float[] x, final int xAt, final int n, final int rows, final float[] g, final int gAt) {
        for (int i = 0; i < n; i++) {
            FloatVector a = FloatVector.zero(SPECIES);
            for (int r = i * rows; r < (i + 1) * rows; r += LANES) {
                a = FloatVector.fromArray(SPECIES, x, xAt + r).add(a);
            }
            a.intoArray(lanes, 0);
            g[gAt + i] += LaneSums.sum(lanes, 0);
        }
    }

    @Override
    public void slope(
            final Activation f,
            final float[] pre,
            final int preAt,
            final float[] post,
            final int postAt,
            final float[] d,
            final int dAt,
            final int n) {
        switch (f) {
            case IDENTITY -> {}
            case TANH -> {
                for (int i = 0; i < n; i += LANES) {
                    final FloatVector y = FloatVector.fromArray(SPECIES, post, postAt + i);
                    final FloatVector by = FloatVector.fromArray(SPECIES, d, dAt + i);
                    y.mul(y).neg().fma(by, by).intoArray(d, dAt + i);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i += LANES) {
                    final FloatVector y = FloatVector.fromArray(SPECIES, post, postAt + i);
                    y.neg()
                            .fma(y, y)
                            .mul(FloatVector.fromArray(SPECIES, d, dAt + i))
                            .intoArray(d, dAt + i);
                }
            }
            default -> super.slope(f, pre, preAt, post, postAt, d, dAt, n);
        }
    }

    @Override
    public void implicitStep(
            final Neurons<float[]> c,
            final float[] h,
            final float[] f,
            final int fAt,
            final float[] x,
            final int xAt,
            final float[] next,
            final int nextAt,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            final float leak = c.leak[i];
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                final FloatVector step = FloatVector.fromArray(SPECIES, h, r);
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, fAt + k);
                final FloatVector top = step.mul(gate).mul(limit).add(FloatVector.fromArray(SPECIES, x, xAt + k));
                final FloatVector bottom = gate.mul(m).add(leak).mul(step).add(1f);
                top.div(bottom).intoArray(next, nextAt + k);
            }
        }
    }

    @Override
    public void implicitBack(
            final Neurons<float[]> c,
            final float[] h,
            final float[] f,
            final int fAt,
            final float[] next,
            final int nextAt,
            final float[] d,
            final float[] du,
            final int duAt,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        // Both gates have the slope (one - f) f + zero: one is 1 for the logistic function, zero is 1 for tanh.
        final FloatVector one = FloatVector.broadcast(SPECIES, c.sigmoid ? 1f : 0f);
        final FloatVector zero = FloatVector.broadcast(SPECIES, c.sigmoid ? 0f : 1f);
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            final float leak = c.leak[i];
            FloatVector forLimit = FloatVector.zero(SPECIES);
            FloatVector forLeak = FloatVector.zero(SPECIES);
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                final FloatVector step = FloatVector.fromArray(SPECIES, h, r);
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, fAt + k);
                final FloatVector reached = FloatVector.fromArray(SPECIES, next, nextAt + k);
                final FloatVector bottom = gate.mul(m).add(leak).mul(step).add(1f);
                final FloatVector q = FloatVector.fromArray(SPECIES, d, k).div(bottom);
                final FloatVector flow = step.mul(q);
                forLimit = flow.fma(gate, forLimit);
                forLeak = flow.fma(reached, forLeak);
                final FloatVector span = reached.mul(-m).add(limit);
                final FloatVector slope = one.sub(gate).fma(gate, zero);
                flow.mul(span).mul(slope).intoArray(du, duAt + k);
                q.intoArray(d, k);
            }
            forLimit.intoArray(lanes, 0);
            forLeak.intoArray(lanes, LANES);
            c.dLimit[i] += LaneSums.sum(lanes, 0);
            c.dLeak[i] -= LaneSums.sum(lanes, LANES);
        }
    }

    @Override
    public void rate(
            final Neurons<float[]> c,
            final float[] f,
            final int fAt,
            final float[] x,
            final int xAt,
            final float[] r,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            final float leak = c.leak[i];
            for (int k = i * rows; k < (i + 1) * rows; k += LANES) {
                final FloatVector at = FloatVector.fromArray(SPECIES, x, xAt + k);
                final FloatVector span = at.mul(-m).add(limit);
                FloatVector.fromArray(SPECIES, f, fAt + k)
                        .mul(span)
                        .sub(at.mul(leak))
                        .intoArray(r, k);
            }
        }
    }

    @Override
    public void rateBack(
            final Neurons<float[]> c,
            final float[] f,
            final int fAt,
            final float[] x,
            final int xAt,
            final float[] dr,
            final float[] dx,
            final float[] du,
            final int duAt,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        // Both gates have the slope (one - f) f + zero: one is 1 for the logistic function, zero is 1 for tanh.
        final FloatVector one = FloatVector.broadcast(SPECIES, c.sigmoid ? 1f : 0f);
        final FloatVector zero = FloatVector.broadcast(SPECIES, c.sigmoid ? 0f : 1f);
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            final float leak = c.leak[i];
            FloatVector forLimit = FloatVector.zero(SPECIES);
            FloatVector forLeak = FloatVector.zero(SPECIES);
            for (int k = i * rows; k < (i + 1) * rows; k += LANES) {
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, fAt + k);
                final FloatVector at = FloatVector.fromArray(SPECIES, x, xAt + k);
                final FloatVector d = FloatVector.fromArray(SPECIES, dr, k);
                forLimit = d.fma(gate, forLimit);
                forLeak = d.fma(at, forLeak);
                final FloatVector slope = one.sub(gate).fma(gate, zero);
                d.mul(at.mul(-m).add(limit)).mul(slope).intoArray(du, duAt + k);
                d.mul(gate.mul(-m).sub(leak)).intoArray(dx, k);
            }
            forLimit.intoArray(lanes, 0);
            forLeak.intoArray(lanes, LANES);
            c.dLimit[i] += LaneSums.sum(lanes, 0);
            c.dLeak[i] -= LaneSums.sum(lanes, LANES);
        }
    }

    @Override
    public void addTimed(
            final double a,
            final float[] h,
            final int hAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt,
            final int n,
            final int rows) {
        final float factor = (float) a;
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                FloatVector.fromArray(SPECIES, h, hAt + r)
                        .mul(factor)
                        .fma(FloatVector.fromArray(SPECIES, x, xAt + k), FloatVector.fromArray(SPECIES, y, yAt + k))
                        .intoArray(y, yAt + k);
            }
        }
    }

    @Override
    public void conduct(
            final SynapseGradient<float[]> c,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den,
            final int denAt,
            final int rows) {
        VectorSynapses.conduct(basic(), c, v, vAt, num, den, denAt, rows);
    }

    @Override
    public void conductBack(
            final SynapseGradient<float[]> c,
            final float[] v,
            final int vAt,
            final float[] dNum,
            final float[] dDen,
            final float[] dv,
            final int dvAt,
            final int rows) {
        VectorSynapses.conductBack(basic(), c, v, vAt, dNum, dDen, dv, dvAt, rows, lanes);
    }

    @Override
    public void charge(
            final float[] cm,
            final int neurons,
            final float[] h,
            final float[] num,
            final float[] tape,
            final int denAt,
            final int vAt,
            final float[] next,
            final int nextAt,
            final int rows) {
        for (int i = 0; i < neurons; i++) {
            final float capacity = cm[i];
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                final FloatVector step = FloatVector.fromArray(SPECIES, h, r);
                final FloatVector top = FloatVector.fromArray(SPECIES, tape, vAt + k)
                        .mul(capacity)
                        .add(step.mul(FloatVector.fromArray(SPECIES, num, k)));
                final FloatVector bottom = step.mul(FloatVector.fromArray(SPECIES, tape, denAt + k))
                        .add(capacity);
                top.div(bottom).intoArray(next, nextAt + k);
            }
        }
    }

    @Override
    public void chargeBack(
            final float[] cm,
            final float[] dCm,
            final int neurons,
            final float[] h,
            final float[] tape,
            final int denAt,
            final int vAt,
            final float[] next,
            final int nextAt,
            final float[] d,
            final float[] dNum,
            final float[] dDen,
            final int rows) {
        for (int i = 0; i < neurons; i++) {
            final float capacity = cm[i];
            FloatVector forCapacity = FloatVector.zero(SPECIES);
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                final FloatVector step = FloatVector.fromArray(SPECIES, h, r);
                final FloatVector reached = FloatVector.fromArray(SPECIES, next, nextAt + k);
                final FloatVector bottom = step.mul(FloatVector.fromArray(SPECIES, tape, denAt + k))
                        .add(capacity);
                final FloatVector q = FloatVector.fromArray(SPECIES, d, k).div(bottom);
                forCapacity =
                        q.fma(FloatVector.fromArray(SPECIES, tape, vAt + k).sub(reached), forCapacity);
                final FloatVector flow = step.mul(q);
                flow.intoArray(dNum, k);
                flow.mul(reached).neg().intoArray(dDen, k);
                q.mul(capacity).intoArray(d, k);
            }
            forCapacity.intoArray(lanes, 0);
            dCm[i] += LaneSums.sum(lanes, 0);
        }
    }
}
