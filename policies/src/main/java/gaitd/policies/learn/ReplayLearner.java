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
    /** The steps that do not fill a sequence yet. */
    private final RolloutStorage newest;

    private final NetBatch actor;
    private final NetBatch critic;
    private final float[] actorState;
    private final float[] criticState;
    private final PpoUpdate update;
    private final FiniteCheck check = new FiniteCheck();
    private final boolean[] fallen;
    private final boolean[] newestFallen;
    private final float rewardDeviation;
    private final double gamma;
    private final double lambda;
    private int count;
    private int newestCount;
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
        steps = storage(settings.count(PpoSetting.ROLLOUT), settings.segments());
        newest = storage(steps.segment, 1);
        Arrays.fill(steps.logDeviation, (float) StrictMath.log(deviation));
        actor = new NetBatch(actorNet, 1, 1, 0);
        critic = new NetBatch(criticNet, 1, 1, 0);
        actorState = new float[actorNet.states()];
        criticState = new float[criticNet.states()];
        fallen = new boolean[steps.steps];
        newestFallen = new boolean[newest.steps];
        update = new PpoUpdate(networks, settings, TaskExecutor.SERIAL, steps, check, seed);
        learned.freeze(actorNet, update.frozen());
    }

    private RolloutStorage storage(final int length, final int segments) {
        return new RolloutStorage(
                1,
                length,
                segments,
                networks.actorNet.inputs(),
                networks.actorNet.outputs(),
                networks.actorNet.states(),
                networks.criticNet.states());
    }

    /**
     * Keeps a step. Steps are learned from once they fill a sequence, which takes the place of the oldest one.
     *
     * @param observation as the network saw it
     * @param mean of the policy that drove
     * @param action taken
     * @param reward what came of it
     */
    public void add(final float[] observation, final float[] mean, final float[] action, final double reward) {
        final int at = newestCount;
        System.arraycopy(observation, 0, newest.input, at * newest.inputs, newest.inputs);
        System.arraycopy(mean, 0, newest.mean, at * newest.actions, newest.actions);
        System.arraycopy(action, 0, newest.action, at * newest.actions, newest.actions);
        newest.logProbability[at] =
                (float) Gaussian.logProbability(action, 0, mean, 0, steps.logDeviation, 0, newest.actions);
        newest.reward[at] = (float) (reward / rewardDeviation);
        newest.restarted[at] = begins;
        newest.ended[at] = false;
        newestFallen[at] = false;
        begins = false;
        newestCount++;
        if (newestCount == newest.steps) {
            if (count == steps.steps) {
                copy(steps, fallen, newest.steps, 0, count - newest.steps);
                count -= newest.steps;
            }
            copy(newest, newestFallen, 0, count, newest.steps);
            count += newest.steps;
            newestCount = 0;
        }
    }

    /** Copies steps to a place among those that are learned from. */
    private void copy(final RolloutStorage source, final boolean[] fell, final int from, final int to, final int n) {
        System.arraycopy(source.input, from * steps.inputs, steps.input, to * steps.inputs, n * steps.inputs);
        System.arraycopy(source.mean, from * steps.actions, steps.mean, to * steps.actions, n * steps.actions);
        System.arraycopy(source.action, from * steps.actions, steps.action, to * steps.actions, n * steps.actions);
        System.arraycopy(source.logProbability, from, steps.logProbability, to, n);
        System.arraycopy(source.reward, from, steps.reward, to, n);
        System.arraycopy(source.restarted, from, steps.restarted, to, n);
        System.arraycopy(source.ended, from, steps.ended, to, n);
        System.arraycopy(fell, from, fallen, to, n);
    }

    /**
     * What comes next does not follow the last step.
     *
     * @param fell whether nothing more could be earned
     */
    public void interrupt(final boolean fell) {
        if (begins) {
            return;
        }
        begins = true;
        if (newestCount > 0) {
            newest.ended[newestCount - 1] = true;
            newestFallen[newestCount - 1] = fell;
        } else {
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
