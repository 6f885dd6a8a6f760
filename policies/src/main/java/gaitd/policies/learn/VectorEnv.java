package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A vector of environments: many copies of a task that step together.
 *
 * <p>The same seed and the same actions give the same bits, whatever happened before {@link #reset}, but for what {@link #write} tells,
 * and however many threads step them.
 * An episode that ends is followed by the next in the same step. {@link #step} allocates nothing.
 */
public interface VectorEnv extends AutoCloseable {
    /**
     * Number of environments.
     *
     * @return 1 or more
     */
    int environments();

    /**
     * Values of an observation.
     *
     * @return 1 or more
     */
    int observations();

    /**
     * Values of an action.
     *
     * @return 1 or more
     */
    int actions();

    /**
     * What an observation holds.
     *
     * @return as many as {@link #observations}, in order
     */
    List<Signal> observationSignals();

    /**
     * What an action moves.
     *
     * @return as many as {@link #actions}, in order
     */
    List<Signal> actionSignals();

    /**
     * What a reward is the sum of.
     *
     * @return names in lower case, letters and underscores, in the order of {@link Transitions#rewardTerm}; one or more
     */
    List<String> rewardTerms();

    /**
     * Policy steps in a second of the task.
     *
     * @return Hz
     */
    double rateHz();

    /**
     * Begins new episodes everywhere, those of this seed.
     *
     * @param seed decides everything that is drawn until the next reset
     * @param transitions whose observations are written
     */
    void reset(long seed, Transitions transitions);

    /**
     * One policy step of all environments.
     *
     * @param transitions whose actions are read and whose results are written
     */
    void step(Transitions transitions);

    /**
     * Tells how far training is, for tasks that get harder; takes effect with the next episodes.
     *
     * @param share of training that is done, 0 to 1
     */
    default void progress(final double share) {
        // the same task from first to last
    }

    /**
     * Writes what the last {@link #reset} found and will find again, such as how hard each copy has become; nothing where all resets are
     * alike.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    default void write(final DataOutput out) throws IOException {
        // all resets are alike
    }

    /**
     * Reads what {@link #write} wrote; to be followed by a reset.
     *
     * @param in read
     * @throws IOException when it cannot be
     */
    default void read(final DataInput in) throws IOException {
        // nothing was written
    }

    @Override
    default void close() {
        // nothing is held
    }
}
