package gaitd.runtime.loop;

import gaitd.hal.RobotPort;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorGate;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;

/**
 * The program: what happens in a tick, in order.
 *
 * <p>Reads the robot once, runs every stage once ({@link ControlStages}), commands the robot once, publishes one frame. The same object serves the
 * real-time thread and the lock-step simulation. Owned by one thread; a tick allocates nothing, locks nothing, logs nothing.
 */
public final class ControlLoop {
    private static final NanoClock NO_TIME = () -> 0;

    private final RobotPort port;
    private final Config config;
    private final ControlStages stages;
    private OperatorGate gate;
    private TickRing frames;
    private volatile boolean leaving;
    private volatile boolean alone;
    private final FrameWriter writer = new FrameWriter();

    /**
     * A loop with a passive robot.
     *
     * @param config all settings
     * @param port the robot
     * @param requests operator commands, read here and believed only by way of an {@link OperatorGate}
     * @param frames where frames go
     */
    public ControlLoop(final Config config, final RobotPort port, final CommandRing requests, final TickRing frames) {
        this(config, port, requests, frames, new WalkingPolicy[0], NO_TIME);
    }

    /**
     * A loop with a passive robot and policies.
     *
     * @param config all settings
     * @param port the robot
     * @param requests operator commands, read here and believed only by way of an {@link OperatorGate}
     * @param frames where frames go
     * @param policies the first is chosen, the operator may choose others; may be none
     * @param clock measures the policies' steps
     */
    public ControlLoop(
            final Config config,
            final RobotPort port,
            final CommandRing requests,
            final TickRing frames,
            final WalkingPolicy[] policies,
            final NanoClock clock) {
        this.config = config;
        this.port = port;
        this.gate = new OperatorGate(config, requests);
        this.frames = frames;
        stages = new ControlStages(config, policies, clock);
    }

    /**
     * One tick.
     *
     * @param timing when it was due, when it started, what was missed
     */
    public void tick(final TickTiming timing) {
        final long nowNs = timing.startedNs;
        port.receive(stages.sensed, nowNs);
        stages.update(nextRequest(nowNs), nowNs, timing.missedInARow);
        port.send(stages.commands);
        frames.publish(writer.write(timing, stages, port));
    }

    /**
     * Sits the robot down and keeps it down, whatever operators ask for. May be called from any thread.
     */
    public void leave() {
        leaving = true;
    }

    /**
     * Goes on with memory of its own after memory that it shares turned out to be gone, and sits the robot down: nobody can
     * command it any more. Called by the control thread; allocates.
     *
     * @param cause how the memory was found to be gone; thrown when that is so already
     */
    void abandonShared(final InternalError cause) {
        if (alone) {
            throw cause;
        }
        gate = new OperatorGate(config, new CommandRing());
        frames = new TickRing();
        leaving = true;
        alone = true;
    }

    /**
     * Where frames go now that the memory is gone that they were to go to. May be called from any thread.
     *
     * @return the ring, or null while all is well
     */
    public TickRing ringOfItsOwn() {
        return alone ? frames : null;
    }

    private OperatorRequest nextRequest(final long nowNs) {
        final OperatorRequest request = gate.update(nowNs, stages.mode() == Mode.WALK, stages.operator);
        final Gait gait = stages.operator.gait;
        if (gait != null) {
            stages.choose(gait);
        }
        if (leaving) {
            stages.operator.vx = 0;
            stages.operator.vy = 0;
            stages.operator.yawRate = 0;
            return request == OperatorRequest.STOP ? request : OperatorRequest.SIT;
        }
        return request;
    }
}
