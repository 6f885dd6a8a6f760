package gaitd.runtime.shared;

import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Follows the tick frames of a control process, and counts beside them what was taken. Belongs to one thread. */
public final class SharedFollower extends RingFollower<TickFrame> implements FrameReader {
    private final Path folder;
    private Counters counters = new Counters();
    private long countersOf;

    /**
     * A follower, attached if there is something to follow already.
     *
     * @param folder the shared folder; need not be there yet
     * @param clockNs monotonic clock, ns
     * @throws SharedException when the frames are of another version or no frames at all
     */
    public SharedFollower(final Path folder, final LongSupplier clockNs) {
        super(folder, SharedKind.FRAMES, TickRing::readerOf, clockNs);
        this.folder = folder;
    }

    /**
     * Where to count what this process takes. Counters are for monitoring only: a process that may not write them, or finds
     * none, counts privately.
     *
     * @return the counters beside the frames followed now
     */
    public Counters counters() {
        if (countersOf != startedNs()) {
            countersOf = startedNs();
            counters = opened();
        }
        return counters;
    }

    private Counters opened() {
        try {
            final SharedFile found = SharedFile.open(folder, SharedKind.COUNTERS, true);
            return found == null || found.startedNs() != countersOf ? new Counters() : new Counters(found.memory());
        } catch (final SharedException refused) {
            return new Counters();
        }
    }
}
