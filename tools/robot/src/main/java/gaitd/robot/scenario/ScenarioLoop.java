package gaitd.robot.scenario;

import gaitd.hal.RobotPort;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;

/** A control loop, the scenario that commands it, and a reader of its frames. Does not know what makes it tick. */
public final class ScenarioLoop {
    /** Where frames appear. */
    public final TickRing frames = new TickRing();
    /** What commands the loop. */
    public final Scenario scenario;
    /** What ticks. */
    public final ControlLoop loop;
    /** Reads every frame. */
    public final TickRing.Reader reader;

    /**
     * A loop that has not ticked.
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
        final CommandRing requests = new CommandRing();
        scenario = new Scenario(plan, new Operator(requests, 1, clock::nanoTime), config);
        final WalkingPolicy[] policies =
                plan.policies().stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new);
        loop = new ControlLoop(config, port, requests, frames, policies, stepClock);
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
