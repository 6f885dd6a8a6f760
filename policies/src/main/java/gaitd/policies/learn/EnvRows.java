package gaitd.policies.learn;

/**
 * What goes into a step of all environments and what comes out, one row an environment; owned by the caller, written in place.
 *
 * <p>In a step that ends an episode {@link #finalObservation} is its last one, {@link #observation} already the first one of the next;
 * everything else tells of the step that was made.
 */
public final class EnvRows {
    /** Number of environments. */
    public final int environments;
    /** In: actions, environments x actions; nominally from -1 to 1, environments clamp what they must. */
    public final float[] action;
    /** Out: what is seen now, environments x observations, in the task's units. */
    public final float[] observation;
    /** Out: what was seen last in the episode that ended; older content where none did. */
    public final float[] finalObservation;
    /** Out: reward of the step. */
    public final float[] reward;
    /** Out: what each term of the reward gave, environments x terms; a row's sum is its reward. */
    public final float[] rewardTerm;
    /** Out: whether the episode ended for good: nothing can be earned after it. */
    public final boolean[] done;
    /** Out: whether the episode was cut off by time or place: it could have gone on. */
    public final boolean[] truncated;
    /** Out: where an episode ended, whether it reached what the task wants. */
    public final boolean[] success;

    /**
     * Zeros.
     *
     * @param environments how many
     * @param observations numbers in an observation
     * @param actions numbers in an action
     * @param terms of the reward
     */
    public EnvRows(final int environments, final int observations, final int actions, final int terms) {
        this.environments = environments;
        action = new float[Math.multiplyExact(environments, actions)];
        observation = new float[Math.multiplyExact(environments, observations)];
        finalObservation = new float[observation.length];
        reward = new float[environments];
        rewardTerm = new float[Math.multiplyExact(environments, terms)];
        done = new boolean[environments];
        truncated = new boolean[environments];
        success = new boolean[environments];
    }

    /**
     * Rows that fit.
     *
     * @param env the task
     * @return of zeros
     */
    public static EnvRows of(final VectorEnv env) {
        return new EnvRows(
                env.environments(),
                env.observations(),
                env.actions(),
                env.rewardTerms().size());
    }
}
