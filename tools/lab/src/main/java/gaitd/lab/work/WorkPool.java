package gaitd.lab.work;

import java.io.Serializable;
import java.util.List;

/** Does units of work, several at once. */
public interface WorkPool extends AutoCloseable {
    /**
     * Takes answers.
     *
     * @param <T> of an answer
     */
    @FunctionalInterface
    interface Taker<T> {
        /**
         * An answer.
         *
         * @param unit its place in the list of units
         * @param answer of that unit
         */
        void take(int unit, T answer);
    }

    /**
     * Does units, and returns when all are done.
     *
     * @param <T> of an answer
     * @param units any number
     * @param taker gets each answer once, in the order in which they come, in the calling thread
     * @throws gaitd.runtime.config.Refusal in one line when a unit cannot be done; what others gave before stays taken
     */
    <T extends Serializable> void run(List<? extends WorkUnit<T>> units, Taker<? super T> taker);

    /** Ends what does the work. */
    @Override
    void close();
}
