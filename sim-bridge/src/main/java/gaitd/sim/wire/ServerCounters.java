package gaitd.sim.wire;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counters with one writer, the server's thread, and any number of readers. Allocates nothing after construction. */
public final class ServerCounters {
    private final AtomicLongArray values = new AtomicLongArray(ServerCounter.values().length);

    /** Starts all at 0. */
    ServerCounters() {}

    /**
     * A counter's value.
     *
     * @param counter which
     * @return the value
     */
    public long get(final ServerCounter counter) {
        return values.getAcquire(counter.ordinal());
    }

    void add(final ServerCounter counter, final long count) {
        values.setRelease(counter.ordinal(), values.getPlain(counter.ordinal()) + count);
    }
}
