package gaitd.runtime.command;

import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One word by which anybody stops the robot at once: any change of its value stops the robot in the next tick.
 *
 * <p>It cannot be full, refused, out of order or too old, and a value that another process damaged stops too. Pressed by any thread or
 * process; read by the control thread once a tick, by one volatile read.
 */
public final class StopWord {
    /** Memory that a word takes: a cache line of its own. */
    public static final int MEMORY_BYTES = 64;

    private final AtomicBuffer memory;
    private long seen;

    /** A word in memory of its own, for operators in this process. */
    public StopWord() {
        this(new UnsafeBuffer(ByteBuffer.allocateDirect(MEMORY_BYTES)));
    }

    /**
     * A word in given memory; what it holds now stops nobody.
     *
     * @param memory {@link #MEMORY_BYTES}, aligned to 8
     */
    public StopWord(final AtomicBuffer memory) {
        this.memory = memory;
        seen = memory.getLongVolatile(0);
    }

    /** Stops the robot. */
    public void press() {
        memory.getAndAddLong(0, 1);
    }

    /**
     * Whether it was pressed since the last call. Called by the control thread.
     *
     * @return true once, however often it was pressed
     */
    boolean taken() {
        final long now = memory.getLongVolatile(0);
        final boolean changed = now != seen;
        seen = now;
        return changed;
    }
}
