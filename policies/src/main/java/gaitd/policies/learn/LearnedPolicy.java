package gaitd.policies.learn;

/**
 * The actor of a finished training, acting in all copies of a task without exploring: each action is the mean that the actor gives.
 *
 * <p>Observations are normalised and networks computed as in training; the state of a network with memory goes on through an episode and
 * begins anew with the next. Driven by one thread; {@link #act} allocates nothing.
 */
public final class LearnedPolicy {
    private final NetBatch actor;
    private final Normaliser normaliser;
    private boolean first = true;

    /**
     * A policy at the beginning of all episodes.
     *
     * @param trained what was learned
     * @param env the task
     * @throws IllegalArgumentException in one line when it was learned with other observations or actions
     */
    public LearnedPolicy(final TrainedNetworks trained, final VectorEnv env) {
        if (trained.inputs() != env.observations() || trained.outputs() != env.actions()) {
            throw new IllegalArgumentException("learned with %d observations and %d actions, the task has %d and %d"
                    .formatted(trained.inputs(), trained.outputs(), env.observations(), env.actions()));
        }
        trained.requireSignals(env);
        actor = new NetBatch(trained.actorNet(), env.environments(), 1, 0);
        actor.load(trained.actor);
        normaliser = new Normaliser(trained.inputs());
        normaliser.take(trained.seen);
    }

    /**
     * Acts.
     *
     * @param transitions observations and ends of episodes are read, actions are written
     */
    public void act(final Transitions transitions) {
        for (int i = 0; i < transitions.environments; i++) {
            final int at = i * actor.inputs;
            normaliser.apply(transitions.observation, at, actor.data.inputs, at, PpoSettings.OBSERVATION_MAX);
            actor.data.restarts[i] = first || transitions.terminated[i] || transitions.truncated[i];
        }
        first = false;
        actor.forward();
        System.arraycopy(actor.data.finalState, 0, actor.data.initialState, 0, actor.data.initialState.length);
        System.arraycopy(actor.data.outputs, 0, transitions.action, 0, transitions.action.length);
    }
}
