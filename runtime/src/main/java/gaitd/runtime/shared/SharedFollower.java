package gaitd.runtime.shared;

import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Follows the frames of a control process in another process, and of the next one when it was started again.
 *
 * <p>Maps the frames read-only, so that nothing it does reaches the control process. When no frame has come for a while
 * it checks for a newer file. Belongs to one thread.
 */
public final class SharedFollower implements FrameReader {
    private static final long LOOK_AGAIN_NS = 250_000_000L;

    private final Path folder;
    private final LongSupplier clockNs;
    private TickRing.Reader reader;
    private Counters counters = new Counters();
    private long startedNs;
    private long ownerPid;
    private long attachments;
    private long lostBefore;
    private long lookedNs;

    /**
     * A follower, attached if there is something to follow already.
     *
     * @param folder the shared folder; need not be there yet
     * @param clockNs monotonic clock, ns
     * @throws SharedException when the frames are of another version or no frames at all
     */
    public SharedFollower(final Path folder, final LongSupplier clockNs) {
        this.folder = folder;
        this.clockNs = clockNs;
        look();
    }

    /**
     * Takes the next frame if there is one.
     *
     * @return the reader's own frame, overwritten by the next poll, or null when there is nothing new
     * @throws SharedException when a new control process turns out to write frames of another version
     */
    @Override
    public TickFrame poll() {
        final TickFrame frame = reader == null ? null : pollMapped();
        final long nowNs = clockNs.getAsLong();
        if (frame != null) {
            lookedNs = nowNs;
        } else if (nowNs - lookedNs > LOOK_AGAIN_NS) {
            look();
        }
        return frame;
    }

    /** Access to a mapped file that was truncated raises an error. */
    private TickFrame pollMapped() {
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
     * @throws SharedException when it is of another version, or no file of frames at all
     */
    public void look() {
        lookedNs = clockNs.getAsLong();
        final SharedFile found = SharedFile.open(folder, SharedKind.FRAMES, false);
        if (found != null && found.startedNs() != startedNs) {
            detach();
            startedNs = found.startedNs();
            ownerPid = found.ownerPid();
            reader = TickRing.readerOf(found.memory());
            counters = countersOf(startedNs);
            attachments++;
        }
    }

    /** Counters are for monitoring only: a process that may not write them, or finds none, counts privately. */
    private Counters countersOf(final long owner) {
        try {
            final SharedFile found = SharedFile.open(folder, SharedKind.COUNTERS, true);
            return found == null || found.startedNs() != owner ? new Counters() : new Counters(found.memory());
        } catch (final SharedException refused) {
            return new Counters();
        }
    }

    /**
     * Where to count what this process takes.
     *
     * @return the counters beside the frames followed now
     */
    public Counters counters() {
        return counters;
    }

    @Override
    public long lostFrames() {
        return lostBefore + (reader == null ? 0 : reader.lostFrames());
    }

    /**
     * Control processes followed so far.
     *
     * @return 0 while none was found
     */
    public long attachments() {
        return attachments;
    }

    /**
     * The control process followed now.
     *
     * @return its process id, 0 while none was found
     */
    public long ownerPid() {
        return ownerPid;
    }
}
