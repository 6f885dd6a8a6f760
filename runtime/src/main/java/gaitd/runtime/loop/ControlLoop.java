package gaitd.runtime.loop;

import gaitd.hal.JointCommands;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.runtime.adapt.AdaptStage;
import gaitd.runtime.adapt.AdaptiveCell;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorGate;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.command.RemoteOperator;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.mode.ModeMachine;
import gaitd.runtime.policy.PolicyStage;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.safety.MissedTickGuard;
import gaitd.runtime.safety.SafetyGovernor;
import gaitd.runtime.safety.SendingGuard;
import gaitd.runtime.safety.SensorGuards;
import gaitd.runtime.safety.StateFilter;

/**
 * The program: what happens in a tick, in order.
 *
 * <p>Reads the robot once, updates every stage once, commands the robot once, publishes one frame. The real-time thread, the
 * lock-step simulation and the environments of training run the same object. Owned by one thread; a tick allocates nothing,
 * locks nothing, logs nothing.
 */
public final class ControlLoop {
    private final RobotPort port;
    private final TickInputs inputs;
    private final StateFilter stateFilter;
    private final Sensed sensed;
    private final SensorGuards sensorGuards;
    private final BodyEstimator estimator;
    private final BodyEstimate estimate;
    private final OperatorCommand operator;
    private final RemoteOperator remote;
    private final AdaptStage adaptStage;
    private final PolicyStage policyStage;
    private final PolicyInput policy;
    private final MissedTickGuard missedTicks;
    private final FaultLatch latch;
    private final ModeMachine modes;
    private final VelocityTarget velocity;
    private final LocomotionController locomotion;
    private final SafetyGovernor governor;
    private final SendingGuard sending;
    private final JointCommands commands;
    private final ControlStages stages;
    private CommandSource operators;
    private FrameSink frames;
    private boolean silent;
    private volatile boolean stopAsked;
    private volatile boolean leaving;
    private volatile TickRing privateRing;

    /**
     * A loop with a passive robot and policies.
     *
     * @param config all settings
     * @param port the robot
     * @param requests operator commands, checked by an {@link OperatorGate}
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
        this(config, port, requests, frames, policies, null, clock);
    }

    /**
     * A loop with a passive robot and policies of which the first adapts.
     *
     * @param config all settings
     * @param port the robot
     * @param requests operator commands, checked by an {@link OperatorGate}
     * @param frames where frames go
     * @param policies the first is chosen, the operator may choose others; may be none
     * @param adapting the network of the first, null when none adapts
     * @param clock measures the policies' steps
     */
    public ControlLoop(
            final Config config,
            final RobotPort port,
            final CommandRing requests,
            final TickRing frames,
            final WalkingPolicy[] policies,
            final AdaptiveCell adapting,
            final NanoClock clock) {
        this(
                new ControlStages(config, policies, adapting, clock),
                port,
                new OperatorGate(config, requests),
                new FrameWriter(frames));
    }

    /**
     * A loop around given stages.
     *
     * @param stages the controller of one robot
     * @param port the robot
     * @param operators asked once a tick what the robot shall do
     * @param frames receives the frame of every tick
     */
    public ControlLoop(
            final ControlStages stages, final RobotPort port, final CommandSource operators, final FrameSink frames) {
        this.stages = stages;
        this.port = port;
        this.operators = operators;
        this.frames = frames;
        inputs = stages.inputs;
        stateFilter = stages.stateFilter;
        sensed = stages.sensed;
        sensorGuards = stages.sensorGuards;
        estimator = stages.estimator;
        estimate = stages.estimate;
        operator = stages.operator;
        remote = stages.remote;
        adaptStage = stages.adaptStage;
        policyStage = stages.policyStage;
        policy = stages.policy;
        missedTicks = stages.missedTicks;
        latch = stages.latch;
        modes = stages.modes;
        velocity = stages.velocity;
        locomotion = stages.locomotion;
        governor = stages.governor;
        sending = stages.sending;
        commands = stages.commands;
    }

    /**
     * Sends nothing until an operator has sent a command or stopped the robot: the robot may be in the hands of its own controller. To be
     * called before the first tick.
     */
    public void beSilentAtFirst() {
        silent = true;
    }

    /**
     * One tick: {@link #sense}, then {@link #act}.
     *
     * @param timing when it was due, when it started, what was missed
     */
    public void tick(final TickTiming timing) {
        sense(timing);
        act(timing);
    }

