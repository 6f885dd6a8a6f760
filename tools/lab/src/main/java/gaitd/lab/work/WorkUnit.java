package gaitd.lab.work;

import java.io.Serializable;

/**
 * A piece of work that holds all that its answer depends on. Done twice, by another thread, process or machine of the same
 * architecture, it gives the same answer to the last bit; it changes nothing elsewhere.
 *
 * @param <T> of the answer
 */
@FunctionalInterface
public interface WorkUnit<T extends Serializable> extends Serializable {
    /**
     * Does it, in the calling thread alone.
     *
     * @return the answer
     * @throws gaitd.runtime.config.Refusal in one line when it cannot be done here
     */
    T answer();
}
