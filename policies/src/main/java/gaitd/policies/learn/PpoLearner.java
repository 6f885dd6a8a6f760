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
 * nothing. Driven by one thread; the crew's threads work inside its calls.
 */
public final class PpoLearner {
    private static final double RATE_MIN = 1e-5;
    /** In deviations of the discounted return; far enough that the price of a fall is not cut. */
    private static final double REWARD_CLIP = 100;

    private static final double LOG_DEVIATION_MAX = 0;
    private static final long INITIAL = 1;
    private static final long SHUFFLE = 2;
    private static final long NOISE = 3;

    private final Net actorNet;
    private final Net criticNet;
    private final VectorEnv env;
    private final PpoSettings settings;
    private final Crew crew;
    private final EnvRows rows;
    private final Rollout rollout;
    private final ActingShare[] acting;
    private final LearningShare[] learning;
    private final Normaliser normaliser;
    private final Moments seen;
    private final Moments earned = new Moments(1);
    private final EpisodeLog episodes;
    private final float[] actor;
    private final float[] critic;
    private final float[] oldLog;
    private final float[] discounted;
    private final float[] actorState;
    private final float[] criticState;
    private final float[] actorGradient;
    private final float[] criticGradient;
    private final boolean[] restarted;
    private final Optimiser actorSteps;
    private final Optimiser criticSteps;
    private final int[] order;
    private final RandomStream shuffle;
    private final IntConsumer actTask = this::act;
    private final IntConsumer bootstrapTask = this::bootstrap;
    private final IntConsumer lastTask = this::last;
    private final IntConsumer learnTask = this::learn;
    private int nowStep;
    private int nowMinibatch;
    private double rate;
    private double divergence;
    private double valueError;
    private double clipped;
    private long iteration;

    /**
     * Untrained.
     *
     * @param actorNet gives the means of actions
     * @param criticNet gives a value
     * @param env the task
     * @param settings how to learn
     * @param crew does the shares
     * @param seed decides everything that is drawn
     * @throws IllegalArgumentException when sizes disagree
     */
    public PpoLearner(
            final Net actorNet,
            final Net criticNet,
            final VectorEnv env,
            final PpoSettings settings,
            final Crew crew,
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
        this.crew = crew;
        rows = EnvRows.of(env);
        actorState = new float[n * actorNet.states()];
        criticState = new float[n * criticNet.states()];
        rollout = new Rollout(
                n, settings.steps(), env.observations(), env.actions(), actorNet.states(), criticNet.states());
        acting = new ActingShare[settings.shares()];
        learning = new LearningShare[settings.shares()];
        for (int i = 0; i < settings.shares(); i++) {
            final int each = n / settings.shares();
            acting[i] = new ActingShare(actorNet, criticNet, i * each, each, rollout, rows, actorState, criticState);
            acting[i].random.reseed(RandomStream.seed(seed, NOISE + i));
            learning[i] = new LearningShare(actorNet, criticNet, settings, rollout, n / pieces);
        }
        normaliser = new Normaliser(env.observations());
        seen = new Moments(env.observations());
        episodes = new EpisodeLog(n);
        final RandomStream random = new RandomStream(RandomStream.seed(seed, INITIAL));
        final float[] weights = actorNet.initial(random, 0.01);
        actor = Arrays.copyOf(weights, weights.length + env.actions());
        Arrays.fill(actor, weights.length, actor.length, (float) Math.log(settings.deviation()));
        critic = criticNet.initial(random, 1);
        actorNet.constrain(actor);
        criticNet.constrain(critic);
        actorGradient = new float[actor.length];
        criticGradient = new float[critic.length];
        actorSteps = new Optimiser(actor.length, settings.adaptive());
        criticSteps = new Optimiser(critic.length, settings.adaptive());
        oldLog = new float[env.actions()];
        discounted = new float[n];
        restarted = new boolean[n];
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle = new RandomStream(RandomStream.seed(seed, SHUFFLE));
        rate = settings.rate();
    }

