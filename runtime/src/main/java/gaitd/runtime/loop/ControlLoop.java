package gaitd.runtime.loop;

import gaitd.hal.JointCommands;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.mode.ModeMachine;
import gaitd.runtime.safety.Fault;
import gaitd.runtime.safety.FaultLatch;
import gaitd.runtime.safety.SafetyGovernor;

/**
 * The program: what happens in a tick, in order.
 *
 * <p>Reads the robot once, runs every stage once, commands the robot once, publishes one frame. The same object serves the
 * real-time thread and the lock-step simulation. Owned by one thread; a tick allocates nothing, locks nothing, logs nothing.
 */
public final class ControlLoop {
    private final RobotPort port;
    private final CommandRing requests;
    private final TickRing frames;
    private final int missedMax;
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();
    private final JointCommands commands = new JointCommands();
    private final OperatorCommand operator = new OperatorCommand();
    private final FaultLatch latch = new FaultLatch();
    private final BodyEstimator estimator;
    private final ModeMachine modes;
    private final VelocityTarget velocity;
    private final LocomotionController locomotion;
    private final SafetyGovernor governor;
    private final FrameWriter writer = new FrameWriter();

    /**
     * A loop with a passive robot.
     *
     * @param config all settings
     * @param port the robot
     * @param requests operator commands, read here
     * @param frames where frames go
     */
    public ControlLoop(final Config config, final RobotPort port, final CommandRing requests, final TickRing frames) {
        this.port = port;
        this.requests = requests;
        this.frames = frames;
        missedMax = (int) config.get(Setting.MISSED_TICKS_MAX);
        estimator = new BodyEstimator(config.periodNs() * 1e-9);
        modes = new ModeMachine(config);
        velocity = new VelocityTarget(config);
        locomotion = new LocomotionController(config);
        governor = new SafetyGovernor(config);
    }

    /**
     * One tick.
     *
     * @param timing when it was due, when it started, what was missed
     */
    public void tick(final TickTiming timing) {
        final long nowNs = timing.startedNs;
        latch.beginTick();
        port.receive(sensed, nowNs);
        estimator.update(sensed, estimate);
        if (timing.missedInARow > missedMax && modes.mode() != Mode.PASSIVE) {
            latch.trip(Fault.TICKS_MISSED, -1, timing.missedInARow);
        }
        modes.update(nextRequest(), sensed.sequence > 0, estimate, latch);
        velocity.update(operator, modes.mode() == Mode.WALK);
        locomotion.update(modes.mode(), modes.inModeS(), velocity, estimate, commands);
        governor.update(sensed, estimate, modes.mode(), nowNs, latch, commands);
        port.send(commands);
        frames.publish(writer.write(
                timing, sensed, estimate, modes, velocity, locomotion, governor, latch, operator, commands, port));
    }

    private OperatorRequest nextRequest() {
        if (!requests.poll(operator)) {
            return OperatorRequest.NONE;
        }
        final Gait gait = operator.gait;
        if (gait != null) {
            locomotion.choose(gait);
        }
        return operator.request;
    }
}
