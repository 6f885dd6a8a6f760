package gaitd.policies.learn.classic;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.policies.learn.Transitions;
import gaitd.policies.learn.VectorEnv;
import java.util.Arrays;
import java.util.List;

/**
 * Copies of a small system whose state is four numbers or fewer; velocities may be hidden from the learner.
 *
 * <p>Driven by one thread; a step allocates nothing.
 */
abstract class ClassicEnv implements VectorEnv {
    /** State of each copy, {@link #size} numbers each. */
    final double[] state;
    /** Numbers in a state; positions first, then their velocities in the same order. */
    final int size;

    private final int environments;
    private final List<Signal> observed;
    private final List<Signal> acted;
    private final int stepsMax;
    private final int[] step;
    private final RandomStream[] random;

    ClassicEnv(
            final int environments,
            final int size,
            final int stepsMax,
            final List<Signal> observed,
            final List<Signal> acted) {
        if (environments < 1) {
            throw new IllegalArgumentException(environments + " environments: must be 1 or more");
        }
        this.environments = environments;
        this.size = size;
        this.stepsMax = stepsMax;
        this.observed = observed;
        this.acted = acted;
        state = new double[environments * size];
        step = new int[environments];
        random = new RandomStream[environments];
        Arrays.setAll(random, i -> new RandomStream(0));
    }

    /** Draws the state an episode begins with. */
    abstract void begin(RandomStream chance, int at);

    /** Moves one copy by one step under a force from -1 to 1; writes the terms of its reward, which is their sum. */
    abstract double advance(int at, double force, float[] terms, int termsAt);

    /** Whether the episode of a copy has failed. */
    abstract boolean isLost(int at);

    /** Writes the observation of a state. */
    abstract void see(int at, float[] out, int outAt);

    @Override
    public final int environments() {
        return environments;
    }

    @Override
    public final int observations() {
        return observed.size();
    }

    @Override
    public final int actions() {
        return acted.size();
    }

    @Override
    public final List<Signal> observationSignals() {
        return observed;
    }

    @Override
    public final List<Signal> actionSignals() {
        return acted;
    }

    @Override
    public final void reset(final long seed, final Transitions transitions) {
        for (int i = 0; i < environments; i++) {
            random[i].reseed(RandomStream.seed(seed, i));
            restart(i, transitions.observation);
            step[i] = random[i].nextInt(stepsMax);
        }
    }

    private void restart(final int i, final float[] observation) {
        begin(random[i], i * size);
        step[i] = 0;
        see(i * size, observation, i * observations());
    }

    @Override
    public final void step(final Transitions transitions) {
        final int terms = rewardTerms().size();
        for (int i = 0; i < environments; i++) {
            final double force = Math.clamp(transitions.action[i], -1, 1);
            transitions.reward[i] = (float) advance(i * size, force, transitions.rewardTerm, i * terms);
            step[i]++;
            transitions.terminated[i] = isLost(i * size);
            transitions.truncated[i] = !transitions.terminated[i] && step[i] >= stepsMax;
            transitions.success[i] = transitions.truncated[i];
            if (transitions.terminated[i] || transitions.truncated[i]) {
                see(i * size, transitions.finalObservation, i * observations());
                restart(i, transitions.observation);
            } else {
                see(i * size, transitions.observation, i * observations());
            }
        }
    }
}
