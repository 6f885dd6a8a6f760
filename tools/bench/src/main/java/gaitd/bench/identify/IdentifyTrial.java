package gaitd.bench.identify;

import gaitd.policies.learn.RandomStream;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.WalkStart;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.identify.Identified;
import gaitd.sim.identify.Identifier;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrains;
import gaitd.sim.vary.Variation;

/** One walk of a robot to which something happened, from its feet, with its velocity changed every few seconds. */
final class IdentifyTrial {
    private static final double STEER_S = 4;

    private final Config config;
    private final SimulatedA1 robot;
    private final ControlStages stages;
    private final ControlLoop loop;
    private final TickRing.Reader frames;
    private final RandomStream random;
    private final TickTiming timing;
    private final Identifier identifier;
    private final Variation truth;
    private long nowNs;
    private long tookNs;

    /**
     * A walk that has not begun.
     *
     * @param walk settings and the policy to walk by
     * @param fieldCase what happened
     * @param engine physics
     * @param seed decides noise and velocities
     */
    IdentifyTrial(final PolicyFiles.Walk walk, final FieldCase fieldCase, final Engine engine, final long seed) {
        config = walk.config();
        random = new RandomStream(seed);
        final World world = new World(
                Terrains.parse(fieldCase.terrain() == null ? "flat" : fieldCase.terrain(), seed),
                seed,
                null,
                engine,
                fieldCase.faults(FaultPlan.NONE),
                fieldCase);
        truth = world.variation(config);
        robot = world.robot(config);
        stages = new ControlStages(
                config, walk.policies().stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new), () -> 0);
        final TickRing ring = new TickRing();
        frames = ring.newReader();
        loop = new ControlLoop(
                stages, new LockstepPort(robot, config.periodNs()), CommandSource.NOBODY, new FrameWriter(ring));
        WalkStart.onFeet(robot, stages, config);
        timing = new TickTiming(() -> nowNs);
        identifier = new Identifier(config.periodNs() * 1e-9);
    }

    /** Walks, and tells what was found. */
    Identified run(final double seconds) {
        try (robot) {
            final long ticks = Math.round(seconds * 1e9 / config.periodNs());
            final long steer = Math.round(STEER_S * 1e9 / config.periodNs());
            for (long tick = 0; tick < ticks; tick++) {
                if (tick % steer == 0) {
                    stages.operator.vx = 0.05 + 0.35 * random.nextDouble();
                    stages.operator.vy = 0.1 * (2 * random.nextDouble() - 1);
                    stages.operator.yawRate = 0.4 * (2 * random.nextDouble() - 1);
                }
                timing.scheduledNs = nowNs;
                timing.startedNs = nowNs;
                loop.tick(timing);
                timing.tick++;
                nowNs += config.periodNs();
                final TickFrame frame = frames.poll();
                final long beganNs = System.nanoTime();
                identifier.add(frame);
                tookNs += System.nanoTime() - beganNs;
            }
            return identifier.finding();
        }
    }

    /** Memory of the identifier, bytes. */
    long bytes() {
        return identifier.bytes();
    }

    /** Time that the identifier took, ns. */
    long tookNs() {
        return tookNs;
    }

    /** What was set. */
    Variation truth() {
        return truth;
    }
}
