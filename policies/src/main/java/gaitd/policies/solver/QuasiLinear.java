package gaitd.policies.solver;

/**
 * The right-hand side of dx/dt = gain(x) - decay(x) x, with the inputs of the moment held inside.
 *
 * @param <A> double[] or float[]
 */
public interface QuasiLinear<A> {
    /**
     * Evaluates both parts; called by a solver several times a step, allocates nothing.
     *
     * @param x state, read only
     * @param xAt its first element
     * @param gain written from 0, one value a state
     * @param decay written from 0, 1/s, one value a state
     */
    void split(A x, int xAt, A gain, A decay);
}