    /**
     * First half of a tick: receive, drop old and repeated states, estimate, judge the sensors. What policies observe is complete after it; a trainer computes its actions
     * between the halves.
     *
     * @param timing of this tick
     */
    public void sense(final TickTiming timing) {
        latch.beginTick(timing.tick, modes.mode().ordinal());
        final boolean came = port.receive(stateFilter.arrived, timing.startedNs);
        inputs.begin(came);
        stateFilter.update(came, timing.startedNs, modes.mode(), latch);
        estimator.update(sensed, estimate);
        sensorGuards.update(stateFilter, estimate, modes.mode(), latch);
        estimator.doubt(sensorGuards.doubtOrientation(latch), sensed, estimate);
    }

    /**
     * Second half of a tick: operator, adapting, policy, mode, velocity, gait controller, governor, send, publish the frame.
     *
     * @param timing of this tick
     */
    public void act(final TickTiming timing) {
        final OperatorRequest request = nextRequest(timing.startedNs);
        adaptStage.update(
                timing.tick,
                modes.mode(),
                modes.slowing(),
                policyStage.share(0),
                locomotion.walk().gait());
        policyStage.update(request, modes.mode(), modes.slowing());
        missedTicks.update(timing.missedInARow, modes.mode(), latch);
        final boolean ready = velocity.atRest() && !policyStage.isActive() && locomotion.ready();
        modes.update(request, sensed.sequence > 0, ready, estimate, latch);
        final Mode mode = modes.mode();
        velocity.update(
                operator, mode == Mode.WALK, velocityShare(), locomotion.walk().gait(), policyStage.share());
        locomotion.update(mode, modes.inModeS(), velocity, sensed, estimate, policy, latch, commands);
        governor.update(sensed, estimate, mode, timing.startedNs, latch, commands);
        silent &= operator.state == OperatorState.NONE && operator.stops == 0;
        inputs.mark(InputBit.SILENT, silent);
        if (!silent) {
            final boolean sent = port.send(commands);
            inputs.mark(InputBit.SENT, sent);
            sending.update(sent, timing.startedNs, mode, latch);
        }
        frames.publish(timing, stages, port.counters());
    }

    private double velocityShare() {
        if (modes.slowing()) {
            return 0;
        }
        return latch.reaction().atLeast(Reaction.DERATE) ? Reaction.DERATED_SHARE : 1;
    }

    private OperatorRequest nextRequest(final long nowNs) {
        if (stopAsked) {
            stopAsked = false;
            inputs.mark(InputBit.STOP, true);
            operators.discard();
            return stopped();
        }
        if (remote.holdsStop(sensed)) {
            operators.discard();
        }
        final boolean walking = modes.mode() == Mode.WALK;
        final OperatorRequest asked = operators.update(nowNs, walking, operator);
        inputs.asked(asked, operator);
        final OperatorRequest request = remote.update(sensed, nowNs, walking, asked, operator);
        if (request == OperatorRequest.STOP) {
            return stopped();
        }
        if (operator.gait != null) {
            locomotion.choose(operator.gait);
        }
        if (leaving) {
            inputs.mark(InputBit.LEAVING, true);
            operator.halt();
            return OperatorRequest.SIT;
        }
        return request;
    }

    private OperatorRequest stopped() {
        operator.stops++;
        operator.halt();
        return OperatorRequest.STOP;
    }

    /**
     * Damps the robot in the next tick, whatever operators ask for; what they sent before is void. May be called from any thread.
     */
    public void stop() {
        stopAsked = true;
    }

    /**
     * Sits the robot down and keeps it down, whatever operators ask for. May be called from any thread.
     */
    public void leave() {
        leaving = true;
    }

    /**
     * Continues with private memory after the shared memory was found to be gone, and sits the robot down, as no
     * operator can command it any more. Called by the control thread; allocates.
     *
     * @param cause error of the access; thrown again when the loop uses private memory already
     */
    void abandonShared(final InternalError cause) {
        if (privateRing != null) {
            throw cause;
        }
        final TickRing ring = new TickRing();
        operators = CommandSource.NOBODY;
        frames = new FrameWriter(ring);
        adaptStage.abandonShared();
        leaving = true;
        privateRing = ring;
    }

    /**
     * Where frames go after the shared memory is gone. May be called from any thread.
     *
     * @return the ring, or null while all is well
     */
    public TickRing privateRing() {
        return privateRing;
    }
}
