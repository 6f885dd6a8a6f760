package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.gait.Stance;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameSink;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkMeter;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.DirectPort;
import gaitd.sim.robot.IcePatches;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.robot.SimulatedKind;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.vary.Variation;
import gaitd.sim.vary.Varied;

/**
 * One robot of the environments: the simulated A1, the real controller, and its episodes.
 *
 * <p>A policy step is act, physics, then for each further control tick sense, act, physics, and at the end sense: an
 * observation is as fresh as on the robot. Used by one thread at a time. Allocates nothing after construction.
 */
final class EnvRobot {
    private static final double S_PER_MS = 1e-3;
    private static final long NOISE = 1;
    private static final long PUSHES = 2;
    private static final long BEGINNING = 3;
    private static final long FAULTS = 4;
    private static final long TASK = 5;
    private static final long ICE = 6;
    private static final double MOVING_M_S = 0.05;

    /** The body. */
    final SimulatedA1 body;

    private final int index;
    private final EnvPlan plan;
    private final ControlStages stages;
    private final ControlLoop loop;
    private final TickTiming timing = new TickTiming(() -> 0);
    private final StepMeter meter;
    private final Terrain terrain;
    private final TruthSampler sampler;
    private final WalkSample sample = new WalkSample();
    private final long periodNs;
    private final int stepsPerEpisode;
    private final double[] stancePose = new double[A1.JOINTS];
    private final double[] place = new double[3];
    private final double[] attitude = {1, 0, 0, 0};
    private final EpisodeStart begun = new EpisodeStart();
    private final Footing footing;
    private final Variation variation = new Variation();
    private final FieldCase fieldCase;
    private final RobotModel nominal;
    private final RobotModel model = RobotModel.a1();
    private final PushSchedule pushes = new PushSchedule(0, 1, 0);
    private final IcePatches ice = new IcePatches();
    private final Simulator sim;
    private WalkMeter walk;
    private WalkMeter ended;
    private long seed;
    private int episode = -1;
    private int step;
    private double askedM;
    private double wentM;

