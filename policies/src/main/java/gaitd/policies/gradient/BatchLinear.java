package gaitd.policies.gradient;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** y = b + x W for a batch, with W full or sparse, forwards and back. */
final class BatchLinear<A> {
    private static final int NO_BIAS = -1;
    private static final long EACH_WAY = 2;

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final Synapses pattern;
    private final int weightAt;
    private final int biasAt;
    private final int rows;

    private BatchLinear(
            final BatchKernels<A> batch, final Synapses pattern, final int weightAt, final int biasAt, final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.pattern = pattern;
        this.weightAt = weightAt;
        this.biasAt = biasAt;
        this.rows = rows;
    }

    static <A> BatchLinear<A> of(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final String weight,
            final String bias,
            final Synapses pattern,
            final int rows) {
        return new BatchLinear<>(
                batch,
                pattern,
                layout.slice(weight).offset(),
                bias.isEmpty() ? NO_BIAS : layout.slice(bias).offset(),
                rows);
    }

    /** A full one with the slices name.weight and name.bias. */
    static <A> BatchLinear<A> of(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final String name,
            final int sources,
            final int targets,
            final int rows) {
        return of(batch, layout, name + ".weight", name + ".bias", Synapses.full(sources, targets), rows);
    }

    int targets() {
        return pattern.targets();
    }

    /** Of one pass: a multiplication and an addition a synapse. */
    long operations() {
        return EACH_WAY * pattern.count();
    }

    /** y = b + x W, or x W without a bias. */
    void apply(final A weights, final A x, final int xAt, final A y, final int yAt) {
        if (biasAt == NO_BIAS) {
            kernels.fill(y, yAt, pattern.targets() * rows, 0);
        } else {
            for (int j = 0; j < pattern.targets(); j++) {
                kernels.fill(y, yAt + j * rows, rows, kernels.get(weights, biasAt + j));
            }
        }
        add(weights, x, xAt, y, yAt);
    }

    /** y += x W. */
    void add(final A weights, final A x, final int xAt, final A y, final int yAt) {
        final int targets = pattern.targets();
        if (pattern.isFull()) {
            batch.multiply(weights, weightAt, targets, 1, pattern.sources(), targets, x, xAt, y, yAt, rows);
            return;
        }
        for (int k = 0; k < pattern.count(); k++) {
            final double w = kernels.get(weights, weightAt + k);
            kernels.addScaled(w, x, xAt + pattern.source(k) * rows, y, yAt + pattern.target(k) * rows, rows);
        }
    }

    /** dx += dy W transposed. */
    void backInput(final A weights, final A dy, final int dyAt, final A dx, final int dxAt) {
        final int targets = pattern.targets();
        if (pattern.isFull()) {
            batch.multiply(weights, weightAt, 1, targets, targets, pattern.sources(), dy, dyAt, dx, dxAt, rows);
            return;
        }
        for (int k = 0; k < pattern.count(); k++) {
            final double w = kernels.get(weights, weightAt + k);
            kernels.addScaled(w, dy, dyAt + pattern.target(k) * rows, dx, dxAt + pattern.source(k) * rows, rows);
        }
    }

    /** Gradients of weights and bias from one block each. */
    void backWeights(final A x, final int xAt, final A dy, final int dyAt, final A gradient, final int gradientAt) {
        backWeights(1, x, xAt, 0, dy, dyAt, 0, gradient, gradientAt);
        if (biasAt != NO_BIAS) {
            batch.addRowSums(dy, dyAt, pattern.targets(), rows, gradient, gradientAt + biasAt);
        }
    }

    /** Gradients of the weights, without the bias, from several blocks a stride apart. */
    void backWeights(
            final int blocks,
            final A x,
            final int xAt,
            final int xStride,
            final A dy,
            final int dyAt,
            final int dyStride,
            final A gradient,
            final int gradientAt) {
        final int targets = pattern.targets();
        final int at = gradientAt + weightAt;
        if (pattern.isFull()) {
            batch.outer(blocks, x, xAt, xStride, pattern.sources(), dy, dyAt, dyStride, targets, rows, gradient, at);
            return;
        }
        for (int k = 0; k < pattern.count(); k++) {
            double sum = kernels.get(gradient, at + k);
            for (int block = 0; block < blocks; block++) {
                final int source = xAt + block * xStride + pattern.source(k) * rows;
                sum += batch.dot(x, source, dy, dyAt + block * dyStride + pattern.target(k) * rows, rows);
            }
            kernels.set(gradient, at + k, sum);
        }
    }
}
