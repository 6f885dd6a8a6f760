package gaitd.policies.solver;

import gaitd.policies.kernel.Kernels;

/** Explicit Euler in equal steps. */
final class ExplicitEuler<A> implements Solver<A> {
    private final Kernels<A> kernels;
    private final int size;
    private final int subSteps;
    private final A gain;
    private final A decay;
    private final A slope;

    ExplicitEuler(final Kernels<A> kernels, final int size, final int subSteps) {
        this.kernels = kernels;
        this.size = size;
        this.subSteps = subSteps;
        this.gain = kernels.allocate(size);
        this.decay = kernels.allocate(size);
        this.slope = kernels.allocate(size);
    }

    @Override
    public void integrate(final QuasiLinear<A> system, final A x, final double duration) {
        final double h = duration / subSteps;
        for (int step = 0; step < subSteps; step++) {
            system.split(x, gain, decay);
            kernels.rate(gain, decay, x, slope, size);
            kernels.addScaled(h, slope, 0, x, 0, size);
        }
    }
}
