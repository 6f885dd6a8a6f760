package gaitd.policies.kernel;

/**
 * Conductance synapses of one pattern, kept in the order that a form of arithmetic reads fastest. Serves one thread.
 *
 * @param <A> double[] or float[]
 */
public interface Conductances<A> {
    /** Values a synapse: sigma, mu, w and drive. */
    int FIELDS = 4;

    /**
     * Takes the parameters; allocates nothing.
     *
     * @param p four blocks of one value a synapse, in the pattern's order, one behind the other: sigma, mu, w, drive
     * @param at the first sigma
     */
    void load(A p, int at);

    /**
     * With g = s(sigma_ij (v_i - mu_ij)): num_j += g drive_ij and den_j += g w_ij; allocates nothing.
     *
     * @param v potentials of the sources
     * @param vAt first source
     * @param num numerators of the targets from 0, added to
     * @param den denominators of the targets from 0, added to
     */
    void conduct(A v, int vAt, A num, A den);
}
