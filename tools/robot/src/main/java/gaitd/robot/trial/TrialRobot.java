package gaitd.robot.trial;

import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.world.World;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.WalkStart;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TrueReward;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;

/** A robot that walks from its feet by a policy that adapts, its control loop, and what its steps truly gave. */
public final class TrialRobot implements AutoCloseable {
    private static final double VX_M_S = 0.3;
    /** In circles where the ground ends, rad/s. */
    private static final double CIRCLE_RAD_S = 0.15;

    private final Config config;
    private final SimulatedA1 robot;
    private final ControlStages stages;
    private final ControlLoop loop;
    private final LearnerLink link = new LearnerLink();
    private final TickRing.Reader frames;
    private final TruthSampler sampler;
    private final WalkSample sample = new WalkSample();
    private final FallRule falls = new FallRule();
    private final TrueReward reward;
    private final TickTiming timing;
    private final double yawRate;
    private final double stepS;
    private TickFrame frame;
    private long nowNs;

    /**
     * A robot on its feet.
     *
     * @param walk settings and the policy
     * @param fieldCase what happened to it
     * @param engine physics
     * @param seed decides noise
     * @param task whose reward is told
     */
    public TrialRobot(
            final PolicyFiles.Walk walk,
            final FieldCase fieldCase,
            final Engine engine,
            final long seed,
            final A1Task task) {
        config = walk.config();
        final Terrain terrain = Terrains.parse(fieldCase.terrain() == null ? "flat" : fieldCase.terrain(), seed);
        yawRate = fieldCase.terrain() == null ? 0 : CIRCLE_RAD_S;
        robot = new World(terrain, seed, null, engine, fieldCase.faults(FaultPlan.NONE), fieldCase).robot(config);
        sampler = new TruthSampler(terrain);
        final int ticksPerStep = walk.policies().getFirst().bundle().manifest().ticksPerStep();
        stepS = ticksPerStep * periodS();
        reward = new TrueReward(task, stepS, ticksPerStep);
        final AdaptingPolicies policies = AdaptingPolicies.of(config, walk.policies(), link);
        stages = new ControlStages(config, policies.policies(), policies.cell(), () -> 0);
        final TickRing ring = new TickRing();
        frames = ring.newReader();
        loop = new ControlLoop(
                stages, new LockstepPort(robot, config.periodNs()), CommandSource.NOBODY, new FrameWriter(ring));
        WalkStart.onFeet(robot, stages, config);
        stages.operator.vx = VX_M_S;
        stages.operator.yawRate = yawRate;
        timing = new TickTiming(() -> nowNs);
        falls.begin(true);
        reward.begin(robot.sums());
    }

    /**
     * Control period.
     *
     * @return s
     */
    public double periodS() {
        return config.periodNs() * 1e-9;
    }

    /**
     * Length of a policy step.
     *
     * @return s
     */
    public double stepS() {
        return stepS;
    }

    /**
     * To its learner.
     *
     * @return the link
     */
    public LearnerLink link() {
        return link;
    }

    /**
     * One control tick.
     *
     * @return what the policy step that ends with it gave, NaN where none ends
     */
    public double tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += config.periodNs();
        frame = frames.poll();
        sampler.read(robot.truth(), robot.sums(), sample);
        falls.update(sample, true);
        return reward.tick(sample, robot.sums(), VX_M_S, 0, yawRate);
    }

    /**
     * Of the last tick.
     *
     * @return live
     */
    public TickFrame frame() {
        return frame;
    }

    /**
     * Whether it has fallen since it was made.
     *
     * @return true for ever after the first fall
     */
    public boolean hasFallen() {
        return falls.falls() > 0;
    }

    /**
     * Whether a guard has ended the walk.
     *
     * @return true when it does not walk
     */
    public boolean isStopped() {
        return frame.get(TickField.MODE) != Mode.WALK.ordinal();
    }

    /**
     * How far it leans.
     *
     * @return trunk's z axis to the vertical, deg
     */
    public double tiltDeg() {
        return Math.toDegrees(sample.tiltRad());
    }

    @Override
    public void close() {
        robot.close();
    }
}
