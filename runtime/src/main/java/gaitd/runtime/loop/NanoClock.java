package gaitd.runtime.loop;

/** A steady clock in nanoseconds; never the wall clock. */
@FunctionalInterface
public interface NanoClock {
    /**
     * Time since some fixed moment.
     *
     * @return ns
     */
    long nanoTime();
}
