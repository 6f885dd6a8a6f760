package gaitd.policies.solver;

import gaitd.policies.kernel.Kernels;

/** The classical Runge-Kutta method in equal steps. */
final class RungeKutta4<A> implements Solver<A> {
    private final Kernels<A> kernels;
    private final int size;
    private final int subSteps;
    private final A gain;
    private final A decay;
    private final A slope;
    private final A stage;
    private final A sum;

    RungeKutta4(final Kernels<A> kernels, final int size, final int subSteps) {
        this.kernels = kernels;
        this.size = size;
        this.subSteps = subSteps;
        this.gain = kernels.allocate(size);
        this.decay = kernels.allocate(size);
        this.slope = kernels.allocate(size);
        this.stage = kernels.allocate(size);
        this.sum = kernels.allocate(size);
    }

    @Override
    public void integrate(final QuasiLinear<A> system, final A x, final double duration) {
        final double h = duration / subSteps;
        for (int step = 0; step < subSteps; step++) {
            kernels.fill(sum, 0, size, 0);
            kernels.copy(x, 0, stage, 0, size);
            slope(system, 1);
            advance(x, h / 2);
            slope(system, 2);
            advance(x, h / 2);
            slope(system, 2);
            advance(x, h);
            slope(system, 1);
            kernels.addScaled(h / 6, sum, 0, x, 0, size);
        }
    }

    private void slope(final QuasiLinear<A> system, final double weight) {
        system.split(stage, gain, decay);
        kernels.rate(gain, decay, stage, slope, size);
        kernels.addScaled(weight, slope, 0, sum, 0, size);
    }

    private void advance(final A x, final double by) {
        kernels.copy(x, 0, stage, 0, size);
        kernels.addScaled(by, slope, 0, stage, 0, size);
    }
}