    /**
     * Begins new episodes everywhere; to be called before the first iteration, and whenever a common beginning is wanted.
     *
     * @param seed of the episodes
     */
    public void restart(final long seed) {
        env.reset(seed, rows);
        Arrays.fill(restarted, true);
        Arrays.fill(discounted, 0);
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

    /** A rollout, then passes over it. */
    public void iterate() {
        collect();
        improve();
        iteration++;
    }

    private void collect() {
        final int logAt = actor.length - oldLog.length;
        System.arraycopy(actor, logAt, oldLog, 0, oldLog.length);
        System.arraycopy(actorState, 0, rollout.actorState, 0, actorState.length);
        System.arraycopy(criticState, 0, rollout.criticState, 0, criticState.length);
        for (final ActingShare share : acting) {
            share.load(actor, critic);
        }
        for (nowStep = 0; nowStep < settings.steps(); nowStep++) {
            final int cell = nowStep * rollout.environments;
            System.arraycopy(restarted, 0, rollout.restarted, cell, restarted.length);
            crew.run(acting.length, actTask);
            env.step(rows);
            record(cell);
            crew.run(acting.length, bootstrapTask);
        }
        crew.run(acting.length, lastTask);
        for (final ActingShare share : acting) {
            seen.add(share.seen);
            share.seen.clear();
        }
        rollout.estimate(settings.gamma(), settings.lambda());
        rollout.standardise();
    }

    private void record(final int cell) {
        episodes.step(rows);
        final double scale = 1 / earned.deviation(0);
        for (int i = 0; i < rollout.environments; i++) {
            rollout.reward[cell + i] = (float) Math.clamp(rows.reward[i] * scale, -REWARD_CLIP, REWARD_CLIP);
            rollout.bootstrap[cell + i] = 0;
            final boolean ended = rows.done[i] || rows.truncated[i];
            rollout.ended[cell + i] = ended;
            restarted[i] = ended;
            discounted[i] = (float) (settings.gamma() * discounted[i] + rows.reward[i]);
            earned.add(discounted, i);
            discounted[i] = ended ? 0 : discounted[i];
        }
    }

    private void improve() {
        divergence = 0;
        valueError = 0;
        clipped = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            mix();
            for (nowMinibatch = 0; nowMinibatch < settings.minibatches(); nowMinibatch++) {
                crew.run(learning.length, learnTask);
                update();
            }
        }
        final double updates = settings.epochs() * settings.minibatches();
        valueError /= updates;
        clipped /= updates;
        normaliser.take(seen);
    }

    private void update() {
        Arrays.fill(actorGradient, 0);
        Arrays.fill(criticGradient, 0);
        double kl = 0;
        double error = 0;
        double cut = 0;
        for (final LearningShare share : learning) {
            add(share.actor.gradient, actorGradient);
            add(share.critic.gradient, criticGradient);
            kl += share.divergence;
            error += share.valueError;
            cut += share.clipped;
        }
        final double samples = samples();
        divergence = kl / samples;
        valueError += error / samples;
        clipped += cut / samples;
        pace();
        actorSteps.step(actor, actorGradient, scale(actorGradient), rate);
        criticSteps.step(critic, criticGradient, scale(criticGradient), rate);
        actorNet.constrain(actor);
        criticNet.constrain(critic);
        final float least = (float) Math.log(settings.deviationMin());
        for (int i = actor.length - oldLog.length; i < actor.length; i++) {
            actor[i] = Math.clamp(actor[i], least, (float) LOG_DEVIATION_MAX);
        }
    }

    private void pace() {
        if (settings.klTarget() == 0) {
            return;
        }
        if (divergence > 2 * settings.klTarget()) {
            rate = Math.max(RATE_MIN, rate / 1.5);
        } else if (divergence < 0.5 * settings.klTarget()) {
            rate = Math.min(settings.rateMax(), rate * 1.5);
        }
    }

