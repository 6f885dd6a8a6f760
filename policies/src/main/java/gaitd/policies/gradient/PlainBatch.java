package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Kernels;

/**
 * The reference: plain loops, computed in double and rounded to the array's precision. Runs anywhere.
 *
 * @param <A> double[] or float[]
 */
public sealed class PlainBatch<A> implements BatchKernels<A> permits VectorBatch {
    private final Kernels<A> kernels;

    /** Over the element-wise arithmetic of one precision. */
    PlainBatch(final Kernels<A> kernels) {
        this.kernels = kernels;
    }

    /**
     * The form that gradients are checked with.
     *
     * @return in double
     */
    public static BatchKernels<double[]> exact() {
        return new PlainBatch<>(DoubleKernels.INSTANCE);
    }

    /**
     * The plain form in float.
     *
     * @return for machines without the Vector API
     */
    public static BatchKernels<float[]> plain() {
        return new PlainBatch<>(FloatKernels.INSTANCE);
    }

    /**
     * The fastest form in float on this machine and JVM.
     *
     * @return the vector form, or the plain one
     */
    public static BatchKernels<float[]> fastest() {
        return FloatKernels.fastest() == FloatKernels.INSTANCE ? plain() : new VectorBatch();
    }

    @Override
    public Kernels<A> basic() {
        return kernels;
    }

    @Override
    public int quantum() {
        return 1;
    }

    @Override
    public void toColumns(
            final A from,
            final int fromAt,
            final int rows,
            final int cols,
            final A to,
            final int toAt,
            final int stride) {
        for (int c = 0; c < cols; c++) {
            for (int r = 0; r < rows; r++) {
                kernels.set(to, toAt + c * stride + r, kernels.get(from, fromAt + r * cols + c));
            }
        }
    }

