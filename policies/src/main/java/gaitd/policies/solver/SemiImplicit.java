package gaitd.policies.solver;

import gaitd.policies.kernel.Kernels;

/** Gains and decays at the old state, decay applied to the new one, in equal steps. */
final class SemiImplicit<A> implements Solver<A> {
    private final Kernels<A> kernels;
    private final int size;
    private final int subSteps;
    private final A gain;
    private final A decay;

    SemiImplicit(final Kernels<A> kernels, final int size, final int subSteps) {
        this.kernels = kernels;
        this.size = size;
        this.subSteps = subSteps;
        this.gain = kernels.allocate(size);
        this.decay = kernels.allocate(size);
    }

    @Override
    public void integrate(final QuasiLinear<A> system, final A x, final int xAt, final double duration) {
        final double h = duration / subSteps;
        for (int step = 0; step < subSteps; step++) {
            system.split(x, xAt, gain, decay);
            kernels.semiImplicit(h, gain, decay, x, xAt, size);
        }
    }
}
