package gaitd.policies.solver;

/** Gains and decays at the old state, decay applied to the new one, in equal steps. */
final class SemiImplicit<A> implements Solver<A> {
    private final int subSteps;

    SemiImplicit(final int subSteps) {
        this.subSteps = subSteps;
    }

    @Override
    public void integrate(final QuasiLinear<A> system, final A x, final double duration) {
        system.advance(duration / subSteps, subSteps, x);
    }
}
