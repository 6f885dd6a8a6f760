package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The passes over a rollout: environments in mixed order, minibatch by minibatch, each cut into fixed shares whose gradients are added in order; then a step of both
 * networks, of a size that adapts to the divergence. Allocates nothing after construction.
 */
public final class Passes {
    private static final double RATE_MIN = 1e-5;
    private static final double LOG_DEVIATION_MAX = 0;
    private static final long SHUFFLE = 2;

    private final Net actorNet;
    private final Net criticNet;
    private final PpoSettings settings;
    private final Crew crew;
    private final Rollout rollout;
    private final LearningShare[] learning;
    private final float[] actor;
    private final float[] critic;
    private final float[] oldLog;
    private final boolean[] held;
    private final float[] actorGradient;
    private final float[] criticGradient;
    private final Optimiser actorSteps;
    private final Optimiser criticSteps;
    private final int[] order;
    private final RandomStream shuffle;
    private final IntConsumer learnTask = this::learn;
    private int nowMinibatch;
    private double rate;
    private double klTarget;
    private double divergence;
    private double valueError;
    private double clipped;

    /**
     * Before the first pass.
     *
     * @param actor parameters of the actor's network, then logarithms of the deviations; changed by {@link #run}
     * @param critic parameters of the critic's; changed by {@link #run}
     * @param oldLog logarithms of the deviations that acted
     */
    Passes(
            final Net actorNet,
            final Net criticNet,
            final PpoSettings settings,
            final Crew crew,
            final Rollout rollout,
            final float[] actor,
            final float[] critic,
            final float[] oldLog,
            final long seed) {
        this.actorNet = actorNet;
        this.criticNet = criticNet;
        this.settings = settings;
        this.crew = crew;
        this.rollout = rollout;
        this.actor = actor;
        this.critic = critic;
        this.oldLog = oldLog;
        learning = new LearningShare[settings.shares()];
        for (int i = 0; i < learning.length; i++) {
            learning[i] = new LearningShare(
                    actorNet,
                    criticNet,
                    settings,
                    rollout,
                    rollout.environments / (settings.minibatches() * learning.length));
        }
        held = new boolean[actor.length];
        actorGradient = new float[actor.length];
        criticGradient = new float[critic.length];
        actorSteps = new Optimiser(actor.length, settings.adaptive());
        criticSteps = new Optimiser(critic.length, settings.adaptive());
        order = new int[rollout.environments];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        shuffle = new RandomStream(RandomStream.seed(seed, SHUFFLE));
        rate = settings.rate();
        progress(0);
    }

    /**
     * How much of the training is done, for what changes with it.
     *
     * @param share 0 to 1
     */
    void progress(final double share) {
        klTarget = settings.klTarget() + share * (settings.klEnd() - settings.klTarget());
    }

    /**
     * Parameters of the actor that stay as they are.
     *
     * @return live, to be set before the first pass
     */
    boolean[] held() {
        return held;
    }

    /** All passes. */
    void run() {
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
        for (int i = 0; i < held.length; i++) {
            actorGradient[i] = held[i] ? 0 : actorGradient[i];
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
        if (divergence > 2 * klTarget) {
            rate = Math.max(RATE_MIN, rate / 1.5);
        } else if (divergence < 0.5 * klTarget) {
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
            final int other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
    }

    private int samples() {
        return rollout.environments / settings.minibatches() * settings.steps();
    }

    private void learn(final int share) {
        final int each = rollout.environments / (settings.minibatches() * learning.length);
        learning[share].learn(order, (nowMinibatch * learning.length + share) * each, samples(), actor, critic, oldLog);
    }

    void write(final DataOutput out) throws IOException {
        out.writeDouble(rate);
        out.writeLong(shuffle.state());
        for (final int env : order) {
            out.writeInt(env);
        }
        actorSteps.write(out);
        criticSteps.write(out);
    }

    void read(final DataInput in) throws IOException {
        rate = in.readDouble();
        shuffle.reseed(in.readLong());
        for (int i = 0; i < order.length; i++) {
            order[i] = in.readInt();
        }
        actorSteps.read(in);
        criticSteps.read(in);
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
     * Numbers that are kept between the ways forwards and back, both networks, all shares.
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
