package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Proximal policy optimisation (Schulman et al., 2017) of an actor and a critic, which may be any networks with any gradient; advantage
 * actor-critic with the settings of {@link PpoSettings#a2c}.
 *
 * <p>{@link #restart}, then {@link #iterate} again and again. Work is cut into a fixed number of shards whose results are summed in
 * order, so that the same seed gives the same bits for any number of threads. {@link #iterate} allocates nothing. Driven by one thread; the
 * executor's threads work inside its calls.
 */
public final class PpoLearner {
    private final VectorEnv env;
    private final PpoSettings settings;
    private final ActorCritic networks;
    private final Transitions transitions;
    private final RolloutStorage rollout;
    private final RolloutCollector collector;
    private final PpoUpdate update;
    private final FiniteCheck check;
    private long iteration;

    /**
     * A learner with initial weights.
     *
     * @param actorNet gives the means of actions
     * @param criticNet gives the value of an observation
     * @param env the task
     * @param settings of rollouts and updates
     * @param executor runs rollout and gradient workers
     * @param seed decides everything that is drawn
     * @throws IllegalArgumentException when sizes disagree
     */
    public PpoLearner(
            final Net actorNet,
            final Net criticNet,
            final VectorEnv env,
            final PpoSettings settings,
            final TaskExecutor executor,
            final long seed) {
        final int n = env.environments();
        final int minibatches = settings.count(PpoSetting.MINIBATCHES);
        final int shards = settings.count(PpoSetting.SHARDS);
        final int sequences = Math.multiplyExact(n, settings.segments());
        if (sequences % (minibatches * shards) != 0 || n % shards != 0) {
            throw new IllegalArgumentException(
                    "%d sequences of %d environments cannot be divided into %d minibatches of %d shards"
                            .formatted(sequences, n, minibatches, shards));
        }
        if (actorNet.inputs() != env.observations()
                || actorNet.outputs() != env.actions()
                || criticNet.inputs() != env.observations()
                || criticNet.outputs() != 1) {
            throw new IllegalArgumentException(
                    "an actor from %d to %d and a critic from %d to %d for %d observations, %d actions"
                            .formatted(
                                    actorNet.inputs(),
                                    actorNet.outputs(),
                                    criticNet.inputs(),
                                    criticNet.outputs(),
                                    env.observations(),
                                    env.actions()));
        }
        this.env = env;
        this.settings = settings;
        check = new FiniteCheck(env);
        networks = new ActorCritic(actorNet, criticNet, settings.get(PpoSetting.DEVIATION), seed);
        transitions = Transitions.of(env);
        rollout = new RolloutStorage(
                n,
                settings.count(PpoSetting.ROLLOUT),
                settings.segments(),
                env.observations(),
                env.actions(),
                actorNet.states(),
                criticNet.states());
        collector = new RolloutCollector(networks, transitions, rollout, settings, executor, check, seed);
        update = new PpoUpdate(networks, settings, executor, rollout, check, seed);
    }

    /**
     * Begins new episodes everywhere; to be called before the first iteration, and whenever a common beginning is wanted.
     *
     * @param seed of the episodes
     */
    public void restart(final long seed) {
        env.reset(seed, transitions);
        collector.restart();
    }

    /**
     * Begins the episodes of a seed without touching the learner, as the first step of a {@link #replay}.
     *
     * @param seed of the episodes
     */
    public void reset(final long seed) {
        env.reset(seed, transitions);
    }

    /**
     * Tells how far training is; the KL target moves with it.
     *
     * @param share of training that is done, 0 to 1
     */
    public void progress(final double share) {
        update.progress(share);
    }

    /**
     * One iteration: a rollout of all environments, returns and advantages, the update of both networks.
     *
     * @throws NonFiniteException when a value on the way is infinite or not a number; the learner is of no use after it
     */
    public void iterate() {
        check.begin(iteration + 1);
        collector.begin();
        for (int step = 0; step < rollout.steps; step++) {
            collector.act(step);
            env.step(transitions);
            collector.record(step);
        }
        collector.end();
        rollout.computeReturns(settings.get(PpoSetting.GAMMA), settings.get(PpoSetting.LAMBDA));
        rollout.normaliseAdvantages();
        update.run();
        collector.updateNormaliser();
        iteration++;
    }

    /**
     * Actions of the last iteration, steps x environments x actions.
     *
     * @return live, not to be modified
     */
    public float[] actions() {
        return rollout.action;
    }

    /**
     * Takes the environments, and nothing else, through an iteration that was done before.
     *
     * @param actions what {@link #actions} gave then
     */
    public void replay(final float[] actions) {
        final int block = transitions.action.length;
        for (int step = 0; step < rollout.steps; step++) {
            System.arraycopy(actions, step * block, transitions.action, 0, block);
            env.step(transitions);
        }
    }

    /**
     * Writes everything that learning goes on from; of the environments only what their last reset found.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    public void write(final DataOutput out) throws IOException {
        out.writeLong(iteration);
        PpoCheckpoint.write(out, networks, collector, update);
        env.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in read
     * @throws IOException when it cannot be, or is of other sizes
     */
    public void read(final DataInput in) throws IOException {
        iteration = in.readLong();
        PpoCheckpoint.read(in, networks, collector, update);
        env.read(in);
    }

    /**
     * Iterations done.
     *
     * @return a count
     */
    public long iteration() {
        return iteration;
    }

    /**
     * Policy steps of all environments in an iteration.
     *
     * @return a count
     */
    public int stepsPerIteration() {
        return rollout.environments * rollout.steps;
    }

    /**
     * The last episodes.
     *
     * @return live
     */
    public EpisodeLog episodes() {
        return collector.episodes;
    }

    /**
     * Statistics of the last update.
     *
     * @return live
     */
    public PpoUpdate update() {
        return update;
    }

    /**
     * Mean standard deviation of the actions.
     *
     * @return in shares of their range
     */
    public double deviation() {
        return networks.deviation();
    }

    /**
     * Parameters of the actor, without the standard deviations.
     *
     * @return a copy
     */
    public float[] actor() {
        return networks.actorWeights();
    }

    /**
     * Begins with networks that were trained on a task whose observations and actions are the first ones of this task.
     *
     * @param before of networks of the same kind
     * @param actorBefore the actor's network then
     * @param criticBefore the critic's network then
     * @throws IllegalArgumentException with the first difference, when networks, observations or actions are others
     */
    public void transfer(final TrainedNetworks before, final Net actorBefore, final Net criticBefore) {
        before.requireFit(networks.actorNet, networks.criticNet, env);
        networks.transfer(before, actorBefore, criticBefore);
        collector.seen.clear();
        collector.seen.add(before.momentsFor(env.observations()));
        collector.updateNormaliser();
    }

    /**
     * Takes over the actor of a bundle with the normalisation that its manifest keeps: observations are normalised so from now on, whatever
     * is seen. Not part of a checkpoint.
     *
     * @param actor parameters in the order of the actor's layout
     * @param mean of each observation
     * @param deviation of each observation, above 0
     */
    public void adoptActor(final float[] actor, final float[] mean, final float[] deviation) {
        System.arraycopy(actor, 0, networks.actor, 0, networks.logAt);
        networks.constrain();
        collector.keep(mean, deviation);
    }

    /**
     * Goes on from a learner's part of a bundle: critic, exploration and the scale of rewards, which stays. Not part of a checkpoint.
     *
     * @param part of networks of these designs
     */
    public void adoptLearner(final LearnerPart part) {
        System.arraycopy(part.logDeviation(), 0, networks.actor, networks.logAt, part.logDeviation().length);
        System.arraycopy(part.critic(), 0, networks.critic, 0, networks.critic.length);
        networks.constrain();
        collector.rewards.keep(part.rewardDeviation());
    }

    /** Freezes the actor and its exploration; only the critic is trained. Not part of a checkpoint. */
    public void freezeActor() {
        Arrays.fill(update.frozen(), true);
    }

    /**
     * What another learner can go on from, with the actor's weights.
     *
     * @param actorPlan the actor's network
     * @param criticPlan the critic's network
     * @param task name of the task
     * @param taskText the whole task
     * @param command what asked for it
     * @return copies
     */
    public LearnerPart part(
            final NetPlan actorPlan,
            final NetPlan criticPlan,
            final String task,
            final String taskText,
            final String command) {
        return new LearnerPart(
                actorPlan,
                criticPlan,
                task,
                taskText,
                command,
                networks.critic.clone(),
                Arrays.copyOfRange(networks.actor, networks.logAt, networks.actor.length),
                (float) collector.rewards.deviation());
    }

    /**
     * Freezes what the actor has from an earlier task's network, and the standard deviations of those actions. New parameters are trained,
     * and so is the critic. Not part of a checkpoint.
     *
     * @param actorBefore the actor's network then, one that {@link #transfer} takes
     */
    public void freeze(final Net actorBefore) {
        networks.markTransferred(actorBefore, update.frozen());
    }

    /**
     * What a later stage can begin with.
     *
     * @return copies
     */
    public TrainedNetworks trained() {
        return new TrainedNetworks(
                env.observationSignals(),
                env.actionSignals(),
                networks.actorNet.design(),
                networks.criticNet.design(),
                actor(),
                networks.critic.clone(),
                Arrays.copyOfRange(networks.actor, networks.logAt, networks.actor.length),
                collector.seen.widened(env.observations(), Double.POSITIVE_INFINITY));
    }

    /**
     * Moments of the observations so far.
     *
     * @return live
     */
    public Moments observations() {
        return collector.seen;
    }
}
