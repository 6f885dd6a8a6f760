package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/** f(b + x W) for a batch: arguments and values stay on the tape, arguments in front. */
final class SquashedLinear<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final BatchLinear<A> linear;
    private final Activation activation;
    private final int block;

    SquashedLinear(
            final BatchKernels<A> batch, final BatchLinear<A> linear, final Activation activation, final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.linear = linear;
        this.activation = activation;
        this.block = Math.multiplyExact(linear.targets(), rows);
    }

    /** Numbers on the tape for each sequence. */
    int tape() {
        return 2 * linear.targets();
    }

    /** Where the values are, behind the tape's begin. */
    int valuesAt() {
        return block;
    }

    int size() {
        return linear.targets();
    }

    long operations() {
        return 3 * linear.operations();
    }

    void forward(final A weights, final A x, final int xAt, final A tape, final int tapeAt) {
        linear.apply(weights, x, xAt, tape, tapeAt);
        kernels.copy(tape, tapeAt, tape, tapeAt + block, block);
        kernels.activate(activation, tape, tapeAt + block, block);
    }

    /** From dy, which is changed, to dx, which is added to. */
    void backward(
            final A weights,
            final A x,
            final int xAt,
            final A tape,
            final int tapeAt,
            final A dy,
            final int dyAt,
            final A dx,
            final int dxAt,
            final A gradient,
            final int gradientAt) {
        batch.slope(activation, tape, tapeAt, tape, tapeAt + block, dy, dyAt, block);
        linear.backInput(weights, dy, dyAt, dx, dxAt);
        linear.backWeights(x, xAt, dy, dyAt, gradient, gradientAt);
    }
}
