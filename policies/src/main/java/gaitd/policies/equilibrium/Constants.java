package gaitd.policies.equilibrium;

import gaitd.policies.kernel.Kernels;

/** Constants of neurons dx/dt = f (limit - m x) - leak x, and the sums of their gradients. */
final class Constants<A> {
    /** How many. */
    final int count;
    /** Whether the gate closes on the state too: m = 1. */
    final boolean liquid;
    /** The gate is the logistic function instead of tanh. */
    final boolean sigmoid;
    /** One a neuron; ones unless liquid. */
    final A limit;
    /** One a neuron, 1 / tau. */
    final A leak;
    /** Sums for limit. */
    final A dLimit;
    /** Sums for leak. */
    final A dLeak;

    Constants(final Kernels<A> kernels, final int count, final boolean liquid, final boolean sigmoid) {
        this.count = count;
        this.liquid = liquid;
        this.sigmoid = sigmoid;
        limit = kernels.allocate(count);
        leak = kernels.allocate(count);
        dLimit = kernels.allocate(count);
        dLeak = kernels.allocate(count);
        kernels.fill(limit, 0, count, 1);
    }
}
