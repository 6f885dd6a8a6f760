package gaitd.robot.replay;

import gaitd.robot.record.WeightsRecord;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A control loop whose robot, operators and clocks are those of a recording. */
final class ReplayLoop {
    private final TickFrame frame = new TickFrame();
    private final TickRing ring = new TickRing();
    private final TickRing.Reader reader = ring.newReader();
    private final TickTiming timing = new TickTiming(this::endNs);
    private final ControlLoop loop;
    private final PolicySlot weights;
    private int clockReadings;
    private long published;
    private boolean begun;

    ReplayLoop(final Config config, final List<PolicyFit> policies) {
        final CommandSource operators = new ReplayOperators(frame);
        final LearnerLink learner = new LearnerLink();
        weights = learner.weights();
        final AdaptingPolicies made = AdaptingPolicies.of(config, policies, learner);
        loop = new ControlLoop(
                new ControlStages(config, made.policies(), made.cell(), this::policyClockNs),
                new ReplayPort(frame),
                operators,
                new FrameWriter(ring));
    }

    /** The first reading of a tick is 0, all others what its policies' steps took. */
    private long policyClockNs() {
        return clockReadings++ == 0 ? 0 : Math.max(0, frame.get(TickField.POLICY_STEP_NS));
    }

    private long endNs() {
        return timing.startedNs + frame.get(TickField.COMPUTE_NS);
    }

    /**
     * Which of a learner's weights a tick took that the ticks before it did not.
     *
     * @param recorded the tick's frame
     * @return its number in the policy slot; 0 for none
     */
    long weightsTaken(final TickFrame recorded) {
        final long taken = recorded.get(TickField.ADAPT_SLOT_TAKEN);
        return taken == published ? 0 : taken;
    }

    /**
     * Publishes weights for the next tick.
     *
     * @param it as a learner published them
     */
    void publish(final WeightsRecord it) {
        weights.publish(new UnsafeBuffer(it.contents()), it.contents().length, it.format(), it.generation());
        published = it.generation();
    }

    /**
     * Runs a tick.
     *
     * @param recorded the tick's frame, not modified
     * @return the frame that the loop makes of the same inputs, overwritten by the next
     */
    TickFrame tick(final TickFrame recorded) {
        frame.copyFrom(recorded.bytes(), 0);
        clockReadings = 0;
        if (!begun && InputBit.SILENT.isIn(frame)) {
            loop.beSilentAtFirst();
        }
        begun = true;
        if (InputBit.STOP.isIn(frame)) {
            loop.stop();
        }
        if (InputBit.LEAVING.isIn(frame)) {
            loop.leave();
        }
        timing.tick = frame.get(TickField.TICK);
        timing.scheduledNs = frame.get(TickField.SCHEDULED_NS);
        timing.startedNs = timing.scheduledNs + frame.get(TickField.WAKEUP_LATENESS_NS);
        timing.missedTicks = frame.get(TickField.MISSED_TICKS);
        timing.missedInARow = (int) frame.get(TickField.MISSED_IN_A_ROW);
        loop.tick(timing);
        return reader.poll();
    }
}
