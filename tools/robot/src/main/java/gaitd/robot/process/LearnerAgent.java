package gaitd.robot.process;

import gaitd.robot.adapt.PolicyLearner;
import gaitd.robot.host.Resident;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import gaitd.runtime.shared.SharedExperience;
import gaitd.runtime.shared.SharedFollower;
import gaitd.runtime.shared.SharedWeights;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/**
 * Feeds a learner with the frames and the experience of a control process, and of the next one when it was started again. Frames that
 * came before the learner attached its weights are not taken.
 */
final class LearnerAgent implements Agent {
    /** Most frames read in a round. */
    private static final int BATCH = 4096;

    private static final long TELL_NS = 1_000_000_000L;
    private static final double BYTES_A_MB = 1 << 20;

    private final Path folder;
    private final SharedFollower frames;
    private final SharedExperience experience;
    private final PolicyLearner learner;
    private final LongSupplier clockNs;
    private SharedWeights weights;
    private long attachments;
    private long taken;
    private long lastTick = -2;
    private long lastScheduledNs;
    private long lastMissed;
    private double periodS;
    private long workedNs;
    private long toldNs;

    /**
     * An agent before its first frame.
     *
     * @param folder the shared folder
     * @param frames followed from now on by this agent only
     * @param learner fed, and closed with the agent
     * @param clockNs monotonic clock, ns
     */
    LearnerAgent(
            final Path folder, final SharedFollower frames, final PolicyLearner learner, final LongSupplier clockNs) {
        this.folder = folder;
        this.frames = frames;
        this.learner = learner;
        this.clockNs = clockNs;
        experience = new SharedExperience(folder, clockNs);
        workedNs = clockNs.getAsLong();
    }

    @Override
    public int doWork() {
        attach();
        final int read = readFrames();
        int steps = 0;
        for (ExperienceFrame step = experience.poll(); step != null; step = experience.poll()) {
            learner.take(step);
            steps++;
        }
        final long nowNs = clockNs.getAsLong();
        learner.work((nowNs - workedNs) * 1e-9);
        workedNs = nowNs;
        if (nowNs - toldNs > TELL_NS) {
            toldNs = nowNs;
            tell(frames.counters());
        }
        return read + steps + (learner.isIdle() ? 0 : 1);
    }

    private void tell(final Counters counters) {
        learner.tell(counters);
        final Double peakMb = Resident.peakMb();
        counters.set(Counter.LEARNER_RESIDENT_BYTES, peakMb == null ? 0 : Math.round(peakMb * BYTES_A_MB));
        counters.set(Counter.LEARNER_TOLD_NS, toldNs);
    }

    private void attach() {
        if (frames.attachments() == attachments) {
            return;
        }
        attachments = frames.attachments();
        lastTick = -2;
        periodS = 0;
        if (weights != null) {
            weights.close();
            weights = null;
        }
        weights = SharedWeights.open(folder);
        experience.look();
        learner.attach(weights.slot());
        learner.meet(folder);
    }

    private int readFrames() {
        int read = 0;
        for (TickFrame frame = frames.poll(); frame != null; frame = read < BATCH ? frames.poll() : null) {
            final long tick = frame.get(TickField.TICK);
            final long scheduledNs = frame.get(TickField.SCHEDULED_NS);
            final long missed = frame.get(TickField.MISSED_TICKS);
            if (periodS == 0 && tick == lastTick + 1 && missed == lastMissed) {
                periodS = (scheduledNs - lastScheduledNs) * 1e-9;
            }
            lastTick = tick;
            lastMissed = missed;
            lastScheduledNs = scheduledNs;
            if (periodS > 0) {
                learner.take(frame, periodS);
            }
            read++;
        }
        if (read > 0) {
            taken += read;
            frames.counters().set(Counter.LEARNER_FRAMES, taken);
            frames.counters().set(Counter.LEARNER_LOST, frames.lostFrames());
        }
        return read;
    }

    /** Frames read so far. */
    long frames() {
        return taken;
    }

    @Override
    public void onClose() {
        if (weights != null) {
            weights.close();
        }
        learner.close();
    }

    @Override
    public String roleName() {
        return "learner";
    }
}
