package gaitd.robot.view;

import gaitd.runtime.frame.TickFrame;
import java.util.function.LongSupplier;

/**
 * Follows the ring of tick frames and turns the newest into an event about thirty times a second.
 *
 * <p>Every frame counts for the percentiles and the contact changes; only the newest is sent. Used by one thread.
 */
final class FrameFeed {
    private static final long EVENT_PERIOD_NS = 1_000_000_000L / 30;
    /** A recording that is held is told this often. */
    private static final long HELD_PERIOD_NS = 250_000_000L;
    /** Most frames read in a poll, so that a poll ends even when the writer is faster. */
    private static final int BATCH = 4096;

    private final PageSource source;
    private final LatestEvent latest;
    private final LongSupplier clockNs;
    private final FrameJson json;
    private long lastEventNs;
    private boolean fresh;

    /**
     * A feed before the first frame.
     *
     * @param source of frames, whose reader is from now on used by this feed only
     * @param latest where events go
     * @param clockNs monotonic clock that paces the events
     */
    FrameFeed(final PageSource source, final LatestEvent latest, final LongSupplier clockNs) {
        this.source = source;
        this.latest = latest;
        this.clockNs = clockNs;
        json = new FrameJson(source);
        lastEventNs = clockNs.getAsLong() - EVENT_PERIOD_NS;
    }

    /**
     * Reads new frames and publishes an event when one is due.
     *
     * @return number of frames taken
     */
    int poll() {
        int taken = 0;
        TickFrame newest = source.frames().poll();
        while (newest != null) {
            json.take(newest);
            taken++;
            newest = taken < BATCH ? source.frames().poll() : null;
        }
        fresh |= taken > 0;
        final long nowNs = clockNs.getAsLong();
        fresh |= source.timeline() != null && json.hasFrame() && nowNs - lastEventNs >= HELD_PERIOD_NS;
        if (fresh && nowNs - lastEventNs >= EVENT_PERIOD_NS) {
            lastEventNs = nowNs - Math.floorMod(nowNs - lastEventNs, EVENT_PERIOD_NS);
            fresh = false;
            latest.publish(json.event());
        }
        return taken;
    }
}
