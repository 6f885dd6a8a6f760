package gaitd.robot.process;

import gaitd.robot.view.ViewServer;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import gaitd.runtime.telemetry.TickStatistics;
import java.util.function.Supplier;
import org.agrona.concurrent.Agent;

/** Live page and statistics of the ticks, beside the control thread and without any effect on it. */
public final class CompanionAgent implements Agent {
    /** Most frames read in a round, so that a round ends even when the writer is faster. */
    private static final int BATCH = 4096;

    private final FrameReader reader;
    private final Supplier<Counters> counters;
    private final ViewServer view;
    private final TickStatistics statistics = new TickStatistics();

    /**
     * An agent before its first frame.
     *
     * @param reader frames, from now on used by this agent only
     * @param counters the counters in use now
     * @param view the live page, closed with this agent, or null for none
     */
    public CompanionAgent(final FrameReader reader, final Supplier<Counters> counters, final ViewServer view) {
        this.reader = reader;
        this.counters = counters;
        this.view = view;
    }

    @Override
    public int doWork() {
        int taken = 0;
        TickFrame frame = reader.poll();
        while (frame != null) {
            statistics.add(frame);
            taken++;
            frame = taken < BATCH ? reader.poll() : null;
        }
        if (taken > 0) {
            counters.get().set(Counter.COMPANION_FRAMES, statistics.ticks());
            counters.get().set(Counter.COMPANION_LOST, reader.lostFrames());
        }
        return taken + (view == null ? 0 : view.poll());
    }

    /**
     * Statistics of the ticks read.
     *
     * @return live, to be read by the thread that runs this agent
     */
    public TickStatistics statistics() {
        return statistics;
    }

    /**
     * Frames that were overwritten before this agent read them.
     *
     * @return how many so far
     */
    public long lostFrames() {
        return reader.lostFrames();
    }

    @Override
    public void onClose() {
        if (view != null) {
            view.close();
        }
    }

    @Override
    public String roleName() {
        return "companion";
    }
}