    EnvRobot(final EnvPlan plan, final int index, final Simulator sim) {
        this.index = index;
        this.plan = plan;
        this.sim = sim;
        final Config config = plan.config();
        SimulatedKind.check(config);
        fieldCase = plan.task().fieldCase();
        nominal = fieldCase.model();
        terrain = plan.terrains().get(index);
        stages = new ControlStages(config, plan.task().policies(index), () -> 0);
        seed = plan.seed();
        sampler = new TruthSampler(terrain);
        meter = new StepMeter(1.0 / plan.ticksPerStep());
        body = new SimulatedA1(sim, SensorNoise.typical(), 0, config.get(Setting.SIM_COMMAND_TIMEOUT_MS) * S_PER_MS);
        if (!plan.task().faults().faults().isEmpty()) {
            body.faults(new FaultInjector(plan.task().faults(), 0));
        }
        loop = new ControlLoop(stages, new DirectPort(body), CommandSource.NOBODY, FrameSink.NONE);
        periodNs = config.periodNs();
        walk = new WalkMeter(periodNs * 1e-9, nominal.totalMassKg());
        ended = new WalkMeter(periodNs * 1e-9, nominal.totalMassKg());
        stepsPerEpisode = plan.stepsPerEpisode();
        final Stance stance = new Stance(config);
        footing = new Footing(terrain, stance, config.get(Setting.HEIGHT_M));
        final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.inverse(leg, stance.foot, 3 * leg, stancePose);
        }
    }

    /** Goes back to before the first episode, with another seed. */
    void restart(final long newSeed) {
        seed = newSeed;
        episode = -1;
        timing.startedNs = 0;
    }

    /** Begins the next episode and writes its first observation. */
    void beginEpisode() {
        episode++;
        step = 0;
        askedM = 0;
        wentM = 0;
        final long chance = RandomStream.seed(RandomStream.seed(seed, plan.before() + index), episode);
        vary(chance);
        begun.set(stepsPerEpisode);
        plan.task().begin(index, episode, RandomStream.seed(chance, BEGINNING), begun);
        footing.stand(begun, place, attitude);
        body.place(place, attitude, stancePose);
        stages.begin(Mode.WALK);
        sampler.begin();
        meter.beginEpisode(begun);
        final WalkMeter before = walk;
        walk = ended;
        ended = before;
        walk.begin(model.totalMassKg(), true);
        sense();
        plan.task().observe(index, stages.signals(), false);
    }

    private void vary(final long seed) {
        variation.draw(plan.config(), seed);
        fieldCase.apply(variation);
        plan.task().vary(index, RandomStream.seed(seed, TASK), variation);
        Varied.model(variation, nominal, model);
        sim.use(model);
        Varied.wear(variation, body.timeStepS(), body.wear());
        body.pushes(Varied.pushes(variation, RandomStream.seed(seed, PUSHES), pushes) ? pushes : null);
        body.ice(Varied.ice(variation, model, RandomStream.seed(seed, ICE), ice) ? ice : null);
        if (body.faults() != null) {
            body.faults().reseed(RandomStream.seed(seed, FAULTS));
        }
        body.reseed(RandomStream.seed(seed, NOISE));
    }

    /** The walk of the episode before, unchanged until the present one ends. */
    WalkMeter ended() {
        return ended;
    }

    void beginStep(final EnvBuffers buffers) {
        final int c = index * EnvBuffers.COMMANDS;
        stages.operator.vx = buffers.command[c];
        stages.operator.vy = buffers.command[c + 1];
        stages.operator.yawRate = buffers.command[c + 2];
        meter.beginStep(body.sums());
    }

    void sense() {
        timing.startedNs += periodNs;
        loop.sense(timing);
    }

    void act() {
        loop.act(timing);
    }

    void afterTick() {
        sampler.read(body.truth(), body.sums(), sample);
        if (!stages.reaction().atLeast(Reaction.STOP_WALKING)) {
            walk.walk(
                    sample,
                    stages.velocity().vx(),
                    stages.velocity().vy(),
                    stages.velocity().yawRate());
        } else {
            walk.rest(sample, false);
        }
        meter.tick(sample);
        sense();
    }

    /** Ends a policy step: quantities, flags, observation, and the next episode where one ended. */
    void endStep(final EnvBuffers buffers) {
        step++;
        meter.endStep(sample, body.sums(), buffers.quantity, index * StepQuantity.COUNT);
        final boolean done = walk.falls() > 0 || stages.reaction().atLeast(Reaction.STOP_WALKING);
        final boolean truncated = !done
                && (step >= begun.steps
                        || buffers.quantity(index, StepQuantity.DISTANCE) >= begun.goalM
                        || isOutside(sample.xM, sample.yM));
        buffers.terminated[index] = done;
        buffers.truncated[index] = truncated;
        buffers.policyFault[index] = stages.policyFault().ordinal();
        buffers.episode[index] = episode;
        buffers.step[index] = step;
        final int c = index * EnvBuffers.COMMANDS;
        buffers.target[c] = (float) stages.velocity().vx();
        buffers.target[c + 1] = (float) stages.velocity().vy();
        buffers.target[c + 2] = (float) stages.velocity().yawRate();
        plan.task().observe(index, stages.signals(), done || truncated);
        addWay(buffers);
        if (done || truncated) {
            plan.task().ended(index, done, askedM, wentM);
            beginEpisode();
        }
    }

    private void addWay(final EnvBuffers buffers) {
        final double vx = stages.velocity().vx();
        final double vy = stages.velocity().vy();
        final double speed = Math.sqrt(vx * vx + vy * vy);
        if (speed > MOVING_M_S) {
            final double stepS = plan.ticksPerStep() * periodNs * 1e-9;
            askedM += speed * stepS;
            wentM += stepS
                    * (vx * buffers.quantity(index, StepQuantity.FORWARD_VELOCITY)
                            + vy * buffers.quantity(index, StepQuantity.LEFT_VELOCITY))
                    / speed;
        }
    }

    private boolean isOutside(final double x, final double y) {
        return !terrain.extent().holds(x, y, WalkEnv.EDGE_M) || begun.isOutside(x, y);
    }
}
