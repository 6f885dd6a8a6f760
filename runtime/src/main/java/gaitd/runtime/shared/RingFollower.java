package gaitd.runtime.shared;

import gaitd.runtime.frame.FieldFrame;
import gaitd.runtime.frame.RingReader;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.agrona.concurrent.AtomicBuffer;

/**
 * Follows a ring of a control process from another process, and that of the next one when it was started again.
 *
 * <p>Maps the file read-only, so that nothing it does reaches the control process. When nothing has come for a while
 * it checks for a newer file. Belongs to one thread.
 *
 * @param <T> the ring's frames
 */
public abstract class RingFollower<T extends FieldFrame<?>> {
    private static final long LOOK_AGAIN_NS = 250_000_000L;

    private final Path folder;
    private final SharedKind kind;
    private final Function<AtomicBuffer, ? extends RingReader<T>> readers;
    private final LongSupplier clockNs;
    private RingReader<T> reader;
    private long startedNs;
    private long ownerPid;
    private long attachments;
    private long lostBefore;
    private long lookedNs;

    /** A follower, attached if there is something to follow already. */
    RingFollower(
            final Path folder,
            final SharedKind kind,
            final Function<AtomicBuffer, ? extends RingReader<T>> readers,
            final LongSupplier clockNs) {
        this.folder = folder;
        this.kind = kind;
        this.readers = readers;
        this.clockNs = clockNs;
        look();
    }

    /**
     * Takes the next frame if there is one.
     *
     * @return the reader's own frame, overwritten by the next poll, or null when there is nothing new
     * @throws SharedException when a new control process turns out to write frames of another version
     */
    public final T poll() {
        final T frame = reader == null ? null : pollMapped();
        final long nowNs = clockNs.getAsLong();
        if (frame != null) {
            lookedNs = nowNs;
        } else if (nowNs - lookedNs > LOOK_AGAIN_NS) {
            look();
        }
        return frame;
    }

    /** Access to a mapped file that was truncated raises an error. */
    private T pollMapped() {
        try {
            return reader.poll();
        } catch (final InternalError cutShort) {
            detach();
            return null;
        }
    }

    private void detach() {
        lostBefore = lostFrames();
        reader = null;
        startedNs = 0;
    }

    /**
     * Checks for a newer file now, and changes to it.
     *
     * @throws SharedException when it is of another version, or no such file at all
     */
    public final void look() {
        lookedNs = clockNs.getAsLong();
        final SharedFile found = SharedFile.open(folder, kind, false);
        if (found != null && found.startedNs() != startedNs) {
            detach();
            startedNs = found.startedNs();
            ownerPid = found.ownerPid();
            reader = readers.apply(found.memory());
            attachments++;
        }
    }

    /**
     * Frames that were overwritten before this follower read them.
     *
     * @return how many so far
     */
    public final long lostFrames() {
        return lostBefore + (reader == null ? 0 : reader.lostFrames());
    }

    /**
     * Control processes followed so far.
     *
     * @return 0 while none was found
     */
    public final long attachments() {
        return attachments;
    }

    /**
     * The control process followed now.
     *
     * @return its process id, 0 while none was found
     */
    public final long ownerPid() {
        return ownerPid;
    }

    /** When the control process followed now started; 0 while there is none. */
    final long startedNs() {
        return startedNs;
    }
}
