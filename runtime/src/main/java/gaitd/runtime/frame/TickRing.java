package gaitd.runtime.frame;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;

/** The ring of tick frames; {@link TickField#TICK} numbers them. */
public final class TickRing extends FrameRing<TickFrame> {
    private static final int CAPACITY_BYTES = 1 << 22;

    /** Memory that a ring takes: about 5 seconds of frames at 500 Hz. */
    public static final int MEMORY_BYTES = CAPACITY_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH;

    /** A ring in memory of its own, for readers in this process. */
    public TickRing() {
        super(MEMORY_BYTES);
    }

    /**
     * The writer's end of a ring in given memory.
     *
     * @param memory {@link #MEMORY_BYTES} zeros, aligned to 8, written by nobody else
     */
    public TickRing(final AtomicBuffer memory) {
        super(memory);
    }

    /**
     * A new reader that sees the frames published from now on. Each reader belongs to one thread.
     *
     * @return the reader
     */
    public Reader newReader() {
        return readerOf(memory());
    }

    /**
     * A new reader of a ring that another process writes; it sees the frames published from now on.
     *
     * @param memory {@link #MEMORY_BYTES} that begin where the writer's do; may be read-only
     * @return the reader
     */
    public static Reader readerOf(final AtomicBuffer memory) {
        return new Reader(memory);
    }

    /** Follows a {@link TickRing} from one thread. */
    public static final class Reader extends RingReader<TickFrame> implements FrameReader {
        private Reader(final AtomicBuffer memory) {
            super(memory, new TickFrame());
        }

        @Override
        long number(final TickFrame taken) {
            return taken.get(TickField.TICK);
        }
    }
}
