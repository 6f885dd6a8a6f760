package gaitd.runtime.frame;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;

/** The ring of experience, for a learner; {@link ExperienceField#RECORD} numbers its frames. */
public final class ExperienceRing extends FrameRing<ExperienceFrame> {
    private static final int CAPACITY_BYTES = 1 << 21;

    /** Memory that a ring takes: about 14 seconds of a policy at 100 Hz. */
    public static final int MEMORY_BYTES = CAPACITY_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH;

    /** A ring in memory of its own, for readers in this process. */
    public ExperienceRing() {
        super(MEMORY_BYTES);
    }

    /**
     * The writer's end of a ring in given memory.
     *
     * @param memory {@link #MEMORY_BYTES} zeros, aligned to 8, written by nobody else
     */
    public ExperienceRing(final AtomicBuffer memory) {
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

    /** Follows an {@link ExperienceRing} from one thread. */
    public static final class Reader extends RingReader<ExperienceFrame> {
        private Reader(final AtomicBuffer memory) {
            super(memory, new ExperienceFrame());
        }

        @Override
        long number(final ExperienceFrame taken) {
            return taken.get(ExperienceField.RECORD);
        }
    }
}
