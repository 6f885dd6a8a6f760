package gaitd.policies.learn;

/**
 * One transition of every environment: the actions go in; observations, rewards and ends of episodes come out. One row an environment;
 * owned by the caller, written in place.
 *
 * <p>In a step that ends an episode {@link #finalObservation} is its last observation and {@link #observation} the first of the next
 * episode; all other values belong to the step that ended it.
 */
public final class Transitions {
    /** Number of environments. */
    public final int environments;
    /** In: actions, environments x actions; nominally from -1 to 1, environments clamp what they must. */
    public final float[] action;
    /** Out: observations after the step, environments x observations, in the task's units. */
    public final float[] observation;
    /** Out: last observations of the episodes that ended in this step; left as it was elsewhere. */
    public final float[] finalObservation;
    /** Out: rewards. */
    public final float[] reward;
    /** Out: contributions of the reward's terms, environments x terms; the sum of a row is its reward. */
    public final float[] rewardTerm;
    /** Out: whether the episode ended in a final state, after which nothing can be earned. */
    public final boolean[] terminated;
    /** Out: whether the episode was cut off by time or place, so that its value goes on. */
    public final boolean[] truncated;
    /** Out: where an episode ended, whether it reached the goal of the task. */
    public final boolean[] success;

    /**
     * Zeros.
     *
     * @param environments how many
     * @param observations values of an observation
     * @param actions values of an action
     * @param terms of the reward
     */
    public Transitions(final int environments, final int observations, final int actions, final int terms) {
        this.environments = environments;
        action = new float[Math.multiplyExact(environments, actions)];
        observation = new float[Math.multiplyExact(environments, observations)];
        finalObservation = new float[observation.length];
        reward = new float[environments];
        rewardTerm = new float[Math.multiplyExact(environments, terms)];
        terminated = new boolean[environments];
        truncated = new boolean[environments];
        success = new boolean[environments];
    }

    /**
     * Transitions of the sizes of an environment.
     *
     * @param env the task
     * @return zeros
     */
    public static Transitions of(final VectorEnv env) {
        return new Transitions(
                env.environments(),
                env.observations(),
                env.actions(),
                env.rewardTerms().size());
    }
}
