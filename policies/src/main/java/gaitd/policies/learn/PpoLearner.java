package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Proximal policy optimisation of an actor and a critic, networks of any kind, by whatever gradient they bring; A2C with other settings.
 *
 * <p>{@link #restart}, then {@link #iterate} again and again: a rollout of all environments, then passes over it. The work is cut into fixed
 * shares whose results are added in order, so that the same seed gives the same bits for any number of threads. {@link #iterate} allocates
 * nothing. Driven by one thread; the executor's threads work inside its calls.
 */
public final class PpoLearner {
    private static final long INITIAL = 1;
    private static final long NOISE = 3;

    private final Net actorNet;
    private final Net criticNet;
    private final VectorEnv env;
    private final PpoSettings settings;
    private final TaskExecutor executor;
    private final EnvRows rows;
    private final RolloutStorage rollout;
    private final RolloutWorker[] acting;
    private final PpoUpdate passes;
    private final Normaliser normaliser;
    private final Moments seen;
    private final RewardScale rewards;
    private final FiniteCheck check = new FiniteCheck();
    private final EpisodeLog episodes;
    private final float[] actor;
    private final float[] critic;
    private final float[] oldLog;
    private final float[] actorState;
    private final float[] criticState;
    private final boolean[] restarted;
    private final IntConsumer actTask = this::act;
    private final IntConsumer bootstrapTask = this::bootstrap;
    private final IntConsumer lastTask = this::last;
    private int nowStep;
    private long iteration;

    /**
     * Untrained.
     *
     * @param actorNet gives the means of actions
     * @param criticNet gives a value
     * @param env the task
     * @param settings how to learn
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
        final int pieces = settings.minibatches() * settings.shares();
        if (n % pieces != 0) {
            throw new IllegalArgumentException("%d environments cannot be cut into %d minibatches of %d shares"
                    .formatted(n, settings.minibatches(), settings.shares()));
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
        this.actorNet = actorNet;
        this.criticNet = criticNet;
        this.env = env;
        this.settings = settings;
        this.executor = executor;
        rows = EnvRows.of(env);
        actorState = new float[n * actorNet.states()];
        criticState = new float[n * criticNet.states()];
        rollout = new RolloutStorage(
                n, settings.steps(), env.observations(), env.actions(), actorNet.states(), criticNet.states());
        acting = new RolloutWorker[settings.shares()];
        for (int i = 0; i < settings.shares(); i++) {
            final int each = n / settings.shares();
            acting[i] = new RolloutWorker(actorNet, criticNet, i * each, each, rollout, rows, actorState, criticState);
            acting[i].random.reseed(RandomStream.seed(seed, NOISE + i));
        }
        normaliser = new Normaliser(env.observations());
        seen = new Moments(env.observations());
        episodes = new EpisodeLog(n, env.rewardTerms().size());
        final RandomStream random = new RandomStream(RandomStream.seed(seed, INITIAL));
        final float[] weights = actorNet.initial(random, 0.01);
        actor = Arrays.copyOf(weights, weights.length + env.actions());
        Arrays.fill(actor, weights.length, actor.length, (float) Math.log(settings.deviation()));
        critic = criticNet.initial(random, 1);
        actorNet.constrain(actor);
        criticNet.constrain(critic);
        oldLog = new float[env.actions()];
        rewards = new RewardScale(n, settings.gamma());
        restarted = new boolean[n];
        passes = new PpoUpdate(actorNet, criticNet, settings, executor, rollout, check, actor, critic, oldLog, seed);
    }

    /**
     * Begins new episodes everywhere; to be called before the first iteration, and whenever a common beginning is wanted.
     *
     * @param seed of the episodes
     */
    public void restart(final long seed) {
        env.reset(seed, rows);
        Arrays.fill(restarted, true);
        rewards.restart();
        episodes.restart();
    }

    /**
     * Begins the episodes of a seed without touching the learner, as the first step of a {@link #replay}.
     *
     * @param seed of the episodes
     */
    public void reset(final long seed) {
        env.reset(seed, rows);
    }

    /**
     * How much of the training is done; steps get smaller with it where the settings say so.
     *
     * @param share 0 to 1
     */
    public void progress(final double share) {
        passes.progress(share);
    }

    /**
     * A rollout, then passes over it.
     *
     * @throws NonFiniteException when a value on the way is infinite or not a number; the learner is of no use after it
     */
    public void iterate() {
        check.begin(iteration + 1);
        collect();
        passes.run();
        normaliser.take(seen);
        iteration++;
    }

    private void collect() {
        final int logAt = actor.length - oldLog.length;
        System.arraycopy(actor, logAt, oldLog, 0, oldLog.length);
        System.arraycopy(actorState, 0, rollout.actorState, 0, actorState.length);
        System.arraycopy(criticState, 0, rollout.criticState, 0, criticState.length);
        for (final RolloutWorker share : acting) {
            share.load(actor, critic);
        }
        for (nowStep = 0; nowStep < settings.steps(); nowStep++) {
            final int cell = nowStep * rollout.environments;
            System.arraycopy(restarted, 0, rollout.restarted, cell, restarted.length);
            executor.run(acting.length, actTask);
            check.actions(rows, nowStep);
            env.step(rows);
            check.results(rows, nowStep);
            record(cell);
            executor.run(acting.length, bootstrapTask);
        }
        executor.run(acting.length, lastTask);
        for (final RolloutWorker share : acting) {
            seen.add(share.seen);
            share.seen.clear();
        }
        rollout.computeReturns(settings.gamma(), settings.lambda());
        rollout.normaliseAdvantages();
    }

    private void record(final int cell) {
        episodes.step(rows);
        rewards.apply(rows, rollout.reward, cell);
        for (int i = 0; i < rollout.environments; i++) {
            rollout.bootstrap[cell + i] = 0;
            final boolean ended = rows.done[i] || rows.truncated[i];
            rollout.ended[cell + i] = ended;
            restarted[i] = ended;
        }
    }

    private void act(final int share) {
        acting[share].act(nowStep, normaliser, actor, actor.length - oldLog.length);
    }

    private void bootstrap(final int share) {
        acting[share].bootstrap(nowStep, normaliser);
    }

    private void last(final int share) {
        acting[share].last(normaliser);
    }

    /**
     * What the last iteration did, steps x environments x actions.
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
        final int block = rows.action.length;
        for (int step = 0; step < settings.steps(); step++) {
            System.arraycopy(actions, step * block, rows.action, 0, block);
            env.step(rows);
        }
    }

    /**
     * Everything that learning goes on from, but for the environments.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    public void write(final DataOutput out) throws IOException {
        out.writeLong(iteration);
        for (final RolloutWorker share : acting) {
            out.writeLong(share.random.state());
        }
        for (final boolean begins : restarted) {
            out.writeBoolean(begins);
        }
        for (final float[] array : arrays()) {
            CheckpointArrays.write(out, array);
        }
        seen.write(out);
        rewards.write(out);
        passes.write(out);
        episodes.write(out);
    }

    /**
     * Takes what {@link #write} gave.
     *
     * @param in read
     * @throws IOException when it cannot be, or is of other sizes
     */
    public void read(final DataInput in) throws IOException {
        iteration = in.readLong();
        for (final RolloutWorker share : acting) {
            share.random.reseed(in.readLong());
        }
        for (int i = 0; i < restarted.length; i++) {
            restarted[i] = in.readBoolean();
        }
        for (final float[] array : arrays()) {
            CheckpointArrays.read(in, array);
        }
        seen.read(in);
        rewards.read(in);
        passes.read(in);
        episodes.read(in);
        if (seen.count() > 0) {
            normaliser.take(seen);
        }
    }

    private float[][] arrays() {
        return new float[][] {actor, critic, actorState, criticState};
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
        return episodes;
    }

    /**
     * How the last passes over a rollout went.
     *
     * @return live
     */
    public PpoUpdate passes() {
        return passes;
    }

    /**
     * Mean standard deviation of the actions.
     *
     * @return in shares of their range
     */
    public double deviation() {
        double sum = 0;
        for (int i = actor.length - oldLog.length; i < actor.length; i++) {
            sum += Math.exp(actor[i]);
        }
        return sum / oldLog.length;
    }

    /**
     * Parameters of the actor, without the deviations.
     *
     * @return a copy
     */
    public float[] actor() {
        return Arrays.copyOf(actor, actor.length - oldLog.length);
    }

    /**
     * Goes on from what was learned in a task that sees and does the first part of what this one does.
     *
     * @param before of networks of the same kind
     * @param actorBefore the actor's network then
     * @param criticBefore the critic's network then
     * @throws IllegalArgumentException when the networks do not fit
     */
    public void begin(final Learned before, final Net actorBefore, final Net criticBefore) {
        before.requireFit(actorBefore, criticBefore, env);
        Transfer.copy(actorBefore, before.actor, actorNet, actor);
        Transfer.copy(criticBefore, before.critic, criticNet, critic);
        System.arraycopy(before.logDeviation, 0, actor, actor.length - oldLog.length, before.logDeviation.length);
        actorNet.constrain(actor);
        criticNet.constrain(critic);
        seen.clear();
        seen.add(before.seenBy(env.observations()));
        normaliser.take(seen);
    }

    /**
     * From now on, what the actor has from an earlier task's network stays as it is, and with it how far those actions explore. What is
     * new learns, and so does the critic. A checkpoint does not know of it.
     *
     * @param actorBefore the actor's network then, one that {@link #begin} takes
     */
    public void hold(final Net actorBefore) {
        final boolean[] frozen = passes.frozen();
        Transfer.mark(actorBefore, actorNet, frozen);
        final int deviations = actor.length - oldLog.length;
        Arrays.fill(frozen, deviations, deviations + actorBefore.outputs(), true);
    }

    /**
     * What a later stage can begin with.
     *
     * @return copies
     */
    public Learned learned() {
        return new Learned(
                env.observations(),
                env.actions(),
                actor(),
                critic.clone(),
                Arrays.copyOfRange(actor, actor.length - oldLog.length, actor.length),
                seen.widened(env.observations(), Double.POSITIVE_INFINITY));
    }

    /**
     * What observations have been like.
     *
     * @return live
     */
    public Moments observations() {
        return seen;
    }
}
