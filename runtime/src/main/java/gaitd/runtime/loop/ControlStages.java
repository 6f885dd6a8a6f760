package gaitd.runtime.loop;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.runtime.adapt.AdaptStage;
import gaitd.runtime.adapt.AdaptiveCell;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.RemoteOperator;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.mode.ModeMachine;
import gaitd.runtime.policy.ActionSlew;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.PolicyStage;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.safety.GuardsOff;
import gaitd.runtime.safety.MissedTickGuard;
import gaitd.runtime.safety.SafetyGovernor;
import gaitd.runtime.safety.SendingGuard;
import gaitd.runtime.safety.SensorGuards;
import gaitd.runtime.safety.StateFilter;

/**
 * The controller of one robot: the stages of a tick and what passes between them, with all their memory.
 *
 * <p>{@link ControlLoop} updates them, in its order. Owned by the loop's thread; allocates nothing after construction.
 */
public final class ControlStages {
    /** The newest reading that was not old or repeated; its sequence is 0 until a state has come. */
    public final Sensed sensed = new Sensed();
    /** The operator's newest command, overwritten by the loop's {@link CommandSource}. */
    public final OperatorCommand operator = new OperatorCommand();
    /** Estimated state of the robot; not to be modified. */
    public final BodyEstimate estimate = new BodyEstimate();
    /** Commands sent in the last tick; not to be modified. */
    public final JointCommands commands = new JointCommands();

    final TickInputs inputs = new TickInputs();
    final StateFilter stateFilter;
    final SensorGuards sensorGuards;
    final RemoteOperator remote;
    final BodyEstimator estimator;
    final FaultLatch latch;
    final MissedTickGuard missedTicks;
    final ModeMachine modes;
    final VelocityTarget velocity;
    final LocomotionController locomotion;
    final SafetyGovernor governor;
    final SendingGuard sending;
    final PolicyInput policy;
    final PolicyStage policyStage;
    final AdaptStage adaptStage;

    private final RobotSignals signals;
    private final Sensed nothingSensed = new Sensed();

    /**
     * The controller of a passive robot, with policies.
     *
     * @param config all settings
     * @param policies the first is chosen; may be none
     * @param clock measures their steps
     */
    public ControlStages(final Config config, final WalkingPolicy[] policies, final NanoClock clock) {
        this(config, GuardsOff.bits(config), policies, null, clock);
    }

    /**
     * The controller of a passive robot some of whose guards never trip, to see what they are good for. For simulated robots only.
     *
     * @param config all settings
     * @param guardsOff the bits of {@link gaitd.runtime.fault.Fault#bit()}
     * @param policies the first is chosen; may be none
     * @param clock measures their steps
     */
    public ControlStages(
            final Config config, final long guardsOff, final WalkingPolicy[] policies, final NanoClock clock) {
        this(config, guardsOff, policies, null, clock);
    }

    /**
     * The controller of a passive robot, with policies of which the first adapts.
     *
     * @param config all settings
     * @param policies the first is chosen; may be none
     * @param adapting the network of the first, null when none adapts
     * @param clock measures their steps
     */
    public ControlStages(
            final Config config, final WalkingPolicy[] policies, final AdaptiveCell adapting, final NanoClock clock) {
        this(config, GuardsOff.bits(config), policies, adapting, clock);
    }

    private ControlStages(
            final Config config,
            final long guardsOff,
            final WalkingPolicy[] policies,
            final AdaptiveCell adapting,
            final NanoClock clock) {
        latch = new FaultLatch(guardsOff);
        policy = new PolicyInput(config);
        stateFilter = new StateFilter(config, sensed);
        sensorGuards = new SensorGuards(sensed);
        remote = new RemoteOperator(config);
        estimator = new BodyEstimator(
                config.periodNs() * 1e-9, config.get(ChoiceSetting.ROBOT_KIND).legs());
        missedTicks = new MissedTickGuard(config);
        modes = new ModeMachine(config);
        velocity = new VelocityTarget(config);
        locomotion = new LocomotionController(config);
        governor = new SafetyGovernor(config);
        sending = new SendingGuard(config);
        signals = new RobotSignals(sensed, estimate, velocity, locomotion.walk(), new ActionSlew(config));
        policyStage = new PolicyStage(config, policies, signals, policy, clock::nanoTime);
        adaptStage = new AdaptStage(adapting, sensed, estimate, velocity, latch);
    }

    /**
     * Resets every stage, latched faults included, to a robot that is in a given mode already. For simulated robots,
     * which are placed; never called for a real robot.
     *
     * @param mode what the robot was placed to do
     */
    public void begin(final Mode mode) {
        sensed.set(nothingSensed);
        stateFilter.reset();
        sensorGuards.reset();
        estimate.reset();
        estimator.reset();
        latch.beginTick(0, mode.ordinal());
        latch.clear();
        modes.begin(mode);
        velocity.rest();
        locomotion.reset(estimate);
        governor.reset();
        sending.reset();
        policyStage.reset();
        policy.clear();
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
     * The first cause of what the robot does about its faults.
     *
     * @return the first latched fault, or {@link Fault#NONE}
     */
    public Fault fault() {
        return latch.first();
    }

    /**
     * What the robot does about its faults.
     *
     * @return the strongest reaction of the latched faults
     */
    public Reaction reaction() {
        return latch.reaction();
    }

    /**
     * Why policies were taken off the walk.
     *
     * @return what is latched, or {@link PolicyFault#NONE}
     */
    public PolicyFault policyFault() {
        return policyStage.latch().fault();
    }

    /**
     * What policies observe.
     *
     * @return live, to be read between {@link ControlLoop#sense} and {@link ControlLoop#act}
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
}
