package gaitd.policies.equilibrium;

import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.kernel.FloatKernels;

/**
 * Element-wise arithmetic of the phases on blocks of one row a neuron and one column a sample, all from 0. Allocates nothing.
 *
 * @param <A> double[] or float[]
 */
interface Phases<A> {
    /** The form that goes with the arithmetic of a batch. */
    @SuppressWarnings("unchecked")
    static <A> Phases<A> of(final BatchKernels<A> batch) {
        final FloatKernels fastest = FloatKernels.fastest();
        if (batch.basic() == fastest && fastest != FloatKernels.INSTANCE) {
            return (Phases<A>) new VectorPhases();
        }
        return new PlainPhases<>(batch.basic());
    }

    /** x = (x + h f limit) / (1 + h (leak + m f)) with one h a column. */
    void free(Constants<A> c, A h, A f, A x, int rows);

    /** x = (x + h (f limit + beta push)) / (1 + h (leak + m f)). */
    void nudged(Constants<A> c, double h, double beta, A f, A push, A x, int rows);

    /** push = force f' (limit - m x), with f' the gate's slope where it is f. */
    void push(Constants<A> c, A f, A x, A force, A push, int rows);

    /**
     * From back = W delta, the displacement of the potentials, the sums of limit and leak: lambda = (force + back) / (leak + m f), dLimit += lambda f, dLeak -=
     * lambda x.
     */
    void constants(Constants<A> c, A f, A x, A force, A back, int rows);

    /** a = (a - b) factor. */
    void difference(A a, A b, double factor, int n);

    /** Largest absolute difference. */
    double distance(A a, A b, int n);
}