    @Override
    public void toRows(
            final A from,
            final int fromAt,
            final int stride,
            final int rows,
            final int cols,
            final A to,
            final int toAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                kernels.set(to, toAt + r * cols + c, kernels.get(from, fromAt + c * stride + r));
            }
        }
    }

    @Override
    public void multiply(
            final A w,
            final int wAt,
            final int sumStride,
            final int outStride,
            final int sums,
            final int outs,
            final A x,
            final int xAt,
            final A y,
            final int yAt,
            final int rows) {
        for (int o = 0; o < outs; o++) {
            for (int s = 0; s < sums; s++) {
                final double weight = kernels.get(w, wAt + s * sumStride + o * outStride);
                kernels.addScaled(weight, x, xAt + s * rows, y, yAt + o * rows, rows);
            }
        }
    }

    @Override
    public void outer(
            final int blocks,
            final A x,
            final int xAt,
            final int xStride,
            final int ins,
            final A y,
            final int yAt,
            final int yStride,
            final int outs,
            final int rows,
            final A g,
            final int gAt) {
        for (int i = 0; i < ins; i++) {
            for (int j = 0; j < outs; j++) {
                double sum = kernels.get(g, gAt + i * outs + j);
                for (int block = 0; block < blocks; block++) {
                    sum += dot(x, xAt + block * xStride + i * rows, y, yAt + block * yStride + j * rows, rows);
                }
                kernels.set(g, gAt + i * outs + j, sum);
            }
        }
    }

    @Override
    public double dot(final A x, final int xAt, final A y, final int yAt, final int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += kernels.get(x, xAt + i) * kernels.get(y, yAt + i);
        }
        return sum;
    }

    @Override
    public void addRowSums(final A x, final int xAt, final int n, final int rows, final A g, final int gAt) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += kernels.get(x, xAt + i * rows + r);
            }
            add(g, gAt + i, sum);
        }
    }

    @Override
    public void slope(
            final Activation f,
            final A pre,
            final int preAt,
            final A post,
            final int postAt,
            final A d,
            final int dAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            final double y = kernels.get(post, postAt + i);
            final double x = Slope.readsArgument(f) ? kernels.get(pre, preAt + i) : 0;
            kernels.set(d, dAt + i, kernels.get(d, dAt + i) * Slope.of(f, x, y));
        }
    }

    private static double gateSlope(final boolean sigmoid, final double f) {
        return sigmoid ? f * (1 - f) : 1 - f * f;
    }

    @Override
    public void implicitStep(
            final Neurons<A> c,
            final A h,
            final A f,
            final int fAt,
            final A x,
            final int xAt,
            final A next,
            final int nextAt,
            final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double step = kernels.get(h, r);
                final double gate = kernels.get(f, fAt + k);
                final double top = kernels.get(x, xAt + k) + step * gate * limit;
                kernels.set(next, nextAt + k, top / (1 + step * (leak + m * gate)));
            }
        }
    }

    @Override
    public void implicitBack(
            final Neurons<A> c,
            final A h,
            final A f,
            final int fAt,
            final A next,
            final int nextAt,
            final A d,
            final A du,
            final int duAt,
            final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            double forLimit = 0;
            double forLeak = 0;
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double step = kernels.get(h, r);
                final double gate = kernels.get(f, fAt + k);
                final double reached = kernels.get(next, nextAt + k);
                final double q = kernels.get(d, k) / (1 + step * (leak + m * gate));
                final double flow = step * q;
                forLimit += flow * gate;
                forLeak -= flow * reached;
                kernels.set(du, duAt + k, flow * (limit - m * reached) * gateSlope(c.sigmoid, gate));
                kernels.set(d, k, q);
            }
            add(c.dLimit, i, forLimit);
            add(c.dLeak, i, forLeak);
        }
    }

    @Override
    public void rate(
            final Neurons<A> c, final A f, final int fAt, final A x, final int xAt, final A r, final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double at = kernels.get(x, xAt + k);
                kernels.set(r, k, kernels.get(f, fAt + k) * (limit - m * at) - leak * at);
            }
        }
    }

    @Override
    public void rateBack(
            final Neurons<A> c,
            final A f,
            final int fAt,
            final A x,
            final int xAt,
            final A dr,
            final A dx,
            final A du,
            final int duAt,
            final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            double forLimit = 0;
            double forLeak = 0;
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double gate = kernels.get(f, fAt + k);
                final double at = kernels.get(x, xAt + k);
                final double d = kernels.get(dr, k);
                forLimit += d * gate;
                forLeak -= d * at;
                kernels.set(du, duAt + k, d * (limit - m * at) * gateSlope(c.sigmoid, gate));
                kernels.set(dx, k, -d * (leak + m * gate));
            }
            add(c.dLimit, i, forLimit);
            add(c.dLeak, i, forLeak);
        }
    }

    @Override
    public void addTimed(
            final double a,
            final A h,
            final int hAt,
            final A x,
            final int xAt,
            final A y,
            final int yAt,
            final int n,
            final int rows) {
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < rows; r++) {
                add(y, yAt + i * rows + r, a * kernels.get(h, hAt + r) * kernels.get(x, xAt + i * rows + r));
            }
        }
    }

    @Override
    public void conduct(
            final SynapseGradient<A> c,
            final A v,
            final int vAt,
            final A num,
            final A den,
            final int denAt,
            final int rows) {
        PlainSynapses.conduct(kernels, c, v, vAt, num, den, denAt, rows);
    }

    @Override
    public void conductBack(
            final SynapseGradient<A> c,
            final A v,
            final int vAt,
            final A dNum,
            final A dDen,
            final A dv,
            final int dvAt,
            final int rows) {
        PlainSynapses.conductBack(kernels, c, v, vAt, dNum, dDen, dv, dvAt, rows);
    }

    @Override
    public void charge(
            final A cm,
            final int neurons,
            final A h,
            final A num,
            final A tape,
            final int denAt,
            final int vAt,
            final A next,
            final int nextAt,
            final int rows) {
        for (int i = 0; i < neurons; i++) {
            final double capacity = kernels.get(cm, i);
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double step = kernels.get(h, r);
                final double top = capacity * kernels.get(tape, vAt + k) + step * kernels.get(num, k);
                kernels.set(next, nextAt + k, top / (capacity + step * kernels.get(tape, denAt + k)));
            }
        }
    }

    @Override
    public void chargeBack(
            final A cm,
            final A dCm,
            final int neurons,
            final A h,
            final A tape,
            final int denAt,
            final int vAt,
            final A next,
            final int nextAt,
            final A d,
            final A dNum,
            final A dDen,
            final int rows) {
        for (int i = 0; i < neurons; i++) {
            final double capacity = kernels.get(cm, i);
            double forCapacity = 0;
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double step = kernels.get(h, r);
                final double q = kernels.get(d, k) / (capacity + step * kernels.get(tape, denAt + k));
                final double reached = kernels.get(next, nextAt + k);
                forCapacity += q * (kernels.get(tape, vAt + k) - reached);
                kernels.set(dNum, k, step * q);
                kernels.set(dDen, k, -step * q * reached);
                kernels.set(d, k, capacity * q);
            }
            add(dCm, i, forCapacity);
        }
    }

    /** y += x, one element. */
    final void add(final A y, final int at, final double x) {
        kernels.set(y, at, kernels.get(y, at) + x);
    }
}
