package gaitd.robot.run;

import gaitd.robot.host.ArmedCosts;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.loop.TickTiming;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import java.util.List;

/**
 * Controller and simulator in one thread, without waiting, on a clock that moves one period a tick: the same arguments give
 * the same bits, in any JVM. No time passes within a tick, so no policy is taken off for being slow.
 */
public final class LockstepRun {
    private static final double MARGIN_S = 60;

    private final RunPlan plan;
    private final Config config;
    private final SimulatedA1 robot;
    private final TruthSampler sampler;
    private final ArmedCosts costs = new ArmedCosts();
    private final RunCore core;
    private long nowNs;

    /**
     * A run that has not begun.
     *
     * @param plan of finite length
     * @param config all settings
     * @param world the simulated world
     */
    public LockstepRun(final RunPlan plan, final Config config, final World world) {
        this(plan, config, world, () -> 0);
    }

    /**
     * A run whose policies' steps take time.
     *
     * @param plan of finite length
     * @param config all settings
     * @param world the simulated world
     * @param stepClock measures the steps; the run repeats as far as its readings do
     */
    public LockstepRun(final RunPlan plan, final Config config, final World world, final NanoClock stepClock) {
        this.plan = plan;
        this.config = config;
        robot = world.robot(config);
        sampler = new TruthSampler(world.terrain());
        core = new RunCore(
                plan,
                config,
                new UntimedPort(new LockstepPort(robot, config.periodNs()), costs),
                world.massKg(config),
                () -> nowNs,
                stepClock);
    }

    /**
     * Experience of the adapting policy and weights for it.
     *
     * @return null where nothing adapts
     */
    public LearnerLink learner() {
        return core.learner();
    }

    /**
     * Ends the run early, with a lying robot. May be called from any thread.
     */
    public void stop() {
        core.scenario.stop();
    }

    /**
     * Runs to the end.
     *
     * @param monitor called with every frame
     * @return the result
     */
    public RunResult run(final RunMonitor monitor) {
        final TickTiming timing = new TickTiming(() -> nowNs);
        final WalkSample truth = new WalkSample();
        final long ticksMax = Math.round((plan.walkSeconds() + MARGIN_S) * 1e9 / config.periodNs());
        while (!core.done() && timing.tick < ticksMax) {
            timing.scheduledNs = nowNs;
            timing.startedNs = nowNs;
            costs.resume();
            core.loop.tick(timing);
            costs.pause();
            costs.countTick();
            timing.tick++;
            nowNs += config.periodNs();
            final TickFrame frame = core.reader.poll();
            sampler.read(robot.truth(), robot.sums(), truth);
            core.take(frame, truth, monitor);
            if (core.walking()) {
                costs.arm();
            }
        }
        costs.end();
        robot.close();
        return new RunResult(core.scenario, core.meter, true, core.reader.lostFrames(), costs, null, 0, List.of());
    }
}
