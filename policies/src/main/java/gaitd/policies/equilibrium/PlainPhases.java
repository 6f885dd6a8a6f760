package gaitd.policies.equilibrium;

import gaitd.policies.kernel.Kernels;

/** Plain loops, computed in double and rounded to the array's precision. */
final class PlainPhases<A> implements Phases<A> {
    private final Kernels<A> kernels;

    PlainPhases(final Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void free(final Constants<A> c, final A h, final A f, final A x, final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double step = kernels.get(h, r);
                final double gate = kernels.get(f, k);
                kernels.set(x, k, (kernels.get(x, k) + step * gate * limit) / (1 + step * (leak + m * gate)));
            }
        }
    }

    @Override
    public void nudged(
            final Constants<A> c,
            final double h,
            final double beta,
            final A f,
            final A push,
            final A x,
            final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            final double leak = kernels.get(c.leak, i);
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double gate = kernels.get(f, k);
                final double gain = gate * limit + beta * kernels.get(push, k);
                kernels.set(x, k, (kernels.get(x, k) + h * gain) / (1 + h * (leak + m * gate)));
            }
        }
    }

    @Override
    public void push(final Constants<A> c, final A f, final A x, final A force, final A push, final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double limit = kernels.get(c.limit, i);
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double gate = kernels.get(f, k);
                final double slope = c.sigmoid ? gate * (1 - gate) : 1 - gate * gate;
                kernels.set(push, k, kernels.get(force, k) * slope * (limit - m * kernels.get(x, k)));
            }
        }
    }

    @Override
    public void constants(final Constants<A> c, final A f, final A x, final A force, final A back, final int rows) {
        final double m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final double leak = kernels.get(c.leak, i);
            double forLimit = kernels.get(c.dLimit, i);
            double forLeak = kernels.get(c.dLeak, i);
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double gate = kernels.get(f, k);
                final double lambda = (kernels.get(force, k) + kernels.get(back, k)) / (leak + m * gate);
                forLimit += lambda * gate;
                forLeak -= lambda * kernels.get(x, k);
            }
            kernels.set(c.dLimit, i, forLimit);
            kernels.set(c.dLeak, i, forLeak);
        }
    }

    @Override
    public void difference(final A a, final A b, final double factor, final int n) {
        for (int k = 0; k < n; k++) {
            kernels.set(a, k, (kernels.get(a, k) - kernels.get(b, k)) * factor);
        }
    }

    @Override
    public double distance(final A a, final A b, final int n) {
        double most = 0;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, Math.abs(kernels.get(a, k) - kernels.get(b, k)));
        }
        return most;
    }
}
