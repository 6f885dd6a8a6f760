package gaitd.policies.learn;

import java.util.Arrays;

/**
 * Collects a rollout from a contiguous range of environments: normalises observations, evaluates actor and critic, samples actions.
 *
 * <p>Workers run in parallel; each has its own random stream, so that results do not depend on the number of threads.
 */
final class RolloutWorker {
    final Moments seen;
    final RandomStream random;

    private final ActorCritic networks;
    private final int first;
    private final int count;
    private final NetBatch actor;
    private final NetBatch critic;
    private final RolloutStorage rollout;
    private final Transitions transitions;
    private final float[] actorState;
    private final float[] criticState;

    RolloutWorker(
            final ActorCritic networks,
            final int first,
            final int count,
            final RolloutStorage rollout,
            final Transitions transitions,
            final float[] actorState,
            final float[] criticState) {
        this.networks = networks;
        this.first = first;
        this.count = count;
        this.rollout = rollout;
        this.transitions = transitions;
        this.actorState = actorState;
        this.criticState = criticState;
        actor = new NetBatch(networks.actorNet, count, 1, 0);
        critic = new NetBatch(networks.criticNet, count, 1, 0);
        seen = new Moments(rollout.inputs);
        random = new RandomStream(0);
    }

    /** Takes the networks' parameters as they are now. */
    void load() {
        actor.load(networks.actor);
        critic.load(networks.critic);
    }

    /** Samples the actions of a step and stores the transition. */
    void act(final int step, final Normaliser normaliser) {
        final int cell = step * rollout.environments + first;
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            seen.add(transitions.observation, (first + i) * n);
            normaliser.apply(
                    transitions.observation,
                    (first + i) * n,
                    rollout.input,
                    (cell + i) * n,
                    PpoSettings.OBSERVATION_MAX);
        }
        System.arraycopy(rollout.input, cell * n, actor.data.inputs, 0, count * n);
        System.arraycopy(rollout.input, cell * n, critic.data.inputs, 0, count * n);
        System.arraycopy(rollout.restarted, cell, actor.data.restarts, 0, count);
        System.arraycopy(rollout.restarted, cell, critic.data.restarts, 0, count);
        forward(actor, actorState);
        saveState(actor, actorState);
        forward(critic, criticState);
        saveState(critic, criticState);
        sample(cell);
    }

    private void sample(final int cell) {
        final int a = rollout.actions;
        final float[] logDeviation = rollout.logDeviation;
        for (int i = 0; i < count; i++) {
            final int row = (cell + i) * a;
            for (int k = 0; k < a; k++) {
                final float mean = actor.data.outputs[i * a + k];
                rollout.mean[row + k] = mean;
                rollout.action[row + k] = (float) (mean + StrictMath.exp(logDeviation[k]) * random.nextGaussian());
            }
            System.arraycopy(rollout.action, row, transitions.action, (first + i) * a, a);
            rollout.logProbability[cell + i] =
                    (float) Gaussian.logProbability(rollout.action, row, rollout.mean, row, logDeviation, 0, a);
            rollout.value[cell + i] = critic.data.outputs[i];
        }
    }

    /** Bootstrap values: the critic at the final observations of episodes that were truncated in this step. */
    void bootstrap(final int step, final Normaliser normaliser) {
        boolean any = false;
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            final boolean truncated = isTruncated(i);
            any |= truncated;
            final float[] from = truncated ? transitions.finalObservation : transitions.observation;
            normaliser.apply(from, (first + i) * n, critic.data.inputs, i * n, PpoSettings.OBSERVATION_MAX);
        }
        if (!any) {
            return;
        }
        Arrays.fill(critic.data.restarts, false);
        forward(critic, criticState);
        final int cell = step * rollout.environments + first;
        for (int i = 0; i < count; i++) {
            if (isTruncated(i)) {
                rollout.bootstrap[cell + i] = critic.data.outputs[i];
            }
        }
    }

    private boolean isTruncated(final int i) {
        return transitions.truncated[first + i] && !transitions.terminated[first + i];
    }

    /** The critic at the observations that follow the last step. */
    void last(final Normaliser normaliser) {
        final int n = rollout.inputs;
        final int lastStep = (rollout.steps - 1) * rollout.environments + first;
        for (int i = 0; i < count; i++) {
            normaliser.apply(
                    transitions.observation, (first + i) * n, critic.data.inputs, i * n, PpoSettings.OBSERVATION_MAX);
            critic.data.restarts[i] = rollout.ended[lastStep + i];
        }
        forward(critic, criticState);
        System.arraycopy(critic.data.outputs, 0, rollout.lastValue, first, count);
    }

    private void forward(final NetBatch network, final float[] state) {
        final int s = network.states;
        System.arraycopy(state, first * s, network.data.initialState, 0, s * count);
        network.forward();
    }

    private void saveState(final NetBatch network, final float[] state) {
        System.arraycopy(network.data.finalState, 0, state, first * network.states, network.states * count);
    }
}
