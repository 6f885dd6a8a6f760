package gaitd.tools.run;

import gaitd.hal.RobotPort;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.tools.report.Motion;
import gaitd.tools.report.RunMeter;

/** What a run in real time and one in lock-step have in common: loop, rings, scenario, meter. */
final class RunCore {
    final TickRing frames = new TickRing();
    final Scenario scenario;
    final RunMeter meter;
    final ControlLoop loop;
    final TickRing.Reader reader;

    /** The first clock dates requests and is the one that ticks are started by, the second measures the policies' steps. */
    RunCore(
            final RunPlan plan,
            final Config config,
            final RobotPort port,
            final NanoClock clock,
            final NanoClock stepClock) {
        final CommandRing requests = new CommandRing();
        scenario = new Scenario(plan, new Operator(requests, 1, clock::nanoTime), config);
        meter = new RunMeter(config);
        final WalkingPolicy[] policies =
                plan.policies().stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new);
        loop = new ControlLoop(config, port, requests, frames, policies, stepClock);
        reader = frames.newReader();
    }

    void take(final TickFrame frame, final Motion truth, final RunMonitor monitor) {
        scenario.update(frame);
        meter.add(frame, truth);
        monitor.frame(frame, scenario, meter);
    }

    boolean walking() {
        return scenario.phase() == Scenario.Phase.WALK;
    }

    boolean done() {
        return scenario.phase() == Scenario.Phase.DONE;
    }
}
