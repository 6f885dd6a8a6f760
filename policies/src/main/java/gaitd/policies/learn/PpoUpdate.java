package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The update of PPO: some epochs over a rollout, in minibatches of shuffled sequences, with one optimiser step of both networks
 * a minibatch; the learning rate adapts to the KL divergence.
 *
 * <p>A minibatch is cut into a fixed number of shards whose gradients are summed in order, so that results do not depend on the number
 * of threads. Allocates nothing after construction.
 */
public final class PpoUpdate {
    private static final double RATE_MIN = 1e-5;
    private static final double LOG_DEVIATION_MAX = 0;
    private static final long SHUFFLE = 2;

    private final ActorCritic networks;
    private final PpoSettings settings;
    private final TaskExecutor executor;
    private final RolloutStorage rollout;
    private final int epochs;
    private final int minibatches;
    private final FiniteCheck check;
    private final GradientWorker[] workers;
    private final boolean[] frozen;
    private final float[] actorGradient;
    private final float[] criticGradient;
    private final Optimiser actorSteps;
    private final Optimiser criticSteps;
    private final int[] order;
    private final RandomStream random;
    private final IntConsumer gradientTask = this::computeGradient;
    private int nowEpoch;
    private int nowMinibatch;
    private double rate;
    private double klTarget;
    private double divergence;
    private double valueError;
    private double clipped;

    /**
     * Before the first update.
     *
     * @param networks changed by {@link #run}
     * @param rollout read
     * @param check ends the training at a value that is not finite; knows the iteration
     * @param seed decides the minibatches
     */
    PpoUpdate(
            final ActorCritic networks,
            final PpoSettings settings,
            final TaskExecutor executor,
            final RolloutStorage rollout,
            final FiniteCheck check,
            final long seed) {
        this.networks = networks;
        this.settings = settings;
        this.executor = executor;
        this.rollout = rollout;
        this.check = check;
        epochs = settings.count(PpoSetting.EPOCHS);
        minibatches = settings.count(PpoSetting.MINIBATCHES);
        workers = new GradientWorker[settings.count(PpoSetting.SHARDS)];
        for (int i = 0; i < workers.length; i++) {
            workers[i] =
                    new GradientWorker(networks, settings, rollout, rollout.sequences / (minibatches * workers.length));
        }
        frozen = new boolean[networks.actor.length];
        actorGradient = new float[networks.actor.length];
        criticGradient = new float[networks.critic.length];
        actorSteps = new Optimiser(actorGradient.length);
        criticSteps = new Optimiser(criticGradient.length);
        order = new int[rollout.sequences];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        random = new RandomStream(RandomStream.seed(seed, SHUFFLE));
        rate = settings.get(PpoSetting.RATE);
        progress(0);
    }

    /**
     * Sets the KL target for this point of the training.
     *
     * @param share of the training that is done, 0 to 1
     */
    void progress(final double share) {
        final double kl = settings.get(PpoSetting.KL);
        klTarget = kl + share * (settings.get(PpoSetting.KL_END) - kl);
    }

    /**
     * Frozen parameters of the actor.
     *
     * @return live, to be set before the first update
     */
    boolean[] frozen() {
        return frozen;
    }

    /** Updates both networks from the rollout; called by the learner, and again by who measures it. */
    public void run() {
        divergence = 0;
        valueError = 0;
        clipped = 0;
        for (nowEpoch = 0; nowEpoch < epochs; nowEpoch++) {
            shuffle();
            for (nowMinibatch = 0; nowMinibatch < minibatches; nowMinibatch++) {
                executor.run(workers.length, gradientTask);
                step();
            }
        }
        final double updates = epochs * minibatches;
        valueError /= updates;
        clipped /= updates;
    }

