package gaitd.policies.solver;

/**
 * The right-hand side of dx/dt = gain(x) - decay(x) x, with the inputs held constant.
 *
 * @param <A> double[] or float[]
 */
public interface QuasiLinear<A> {
    /**
     * Evaluates both parts; called by a solver several times a step, allocates nothing.
     *
     * @param x state from 0, read only
     * @param gain written from 0, one value a state
     * @param decay written from 0, 1/s, one value a state
     */
    void split(A x, A gain, A decay);

    /**
     * Semi-implicit steps, in each x = (x + h gain) / (1 + h decay) with both parts at the old state; a system may have them in one
     * pass.
     *
     * @param h each step, 0 or more
     * @param steps how many
     * @param x state from 0, changed
     */
    void advance(double h, int steps, A x);
}
