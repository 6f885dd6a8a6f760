package gaitd.runtime.loop;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.mode.ModeMachine;
import gaitd.runtime.policy.ActionSlew;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.PolicyPilot;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.safety.Fault;
import gaitd.runtime.safety.FaultLatch;
import gaitd.runtime.safety.SafetyGovernor;

/**
 * The controller of one robot: every stage between a reading and the commands that answer it, in order, with their memory.
 *
 * <p>The control loop runs it between port and ring; training runs the same between a simulated robot and nothing. The owner
 * fills {@link #sensed} and {@link #operator}, calls {@link #update} once a tick and takes {@link #commands}. Owned by one
 * thread; after construction allocates nothing, locks nothing, logs nothing.
 */
public final class ControlStages {
    /** The newest reading, filled by the owner before each tick; its sequence is 0 until a state has come. */
    public final Sensed sensed = new Sensed();
    /** The operator's newest command, filled by the owner. */
    public final OperatorCommand operator = new OperatorCommand();
    /** What a policy adds; filled by the owner where it has no policies of its own. */
    public final PolicyInput policy;
    /** What the robot is believed to do; not to be modified. */
    public final BodyEstimate estimate = new BodyEstimate();
    /** The last word of the last tick; not to be modified. */
    public final JointCommands commands = new JointCommands();

    final FaultLatch latch = new FaultLatch();
    final ModeMachine modes;
    final VelocityTarget velocity;
    final LocomotionController locomotion;
    final SafetyGovernor governor;
    final PolicyPilot pilot;

    private final RobotSignals signals;
    private final Sensed nothingSensed = new Sensed();
    private final BodyEstimator estimator;
    private final int missedMax;

    /**
     * The controller of a passive robot.
     *
     * @param config all settings
     */
    public ControlStages(final Config config) {
        this(config, new WalkingPolicy[0], () -> 0);
    }

    /**
     * The controller of a passive robot, with policies.
     *
     * @param config all settings
     * @param policies the first is chosen; may be none
     * @param clock measures their steps
     */
    public ControlStages(final Config config, final WalkingPolicy[] policies, final NanoClock clock) {
        missedMax = (int) config.get(Setting.MISSED_TICKS_MAX);
        policy = new PolicyInput(config);
        estimator = new BodyEstimator(config.periodNs() * 1e-9);
        modes = new ModeMachine(config);
        velocity = new VelocityTarget(config);
        locomotion = new LocomotionController(config);
        governor = new SafetyGovernor(config);
        signals = new RobotSignals(sensed, estimate, velocity, locomotion.walk(), new ActionSlew(config));
        pilot = new PolicyPilot(config, policies, signals, policy, clock::nanoTime);
    }

    /**
     * Forgets everything, latched faults included, and begins with a robot that is in a given mode already. For simulated
     * robots, which are placed; the loop of a real robot never calls it.
     *
     * @param mode what the robot was placed to do
     */
    public void begin(final Mode mode) {
        sensed.set(nothingSensed);
        estimate.reset();
        estimator.reset();
        latch.beginTick();
        latch.clear();
        modes.begin(mode);
        velocity.update(operator, false);
        locomotion.reset(estimate);
        governor.reset();
        pilot.reset();
        policy.clear();
    }

    /**
     * A whole tick: {@link #perceive()}, then {@link #decide}.
     *
     * @param request what the operator asked for in this tick, {@link OperatorRequest#NONE} if nothing
     * @param nowNs the loop's clock, ns
     * @param missedInARow ticks missed just before this one
     */
    public void update(final OperatorRequest request, final long nowNs, final int missedInARow) {
        perceive();
        decide(request, nowNs, missedInARow);
    }

    /**
     * The policies, then {@link #act}.
     *
     * @param request what the operator asked for in this tick, {@link OperatorRequest#NONE} if nothing
     * @param nowNs the loop's clock, ns
     * @param missedInARow ticks missed just before this one
     */
    public void decide(final OperatorRequest request, final long nowNs, final int missedInARow) {
        act(pilot.update(request, modes.mode()), nowNs, missedInARow);
    }

    /** First half of a tick: from the reading to what the body does. A policy acts between the halves. */
    public void perceive() {
        latch.beginTick();
        estimator.update(sensed, estimate);
    }

    /**
     * Second half of a tick: from what the body does to the commands.
     *
     * @param request what the operator asked for in this tick, {@link OperatorRequest#NONE} if nothing
     * @param nowNs the loop's clock, ns
     * @param missedInARow ticks missed just before this one
     */
    public void act(final OperatorRequest request, final long nowNs, final int missedInARow) {
        if (missedInARow > missedMax && modes.mode() != Mode.PASSIVE) {
            latch.trip(Fault.TICKS_MISSED, -1, missedInARow);
        }
        modes.update(request, sensed.sequence > 0, estimate, latch);
        velocity.update(operator, modes.mode() == Mode.WALK);
        locomotion.update(modes.mode(), modes.inModeS(), velocity, estimate, policy, commands);
        governor.update(sensed, estimate, modes.mode(), nowNs, latch, commands);
    }

    /**
     * Changes the gait; the oscillators move over smoothly.
     *
     * @param gait the gait to walk with from now on
     */
    public void choose(final Gait gait) {
        locomotion.choose(gait);
    }

    /**
     * What the robot is doing.
     *
     * @return the mode after the last tick
     */
    public Mode mode() {
        return modes.mode();
    }

    /**
     * Why it was damped.
     *
     * @return the first latched fault, or {@link Fault#NONE}
     */
    public Fault fault() {
        return latch.first();
    }

    /**
     * Why policies were taken off the walk.
     *
     * @return what is latched, or {@link PolicyFault#NONE}
     */
    public PolicyFault policyFault() {
        return pilot.latch().fault();
    }

    /**
     * What policies observe.
     *
     * @return live, to be read between {@link #perceive} and {@link #decide}
     */
    public RobotSignals signals() {
        return signals;
    }

    /**
     * The velocity in force.
     *
     * @return live, not to be modified
     */
    public VelocityTarget velocity() {
        return velocity;
    }

    /**
     * From mode to commands, with the walk's oscillators.
     *
     * @return live, not to be modified
     */
    public LocomotionController locomotion() {
        return locomotion;
    }
}
