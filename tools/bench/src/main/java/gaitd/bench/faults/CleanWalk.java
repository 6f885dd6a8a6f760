package gaitd.bench.faults;

import gaitd.policies.learn.RandomStream;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.Engine;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.List;

/** A walk of a robot that works: stands up, goes where chance sends it, sits down. What a guard latches before a fall is a false trip. */
final class CleanWalk {
    /** Walking time, s. */
    static final double WALK_S = 60;

    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();
    private static final double STEER_S = 5;
    private static final double SIT_S = 5;
    private static final double BEGIN_MAX_S = 15;

    private final CleanCase walk;
    private final Config config;
    private final SimulatedA1 robot;
    private final TruthSampler sampler;
    private final ControlLoop loop;
    private final TickRing.Reader frames;
    private final TrialOperator operator;
    private final RandomStream random;
    private final TickTiming timing;
    private final WalkSample sample = new WalkSample();
    private final FallRule falls = new FallRule();
    private long nowNs;

    /**
     * A walk that has not begun.
     *
     * @param walk the walk
     * @param config all settings
     * @param fits the policy to walk by; empty for none
     */
    CleanWalk(final CleanCase walk, final Config config, final List<PolicyFit> fits) {
        this.walk = walk;
        this.config = config;
        random = new RandomStream(walk.number());
        final Terrain terrain = Terrains.parse(walk.ground(), walk.number());
        sampler = new TruthSampler(terrain);
        robot = new World(
                        terrain,
                        walk.number(),
                        walk.condition().push(),
                        Engine.EMBEDDED,
                        FaultPlan.of(walk.condition().wire()))
                .robot(config);
        final CommandRing ring = new CommandRing();
        final TickRing published = new TickRing();
        frames = published.newReader();
        loop = new ControlLoop(
                config,
                new LockstepPort(robot, config.periodNs()),
                ring,
                published,
                fits.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new),
                () -> 0);
        operator = new TrialOperator(ring, () -> nowNs, walk.activity(), config);
        timing = new TickTiming(() -> nowNs);
    }

    /** Walks to the end, the first fault or the first fall. */
    CleanOutcome run() {
        try (robot) {
            double steerS = 0;
            double endS = BEGIN_MAX_S;
            boolean sits = false;
            while (robot.timeS() < endS) {
                final TickFrame frame = tick();
                final int fault = (int) frame.get(TickField.FAULT);
                if (falls.falls() > 0 || fault != 0) {
                    return outcome(
                            FAULTS[fault],
                            (int) frame.get(TickField.FAULT_JOINT),
                            frame.real(TickField.FAULT_VALUE, 0));
                }
                if (operator.hasBegun() && robot.timeS() >= steerS) {
                    endS = steerS == 0 ? robot.timeS() + WALK_S + SIT_S : endS;
                    steerS = robot.timeS() + STEER_S;
                    steer();
                }
                if (operator.hasBegun() && !sits && robot.timeS() > endS - SIT_S) {
                    sits = true;
                    operator.sit();
                }
            }
            return outcome(Fault.NONE, -1, 0);
        }
    }

    private TickFrame tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += config.periodNs();
        final TickFrame frame = frames.poll();
        final Mode mode = MODES[(int) frame.get(TickField.MODE)];
        sampler.read(robot.truth(), robot.sums(), sample);
        falls.update(sample, mode == Mode.STAND || mode == Mode.WALK);
        operator.update(mode, frame.get(TickField.STATES_ACCEPTED) > 0);
        return frame;
    }

    /** Mostly forward, sometimes aside, turning; half as much where the ground is not flat. */
    private void steer() {
        final double share = walk.ground().equals("flat") ? 1 : 0.5;
        operator.steer(
                share * (0.6 * random.nextDouble() - 0.1),
                share * 0.2 * (2 * random.nextDouble() - 1),
                share * 0.6 * (2 * random.nextDouble() - 1));
    }

    private CleanOutcome outcome(final Fault fault, final int joint, final double value) {
        return new CleanOutcome(
                walk,
                robot.timeS(),
                falls.falls() > 0,
                fault == Fault.NONE ? "" : fault.name(),
                joint,
                value,
                Math.toDegrees(sample.tiltRad()));
    }
}
