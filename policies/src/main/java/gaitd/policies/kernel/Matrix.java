package gaitd.policies.kernel;

/**
 * Weights of one pattern, kept in the order that a form of arithmetic reads fastest. Serves one thread.
 *
 * @param <A> double[] or float[]
 */
public interface Matrix<A> {
    /**
     * Takes the weights; allocates nothing.
     *
     * @param weights one a synapse, in the pattern's order
     * @param at the first
     */
    void load(A weights, int at);

    /**
     * y_j = base_j + sum_i x_i w_ij over the pattern's synapses; allocates nothing.
     *
     * @param x one value a source
     * @param xAt first source
     * @param base one value a target; may be y
     * @param baseAt first target
     * @param y one value a target, written; another slice than x
     * @param yAt first target
     */
    void multiply(A x, int xAt, A base, int baseAt, A y, int yAt);

    /**
     * y_j += sum_i x_i w_ij over the pattern's synapses; allocates nothing.
     *
     * @param x one value a source
     * @param xAt first source
     * @param y one value a target, added to; another slice than x
     * @param yAt first target
     */
    default void multiply(final A x, final int xAt, final A y, final int yAt) {
        multiply(x, xAt, y, yAt, y, yAt);
    }
}
