package gaitd.bench.envelope;

import gaitd.policies.cpg.Gait;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;

/** One robot in lock-step: it stands up, is driven, is told to stand, and stands for a while. */
final class EnvelopeTrial {
    private static final Mode[] MODES = Mode.values();
    private static final int HEARTBEAT_TICKS = 5;
    private static final double STANDS_S = 1.5;
    private static final double TIME_MAX_S = 40;

    private final Config config;
    private final Drive drive;
    private final SimulatedA1 robot;
    private final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
    private final WalkSample truth = new WalkSample();
    private final FallRule falls = new FallRule();
    private final Operator operator;
    private final ControlLoop loop;
    private final TickRing.Reader reader;
    private final TickTiming timing;
    private long nowNs;
    private double walkedS;
    private double stoodS;
    private double stopS;
    private Fault fault = Fault.NONE;

    private EnvelopeTrial(final Config config, final Gait gait, final Drive drive, final long seed) {
        this.config = config;
        this.drive = drive;
        robot = new World(Terrain.FLAT, seed, null).robot(config);
        final CommandRing requests = new CommandRing();
        final TickRing frames = new TickRing();
        reader = frames.newReader();
        operator = new Operator(requests, 1, () -> nowNs);
        timing = new TickTiming(() -> nowNs);
        loop = new ControlLoop(
                config, new LockstepPort(robot, config.periodNs()), requests, frames, new WalkingPolicy[0], () -> 0);
        operator.offer(OperatorRequest.NONE, gait, 0, 0, 0);
    }

    /** Runs a trial to its end. */
    static EnvelopeTrial run(final Config config, final Gait gait, final Drive drive, final long seed) {
        final EnvelopeTrial trial = new EnvelopeTrial(config, gait, drive, seed);
        trial.run();
        return trial;
    }

    private void run() {
        final double periodS = config.periodNs() * 1e-9;
        Mode mode = Mode.PASSIVE;
        while (falls.falls() == 0 && fault == Fault.NONE && stoodS < STANDS_S && timing.tick * periodS < TIME_MAX_S) {
            if (timing.tick % HEARTBEAT_TICKS == 0) {
                command(mode);
            }
            mode = tick();
            walkedS += mode == Mode.WALK ? periodS : 0;
            stopS += mode == Mode.WALK && walkedS > drive.seconds() ? periodS : 0;
            stoodS = mode == Mode.STAND && walkedS > 0 ? stoodS + periodS : 0;
        }
        robot.close();
    }

    /** Whether the robot walked its time, stood and never fell. */
    boolean stayedUp() {
        return falls.falls() == 0 && walkedS >= drive.seconds() && stoodS >= STANDS_S;
    }

    /** Time from the request to stand until the robot stood, s. */
    double stopS() {
        return stopS;
    }

    private void command(final Mode mode) {
        final boolean driven = walkedS < drive.seconds();
        final int sign = drive.sign(walkedS);
        operator.offer(request(mode, driven), null, sign * drive.vx(), sign * drive.vy(), sign * drive.yawRate());
    }

    private static OperatorRequest request(final Mode mode, final boolean driven) {
        return switch (mode) {
            case PASSIVE -> OperatorRequest.STAND;
            case STAND -> driven ? OperatorRequest.WALK : OperatorRequest.NONE;
            case WALK -> driven ? OperatorRequest.NONE : OperatorRequest.STAND;
            case STAND_UP, SIT_DOWN, FAULT -> OperatorRequest.NONE;
        };
    }

    private Mode tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += config.periodNs();
        final TickFrame frame = reader.poll();
        final Mode mode = MODES[(int) frame.get(TickField.MODE)];
        fault = Fault.values()[(int) frame.get(TickField.FAULT)];
        sampler.read(robot.truth(), robot.sums(), truth);
        falls.update(truth, mode == Mode.WALK || mode == Mode.STAND);
        return mode;
    }
}
