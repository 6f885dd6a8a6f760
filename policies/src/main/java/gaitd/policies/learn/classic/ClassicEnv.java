package gaitd.policies.learn.classic;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.policies.learn.Transitions;
import gaitd.policies.learn.VectorEnv;
import java.util.Arrays;
import java.util.List;

/**
 * Copies of a small system whose state is a few numbers; velocities may be hidden from the learner.
 *
 * <p>Driven by one thread; a step allocates nothing.
 */
public abstract class ClassicEnv implements VectorEnv {
    /** State of each copy, {@link #size} numbers each. */
    protected final double[] state;
    /** Numbers in a state; positions first, then their velocities in the same order. */
    protected final int size;

    private final int environments;
    private final List<Signal> observed;
    private final List<Signal> acted;
    private final int stepsMax;
    private final int[] step;
    private final RandomStream[] random;
    /** The action of the copy that is being moved, held to -1 to 1. */
    private final double[] held;

    /**
     * Copies.
     *
     * @param environments how many
     * @param size numbers in a state
     * @param stepsMax longest episode, steps
     * @param observed what is seen
     * @param acted what an action moves
     */
    protected ClassicEnv(
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
        held = new double[acted.size()];
        random = new RandomStream[environments];
        Arrays.setAll(random, i -> new RandomStream(0));
    }

    /**
     * Draws the state an episode begins with.
     *
     * @param chance what is drawn from
     * @param at where the state of the copy begins
     */
    protected abstract void begin(RandomStream chance, int at);

    /**
     * Moves one copy by one step.
     *
     * @param at where the state of the copy begins
     * @param action numbers from -1 to 1
     * @param terms of its reward, written; the reward is their sum
     * @param termsAt where they begin
     * @return the reward
     */
    protected abstract double advance(int at, double[] action, float[] terms, int termsAt);

    /**
     * Whether the episode of a copy has failed.
     *
     * @param at where the state of the copy begins
     * @return whether it ends here
     */
    protected abstract boolean isLost(int at);

    /**
     * Writes the observation of a state.
     *
     * @param at where the state of the copy begins
     * @param out written
     * @param outAt where the observation begins
     */
    protected abstract void see(int at, float[] out, int outAt);

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

    /**
     * As {@link #reset}, with the same first states, but for the first episodes: none of them is cut off at a random time.
     *
     * @param seed decides everything that is drawn until the next reset
     * @param transitions whose observations are written
     */
    public final void resetWhole(final long seed, final Transitions transitions) {
        reset(seed, transitions);
        Arrays.fill(step, 0);
    }

    /**
     * Draws the outline of a copy.
     *
     * @param copy which one
     * @param to drawn on
     */
    public final void sketch(final int copy, final Sketch to) {
        outline(copy * size, to);
    }

    /**
     * Draws the outline of a state.
     *
     * @param at where the state of the copy begins
     * @param to drawn on
     */
    protected abstract void outline(int at, Sketch to);

    private void restart(final int i, final float[] observation) {
        begin(random[i], i * size);
        step[i] = 0;
        see(i * size, observation, i * observations());
    }

    @Override
    public final void step(final Transitions transitions) {
        final int terms = rewardTerms().size();
        for (int i = 0; i < environments; i++) {
            for (int k = 0; k < held.length; k++) {
                held[k] = Math.clamp(transitions.action[i * held.length + k], -1, 1);
            }
            transitions.reward[i] = (float) advance(i * size, held, transitions.rewardTerm, i * terms);
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
