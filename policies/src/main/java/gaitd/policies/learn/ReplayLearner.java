package gaitd.policies.learn;

import java.util.Arrays;

/**
 * Proximal policy optimisation from the last steps that one robot has recorded, whoever drove: an action counts by how likely the policy
 * makes it, against the policy that took it, within a clip range; in several passes over all steps, cut over time into sequences.
 *
 * <p>Observations are normalised before they come here. Before each update the networks go over all steps, for states and values. Used by
 * one thread; allocates nothing after construction.
 */
public final class ReplayLearner {
    private final ActorCritic networks;
    private final RolloutStorage steps;
    private final NetBatch actor;
    private final NetBatch critic;
    private final float[] actorState;
    private final float[] criticState;
    private final PpoUpdate update;
    private final FiniteCheck check = new FiniteCheck();
    private final boolean[] fallen;
    private final float rewardDeviation;
    private final double gamma;
    private final double lambda;
    private int count;
    private boolean begins = true;
    private long updates;

    /**
     * A learner that has seen nothing.
     *
     * @param actorNet gives the means of actions
     * @param criticNet gives the value of an observation
     * @param part critic, and the scale of rewards
     * @param deviation of the actions around their means, in the network's unit
     * @param learned what of the actor is learned
     * @param settings of updates; a rollout is what is kept of the steps
     * @param seed decides the order of sequences
     */
    public ReplayLearner(
            final Net actorNet,
            final Net criticNet,
            final LearnerPart part,
            final double deviation,
            final LearnedWeights learned,
            final PpoSettings settings,
            final long seed) {
        networks = new ActorCritic(actorNet, criticNet, deviation, seed);
        System.arraycopy(part.critic(), 0, networks.critic, 0, networks.critic.length);
        rewardDeviation = part.rewardDeviation();
        gamma = settings.get(PpoSetting.GAMMA);
        lambda = settings.get(PpoSetting.LAMBDA);
        steps = new RolloutStorage(
                1,
                settings.count(PpoSetting.ROLLOUT),
                settings.segments(),
                actorNet.inputs(),
                actorNet.outputs(),
                actorNet.states(),
                criticNet.states());
        Arrays.fill(steps.logDeviation, (float) Math.log(deviation));
        actor = new NetBatch(actorNet, 1, 1, 0);
        critic = new NetBatch(criticNet, 1, 1, 0);
        actorState = new float[actorNet.states()];
        criticState = new float[criticNet.states()];
        fallen = new boolean[steps.steps];
        update = new PpoUpdate(networks, settings, TaskExecutor.SERIAL, steps, check, seed);
        learned.freeze(actorNet, update.frozen());
    }

    /**
     * Keeps a step; the oldest ones go when there is no place.
     *
     * @param observation as the network saw it
     * @param mean of the policy that drove
     * @param action taken
     * @param reward what came of it
     */
    public void add(final float[] observation, final float[] mean, final float[] action, final double reward) {
        if (count == steps.steps) {
            forget(steps.segment);
        }
        System.arraycopy(observation, 0, steps.input, count * steps.inputs, steps.inputs);
        System.arraycopy(mean, 0, steps.mean, count * steps.actions, steps.actions);
        System.arraycopy(action, 0, steps.action, count * steps.actions, steps.actions);
        steps.logProbability[count] =
                (float) Gaussian.logProbability(action, 0, mean, 0, steps.logDeviation, 0, steps.actions);
        steps.reward[count] = (float) (reward / rewardDeviation);
        steps.restarted[count] = begins;
        steps.ended[count] = false;
        begins = false;
        count++;
    }

    private void forget(final int n) {
        count -= n;
        System.arraycopy(steps.input, n * steps.inputs, steps.input, 0, count * steps.inputs);
        System.arraycopy(steps.mean, n * steps.actions, steps.mean, 0, count * steps.actions);
        System.arraycopy(steps.action, n * steps.actions, steps.action, 0, count * steps.actions);
        System.arraycopy(steps.logProbability, n, steps.logProbability, 0, count);
        System.arraycopy(steps.reward, n, steps.reward, 0, count);
        System.arraycopy(steps.restarted, n, steps.restarted, 0, count);
        System.arraycopy(steps.ended, n, steps.ended, 0, count);
        System.arraycopy(fallen, n, fallen, 0, count);
    }

    /**
     * What comes next does not follow the last step.
     *
     * @param fell whether nothing more could be earned
     */
    public void interrupt(final boolean fell) {
        begins = true;
        if (count > 0 && !steps.ended[count - 1]) {
            steps.ended[count - 1] = true;
            fallen[count - 1] = fell;
        }
    }

    /**
     * Whether there are enough steps to learn from.
     *
     * @return true once as many as a rollout has were added
     */
    public boolean isFull() {
        return count == steps.steps;
    }

    /**
     * Goes on from a policy.
     *
     * @param parameters of the actor, in the order of its layout
     */
    public void begin(final float[] parameters) {
        System.arraycopy(parameters, 0, networks.actor, 0, networks.logAt);
    }

    /**
     * One update, when there are enough steps.
     *
     * @throws NonFiniteException when a value on the way is not finite; the learner is of no use after it
     */
    public void learn() {
        updates++;
        check.begin(updates);
        pass();
        steps.computeReturns(gamma, lambda);
        steps.normaliseAdvantages();
        update.run();
    }

    /** States where sequences begin, and values of all steps. */
    private void pass() {
        actor.load(networks.actor);
        critic.load(networks.critic);
        for (int step = 0; step < steps.steps; step++) {
            steps.beginSequences(step, actorState, criticState);
            forward(actor, actorState, step);
            forward(critic, criticState, step);
            final float value = critic.data.outputs[0];
            steps.value[step] = value;
            steps.bootstrap[step] = fallen[step] ? 0 : value;
            steps.lastValue[0] = value;
        }
    }

    private void forward(final NetBatch network, final float[] state, final int step) {
        System.arraycopy(steps.input, step * steps.inputs, network.data.inputs, 0, steps.inputs);
        network.data.restarts[0] = steps.restarted[step];
        System.arraycopy(state, 0, network.data.initialState, 0, state.length);
        network.forward();
        System.arraycopy(network.data.finalState, 0, state, 0, state.length);
    }

    /**
     * Updates so far.
     *
     * @return a count
     */
    public long updates() {
        return updates;
    }

    /**
     * Parameters of the actor.
     *
     * @return a copy, in the order of its layout
     */
    public float[] actor() {
        return networks.actorWeights();
    }
}
