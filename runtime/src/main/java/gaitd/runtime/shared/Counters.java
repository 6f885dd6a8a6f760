package gaitd.runtime.shared;

import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Counters that one process writes and all may read, one cache line each. For monitoring only: nothing depends on them.
 */
public final class Counters {
    private static final int LINE_BYTES = 64;
    private static final int PLACES = 64;

    /** Memory of the counters, with room for more of them. */
    public static final int MEMORY_BYTES = PLACES * LINE_BYTES;

    private final AtomicBuffer memory;

    /** Counters of this process alone. */
    public Counters() {
        this(new UnsafeBuffer(ByteBuffer.allocateDirect(MEMORY_BYTES)));
    }

    /**
     * Counters in given memory.
     *
     * @param memory {@link #MEMORY_BYTES}, aligned to 8
     */
    public Counters(final AtomicBuffer memory) {
        this.memory = memory;
    }

    /**
     * Sets a counter. Called by its one writer.
     *
     * @param counter which
     * @param value the new value
     */
    public void set(final Counter counter, final long value) {
        memory.putLongVolatile(counter.ordinal() * LINE_BYTES, value);
    }

    /**
     * Reads a counter.
     *
     * @param counter which
     * @return the value
     */
    public long get(final Counter counter) {
        return memory.getLongVolatile(counter.ordinal() * LINE_BYTES);
    }
}
