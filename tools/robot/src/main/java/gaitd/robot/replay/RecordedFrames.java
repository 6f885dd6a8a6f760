package gaitd.robot.replay;

import gaitd.robot.view.Timeline;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import java.util.function.LongSupplier;

/** Gives the frames of a recording when the timeline says so, as if they came from a robot. Belongs to one thread. */
final class RecordedFrames implements FrameReader {
    /** What is read before a place that was gone to, so that percentiles have something to tell. */
    private static final double BEFORE_S = 1;

    private static final double NS_PER_S = 1e9;

    private final RecordedSpan span;
    private final Timeline timeline;
    private final LongSupplier clockNs;
    private long lastNs;
    private long seeks;

    /**
     * From the begin on.
     *
     * @param span the recording, from now on read here only
     * @param timeline where it is
     * @param clockNs monotonic clock, ns
     */
    RecordedFrames(final RecordedSpan span, final Timeline timeline, final LongSupplier clockNs) {
        this.span = span;
        this.timeline = timeline;
        this.clockNs = clockNs;
        lastNs = clockNs.getAsLong();
    }

    @Override
    public TickFrame poll() {
        final long nowNs = clockNs.getAsLong();
        final Timeline.Place place = timeline.advance((nowNs - lastNs) / NS_PER_S);
        lastNs = nowNs;
        if (place.seeks() != seeks) {
            seeks = place.seeks();
            span.seek(Math.max(0, place.atS() - BEFORE_S));
        }
        return span.next(place.atS());
    }

    @Override
    public long lostFrames() {
        return 0;
    }
}
