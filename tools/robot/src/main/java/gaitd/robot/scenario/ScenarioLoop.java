package gaitd.robot.scenario;

import gaitd.hal.RobotPort;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.policy.fit.AdaptingPolicies;

/** A control loop, the scenario that commands it, and a reader of its frames. Does not know what makes it tick. */
public final class ScenarioLoop {
    /** Where frames appear. */
    public final TickRing frames;
    /** What commands the loop. */
    public final Scenario scenario;
    /** What ticks. */
    public final ControlLoop loop;
    /** Reads every frame. */
    public final TickRing.Reader reader;
    /** Another operator of the loop, for whoever commands by a page. */
    public final Operator pageOperator;
    /** Experience of the adapting policy and weights for it; null where nothing adapts. */
    public final LearnerLink learner;

    /**
     * A loop in memory of this process that has not ticked.
     *
     * @param plan what to do
     * @param config all settings
     * @param port the robot
     * @param clock dates requests, and is the one that ticks are started by
     * @param stepClock measures the policies' steps
     */
    public ScenarioLoop(
            final RunPlan plan,
            final Config config,
            final RobotPort port,
            final NanoClock clock,
            final NanoClock stepClock) {
        this(
                plan,
                config,
                port,
                clock,
                stepClock,
                new TickRing(),
                config.get(ChoiceSetting.ADAPT_USE) == AdaptUse.OFF ? null : new LearnerLink());
    }

    /**
     * A loop that has not ticked.
     *
     * @param plan what to do
     * @param config all settings
     * @param port the robot
     * @param clock dates requests, and is the one that ticks are started by
     * @param stepClock measures the policies' steps
     * @param frames where frames appear
     * @param learner what passes between the loop and a learner; not used where nothing adapts
     */
    public ScenarioLoop(
            final RunPlan plan,
            final Config config,
            final RobotPort port,
            final NanoClock clock,
            final NanoClock stepClock,
            final TickRing frames,
            final LearnerLink learner) {
        this.frames = frames;
        this.learner = learner;
        final CommandRing requests = new CommandRing();
        scenario = new Scenario(plan, new Operator(requests, 1, clock::nanoTime), config);
        pageOperator = new Operator(requests, 2, clock::nanoTime);
        final AdaptingPolicies policies = AdaptingPolicies.of(config, plan.policies(), learner);
        loop = new ControlLoop(config, port, requests, frames, policies.policies(), policies.cell(), stepClock);
        reader = frames.newReader();
    }

    /**
     * Whether the robot walks.
     *
     * @return whether it does, by the newest frame that the scenario saw
     */
    public boolean walking() {
        return scenario.phase() == Scenario.Phase.WALK;
    }
}
