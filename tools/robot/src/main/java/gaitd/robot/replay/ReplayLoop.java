package gaitd.robot.replay;

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
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;

/** A control loop whose robot, operators and clocks are those of a recording. */
final class ReplayLoop {
    private final TickFrame frame = new TickFrame();
    private final TickRing ring = new TickRing();
    private final TickRing.Reader reader = ring.newReader();
    private final TickTiming timing = new TickTiming(this::endNs);
    private final ControlLoop loop;
    private int clockReadings;
    private boolean begun;

    ReplayLoop(final Config config, final List<PolicyFit> policies) {
        final CommandSource operators = new ReplayOperators(frame);
        loop = new ControlLoop(
                new ControlStages(
                        config,
                        policies.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new),
                        this::policyClockNs),
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
