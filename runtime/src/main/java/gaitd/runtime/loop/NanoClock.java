package gaitd.runtime.loop;

/** A monotonic clock in nanoseconds; never the wall clock. */
@FunctionalInterface
public interface NanoClock {
    /**
     * Time since some fixed moment.
     *
     * @return ns
     */
    long nanoTime();
}
