package gaitd.policies.gradient;

/** Constants of the neurons of an ODE cell in the form f (limit - m x) - leak x, and the sums of their gradients. */
final class Neurons<A> {
    /** How many. */
    final int count;
    /** Whether the gate closes on the state too: m = 1. */
    final boolean liquid;
    /** One a neuron; ones unless liquid. */
    final A limit;
    /** One a neuron, 1 / tau; zeros without a leak. */
    final A leak;
    /** Sums for limit. */
    final A dLimit;
    /** Sums for leak. */
    final A dLeak;
    /** The gate is the logistic function instead of tanh. */
    final boolean sigmoid;

    Neurons(final BatchKernels<A> kernels, final int count, final boolean liquid, final boolean sigmoid) {
        this.count = count;
        this.liquid = liquid;
        this.sigmoid = sigmoid;
        limit = kernels.basic().allocate(count);
        leak = kernels.basic().allocate(count);
        dLimit = kernels.basic().allocate(count);
        dLeak = kernels.basic().allocate(count);
        kernels.basic().fill(limit, 0, count, 1);
    }
}