    private double scale(final float[] gradient) {
        double squares = 0;
        for (final float g : gradient) {
            squares += (double) g * g;
        }
        return Math.min(1, settings.gradientMax() / (Math.sqrt(squares) + 1e-12));
    }

    private static void add(final float[] from, final float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private void mix() {
        for (int i = order.length - 1; i > 0; i--) {
            final int k = shuffle.nextInt(i + 1);
            final int held = order[i];
            order[i] = order[k];
            order[k] = held;
        }
    }

    private int samples() {
        return rollout.environments / settings.minibatches() * settings.steps();
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

    private void learn(final int share) {
        final int each = rollout.environments / (settings.minibatches() * learning.length);
        learning[share].learn(order, (nowMinibatch * learning.length + share) * each, samples(), actor, critic, oldLog);
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
        out.writeDouble(rate);
        out.writeLong(shuffle.state());
        for (final ActingShare share : acting) {
            out.writeLong(share.random.state());
        }
        for (final int env : order) {
            out.writeInt(env);
        }
        for (final boolean begins : restarted) {
            out.writeBoolean(begins);
        }
        for (final float[] array : arrays()) {
            Numbers.write(out, array);
        }
        seen.write(out);
        earned.write(out);
        actorSteps.write(out);
        criticSteps.write(out);
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
        rate = in.readDouble();
        shuffle.reseed(in.readLong());
        for (final ActingShare share : acting) {
            share.random.reseed(in.readLong());
        }
        for (int i = 0; i < order.length; i++) {
            order[i] = in.readInt();
        }
        for (int i = 0; i < restarted.length; i++) {
            restarted[i] = in.readBoolean();
        }
        for (final float[] array : arrays()) {
            Numbers.read(in, array);
        }
        seen.read(in);
        earned.read(in);
        actorSteps.read(in);
        criticSteps.read(in);
        episodes.read(in);
        if (seen.count() > 0) {
            normaliser.take(seen);
        }
    }

    private float[][] arrays() {
        return new float[][] {actor, critic, discounted, actorState, criticState};
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
     * Divergence of the policy from the one that acted, in the last minibatch.
     *
     * @return nats
     */
    public double divergence() {
        return divergence;
    }

    /**
     * Mean squared error of values in the last iteration.
     *
     * @return in units of scaled rewards
     */
    public double valueError() {
        return valueError;
    }

    /**
     * Share of samples that the clip left out.
     *
     * @return 0 to 1
     */
    public double clipped() {
        return clipped;
    }

    /**
     * Step size.
     *
     * @return in force
     */
    public double rate() {
        return rate;
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
        if (before.actor.length != actorBefore.layout().size()
                || before.critic.length != criticBefore.layout().size()
                || before.logDeviation.length != actorBefore.outputs()
                || actorBefore.outputs() > oldLog.length
                || actorBefore.inputs() > env.observations()) {
            throw new IllegalArgumentException(
                    "networks from %d to %d of %d and %d parameters, expected %d and %d, and at most %d to %d"
                            .formatted(
                                    before.inputs(),
                                    before.outputs(),
                                    before.actor.length,
                                    before.critic.length,
                                    actorBefore.layout().size(),
                                    criticBefore.layout().size(),
                                    env.observations(),
                                    env.actions()));
        }
        Transfer.copy(actorBefore.layout(), before.actor, actorNet.layout(), actor);
        Transfer.copy(criticBefore.layout(), before.critic, criticNet.layout(), critic);
        System.arraycopy(before.logDeviation, 0, actor, actor.length - oldLog.length, before.logDeviation.length);
        actorNet.constrain(actor);
        criticNet.constrain(critic);
        seen.clear();
        seen.add(before.seenBy(env.observations()));
        normaliser.take(seen);
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

    /**
     * Numbers that the learner keeps between the ways forwards and back, both networks, all shares.
     *
     * @return a count of floats
     */
    public long recordNumbers() {
        long sum = 0;
        for (final LearningShare share : learning) {
            sum += share.actor.recordNumbers() + share.critic.recordNumbers();
        }
        return sum;
    }
}
