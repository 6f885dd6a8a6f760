package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Matrix;
import gaitd.policies.kernel.Synapses;

/** y = b + x W, with W full or sparse, as two slices of a cell's parameters: name.weight and name.bias. */
final class Linear<A> {
    private static final int NO_BIAS = -1;

    private final Kernels<A> kernels;
    private final Synapses pattern;
    private final Matrix<A> matrix;
    private final int weightAt;
    private final int biasAt;

    private Linear(final Kernels<A> kernels, final Synapses pattern, final int weightAt, final int biasAt) {
        this.kernels = kernels;
        this.pattern = pattern;
        this.matrix = kernels.matrix(pattern);
        this.weightAt = weightAt;
        this.biasAt = biasAt;
    }

    static <A> Linear<A> of(
            final Kernels<A> kernels,
            final ParameterLayout.Builder layout,
            final String weight,
            final String bias,
            final Synapses pattern) {
        final int weightAt = pattern.isFull()
                ? layout.add(weight, pattern.sources(), pattern.targets())
                : layout.add(weight, 1, pattern.count());
        return new Linear<>(kernels, pattern, weightAt, layout.add(bias, 1, pattern.targets()));
    }

    static <A> Linear<A> of(
            final Kernels<A> kernels,
            final ParameterLayout.Builder layout,
            final String name,
            final int sources,
            final int targets) {
        return of(kernels, layout, name + ".weight", name + ".bias", Synapses.full(sources, targets));
    }

    static <A> Linear<A> withoutBias(
            final Kernels<A> kernels,
            final ParameterLayout.Builder layout,
            final String weight,
            final Synapses pattern) {
        final int weightAt = pattern.isFull()
                ? layout.add(weight, pattern.sources(), pattern.targets())
                : layout.add(weight, 1, pattern.count());
        return new Linear<>(kernels, pattern, weightAt, NO_BIAS);
    }

    /** Takes the weights from the cell's copy of its parameters; biases are read there at every step. */
    void load(final A weights) {
        matrix.load(weights, weightAt);
    }

    int targets() {
        return pattern.targets();
    }

    int synapses() {
        return pattern.count();
    }

    /** y = b + x W, or x W without a bias. */
    void apply(final A weights, final A x, final int xAt, final A y, final int yAt) {
        if (biasAt == NO_BIAS) {
            kernels.fill(y, yAt, pattern.targets(), 0);
            add(x, xAt, y, yAt);
        } else {
            matrix.multiply(x, xAt, weights, biasAt, y, yAt);
        }
    }

    /** y = f(b + x W), with a bias. */
    void apply(final Activation f, final A weights, final A x, final int xAt, final A y, final int yAt) {
        kernels.layer(f, matrix, x, xAt, weights, biasAt, y, yAt, pattern.targets());
    }

    /** Semi-implicit steps of liquid neurons with these as their inner weights, see {@link Kernels#unfold}. */
    void unfold(
            final double h,
            final int steps,
            final Activation gate,
            final A drive,
            final A potential,
            final A limit,
            final A leak,
            final A x) {
        kernels.unfold(h, steps, gate, matrix, drive, potential, limit, leak, x, pattern.targets());
    }

    /** y += x W. */
    void add(final A x, final int xAt, final A y, final int yAt) {
        matrix.multiply(x, xAt, y, yAt);
    }

    /** y = base + x W. */
    void add(final A x, final int xAt, final A base, final int baseAt, final A y, final int yAt) {
        matrix.multiply(x, xAt, base, baseAt, y, yAt);
    }
}
