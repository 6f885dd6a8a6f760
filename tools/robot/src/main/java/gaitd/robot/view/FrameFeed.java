package gaitd.robot.view;

import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Follows the ring of tick frames and turns the newest into an event about thirty times a second.
 *
 * <p>Every frame counts for the percentiles and the contact changes; only the newest is sent. Used by one thread.
 */
final class FrameFeed {
    private static final long EVENT_PERIOD_NS = 1_000_000_000L / 30;
    /** Most frames read in a poll, so that a poll ends even when the writer is faster. */
    private static final int BATCH = 4096;

    private final FrameReader reader;
    private final LatestEvent latest;
    private final LongSupplier clockNs;
    private final Supplier<String> learner;
    private final FrameJson json = new FrameJson();
    private long lastEventNs;
    private boolean fresh;

    /**
     * A feed before the first frame.
     *
     * @param reader the ring's reader, from now on used by this feed only
     * @param latest where events go
     * @param clockNs monotonic clock that paces the events
     * @param learner what a learner is at, in words; empty when there is none
     */
    FrameFeed(
            final FrameReader reader,
            final LatestEvent latest,
            final LongSupplier clockNs,
            final Supplier<String> learner) {
        this.reader = reader;
        this.learner = learner;
        this.latest = latest;
        this.clockNs = clockNs;
        lastEventNs = clockNs.getAsLong() - EVENT_PERIOD_NS;
    }

    /**
     * Reads new frames and publishes an event when one is due.
     *
     * @return number of frames taken
     */
    int poll() {
        int taken = 0;
        TickFrame newest = reader.poll();
        while (newest != null) {
            json.take(newest);
            taken++;
            newest = taken < BATCH ? reader.poll() : null;
        }
        fresh |= taken > 0;
        final long nowNs = clockNs.getAsLong();
        if (fresh && nowNs - lastEventNs >= EVENT_PERIOD_NS) {
            lastEventNs = nowNs - Math.floorMod(nowNs - lastEventNs, EVENT_PERIOD_NS);
            fresh = false;
            latest.publish(json.event(reader.lostFrames(), learner.get()));
        }
        return taken;
    }
}
