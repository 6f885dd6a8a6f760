package gaitd.robot.process;

import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import java.util.function.Supplier;
import org.agrona.concurrent.Agent;

/** Reads the robot's experience frame by frame, and counts missed frames. */
public final class LearnerAgent implements Agent {
    /** Most frames read in a round. */
    private static final int BATCH = 4096;

    private final FrameReader reader;
    private final Supplier<Counters> counters;
    private long frames;

    /**
     * An agent before its first frame.
     *
     * @param reader frames, from now on used by this agent only
     * @param counters the counters in use now
     */
    public LearnerAgent(final FrameReader reader, final Supplier<Counters> counters) {
        this.reader = reader;
        this.counters = counters;
    }

    @Override
    public int doWork() {
        int taken = 0;
        while (taken < BATCH && reader.poll() != null) {
            taken++;
        }
        if (taken > 0) {
            frames += taken;
            counters.get().set(Counter.LEARNER_FRAMES, frames);
            counters.get().set(Counter.LEARNER_LOST, reader.lostFrames());
        }
        return taken;
    }

    /**
     * Frames read.
     *
     * @return how many so far
     */
    public long frames() {
        return frames;
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
    public String roleName() {
        return "learner";
    }
}
