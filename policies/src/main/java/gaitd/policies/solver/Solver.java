package gaitd.policies.solver;

import gaitd.policies.kernel.Kernels;

/**
 * Advances a state over a duration. One object serves one thread.
 *
 * @param <A> double[] or float[]
 */
public interface Solver<A> {
    /**
     * Advances a state in place; allocates nothing.
     *
     * @param system what to integrate
     * @param x the state from 0, of the size the solver was made for
     * @param duration 0 or more, in the unit of the system's time
     */
    void integrate(QuasiLinear<A> system, A x, double duration);

    /**
     * Makes a solver of fixed steps.
     *
     * @param <A> double[] or float[]
     * @param scheme the method; {@link Scheme#DORMAND_PRINCE} gets a relative and absolute tolerance of 1e-12
     * @param kernels the arithmetic
     * @param size number of states
     * @param subSteps steps a call, 1 or more; no meaning for {@link Scheme#DORMAND_PRINCE}
     * @return the solver
     * @throws IllegalArgumentException when a number is below 1
     */
    static <A> Solver<A> of(final Scheme scheme, final Kernels<A> kernels, final int size, final int subSteps) {
        if (size < 1 || subSteps < 1) {
            throw new IllegalArgumentException(size + " states, " + subSteps + " sub-steps: both must be at least 1");
        }
        return switch (scheme) {
            case EXPLICIT_EULER -> new ExplicitEuler<>(kernels, size, subSteps);
            case SEMI_IMPLICIT -> new SemiImplicit<>(subSteps);
            case RK4 -> new RungeKutta4<>(kernels, size, subSteps);
            case DORMAND_PRINCE -> new DormandPrince<>(kernels, size, DormandPrince.FINE);
        };
    }
}