    private void step() {
        Arrays.fill(actorGradient, 0);
        Arrays.fill(criticGradient, 0);
        double kl = 0;
        double error = 0;
        double clippedSamples = 0;
        for (final GradientWorker worker : workers) {
            add(worker.actor.gradient, actorGradient);
            add(worker.critic.gradient, criticGradient);
            kl += worker.divergence;
            error += worker.valueError;
            clippedSamples += worker.clipped;
        }
        for (int i = 0; i < frozen.length; i++) {
            actorGradient[i] = frozen[i] ? 0 : actorGradient[i];
        }
        final double samples = samples();
        checkLoss("KL divergence", kl);
        checkLoss("error of the critic", error);
        divergence = kl / samples;
        valueError += error / samples;
        clipped += clippedSamples / samples;
        adaptRate();
        actorSteps.step(networks.actor, actorGradient, scale("gradient of the actor", actorGradient), rate);
        criticSteps.step(networks.critic, criticGradient, scale("gradient of the critic", criticGradient), rate);
        networks.constrain();
        final float least = (float) StrictMath.log(settings.get(PpoSetting.DEVIATION_MIN));
        final float[] actor = networks.actor;
        for (int i = networks.logAt; i < actor.length; i++) {
            actor[i] = Math.clamp(actor[i], least, (float) LOG_DEVIATION_MAX);
        }
        check.weights("actor", networks.actorNet.layout(), actor, nowEpoch, nowMinibatch);
        check.weights("critic", networks.criticNet.layout(), networks.critic, nowEpoch, nowMinibatch);
    }

    private void checkLoss(final String what, final double value) {
        check.loss(what, value, nowEpoch, nowMinibatch);
    }

    private void adaptRate() {
        if (settings.get(PpoSetting.KL) == 0) {
            return;
        }
        if (divergence > 2 * klTarget) {
            rate = Math.max(RATE_MIN, rate / 1.5);
        } else if (divergence < 0.5 * klTarget) {
            rate = Math.min(settings.get(PpoSetting.RATE_MAX), rate * 1.5);
        }
    }

    private double scale(final String what, final float[] gradient) {
        double squares = 0;
        for (final float g : gradient) {
            squares += (double) g * g;
        }
        checkLoss(what, squares);
        return Math.min(1, settings.get(PpoSetting.GRADIENT_MAX) / (Math.sqrt(squares) + 1e-12));
    }

    private static void add(final float[] from, final float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            final int k = random.nextInt(i + 1);
            final int other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
    }

    private int samples() {
        return rollout.sequences / minibatches * rollout.segment;
    }

    private void computeGradient(final int shard) {
        final int each = rollout.sequences / (minibatches * workers.length);
        workers[shard].computeGradient(order, (nowMinibatch * workers.length + shard) * each, samples());
    }

    void write(final DataOutput out) throws IOException {
        out.writeDouble(rate);
        out.writeLong(random.state());
        for (final int sequence : order) {
            out.writeInt(sequence);
        }
        actorSteps.write(out);
        criticSteps.write(out);
    }

    void read(final DataInput in) throws IOException {
        rate = in.readDouble();
        random.reseed(in.readLong());
        for (int i = 0; i < order.length; i++) {
            order[i] = in.readInt();
        }
        actorSteps.read(in);
        criticSteps.read(in);
    }

    /**
     * KL divergence of the policy from the one that collected the rollout, in the last minibatch.
     *
     * @return nats
     */
    public double divergence() {
        return divergence;
    }

    /**
     * Mean squared error of the critic in the last update.
     *
     * @return in units of scaled rewards
     */
    public double valueError() {
        return valueError;
    }

    /**
     * Share of samples whose probability ratio was clipped in the last update.
     *
     * @return 0 to 1
     */
    public double clipped() {
        return clipped;
    }

    /**
     * Learning rate.
     *
     * @return in force
     */
    public double rate() {
        return rate;
    }

    /**
     * Activations stored for the backward pass, both networks, all shards.
     *
     * @return a count of floats
     */
    public long storedActivations() {
        long sum = 0;
        for (final GradientWorker worker : workers) {
            sum += worker.actor.storedActivations() + worker.critic.storedActivations();
        }
        return sum;
    }
}
