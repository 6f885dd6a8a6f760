package gaitd.robot.run;

import gaitd.hal.RobotPort;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.scenario.ScenarioLoop;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.NanoClock;
import gaitd.sim.measure.WalkSample;

/** Common parts of runs in real time and in lock-step: loop, rings, scenario, meter. */
final class RunCore {
    final TickRing frames;
    final Scenario scenario;
    final RunMeter meter;
    final ControlLoop loop;
    final TickRing.Reader reader;

    private final ScenarioLoop core;

    /** Mass in kg; the first clock dates requests and is the one that ticks are started by, the second measures the policies' steps. */
    RunCore(
            final RunPlan plan,
            final Config config,
            final RobotPort port,
            final double massKg,
            final NanoClock clock,
            final NanoClock stepClock) {
        this(config, massKg, new ScenarioLoop(plan, config, port, clock, stepClock));
    }

    /** Of a loop that has not ticked. */
    RunCore(final Config config, final double massKg, final ScenarioLoop core) {
        this.core = core;
        frames = core.frames;
        scenario = core.scenario;
        loop = core.loop;
        reader = core.reader;
        meter = new RunMeter(config, massKg);
    }

    void take(final TickFrame frame, final WalkSample truth, final RunMonitor monitor) {
        final boolean asked = scenario.phase() != Scenario.Phase.SIT;
        scenario.update(frame);
        meter.add(frame, truth, asked);
        monitor.frame(frame, scenario, meter);
    }

    LearnerLink learner() {
        return core.learner;
    }

    Operator pageOperator() {
        return core.pageOperator;
    }

    boolean walking() {
        return core.walking();
    }

    boolean done() {
        return scenario.phase() == Scenario.Phase.DONE;
    }
}
