package gaitd.robot.trial;

import gaitd.robot.world.World;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.env.WalkStart;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;

/**
 * Controller and simulated robot in lock-step, walking from the first tick with the first policy chosen, under requests of the
 * caller.
 *
 * <p>The same arguments and requests give the same bits, as far as the clock of the steps repeats. Used by one thread.
 */
public final class PolicyRig implements AutoCloseable {
    private static final Mode[] MODES = Mode.values();

    private final long periodNs;
    private final SimulatedA1 robot;
    private final ControlLoop loop;
    private final TickRing.Reader frames;
    private final TruthSampler sampler;
    private final WalkSample sample = new WalkSample();
    private final FallRule falls = new FallRule();
    private final TickTiming timing;
    private final double[] velocity = new double[3];
    private OperatorRequest due = OperatorRequest.NONE;
    private Mode mode = Mode.WALK;
    private long nowNs;

    /**
     * A robot on its feet.
     *
     * @param config all settings
     * @param policies the first is chosen
     * @param world of the robot
     * @param stepClock measures the policies' steps
     */
    public PolicyRig(
            final Config config, final WalkingPolicy[] policies, final World world, final NanoClock stepClock) {
        periodNs = config.periodNs();
        robot = world.robot(config);
        sampler = new TruthSampler(world.terrain());
        final ControlStages stages = new ControlStages(config, policies, stepClock);
        final TickRing ring = new TickRing();
        frames = ring.newReader();
        loop = new ControlLoop(
                stages, new LockstepPort(robot, periodNs), (now, walking, out) -> take(out), new FrameWriter(ring));
        WalkStart.onFeet(robot, stages, config);
        falls.begin(true);
        timing = new TickTiming(() -> nowNs);
    }

    private OperatorRequest take(final OperatorCommand out) {
        out.gait = null;
        out.vx = velocity[0];
        out.vy = velocity[1];
        out.yawRate = velocity[2];
        final OperatorRequest request = due;
        due = OperatorRequest.NONE;
        return request;
    }

    /**
     * Asks for a velocity from the next tick on.
     *
     * @param vx forward, m/s
     * @param vy to the left, m/s
     * @param yawRate turning to the left, rad/s
     */
    public void ask(final double vx, final double vy, final double yawRate) {
        velocity[0] = vx;
        velocity[1] = vy;
        velocity[2] = yawRate;
    }

    /**
     * Makes a request in the next tick.
     *
     * @param request what is asked for
     */
    public void request(final OperatorRequest request) {
        due = request;
    }

    /**
     * One tick, and the physics of one control period.
     *
     * @return its frame, valid until the next tick
     */
    public TickFrame tick() {
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        nowNs += periodNs;
        sampler.read(robot.truth(), robot.sums(), sample);
        final TickFrame frame = frames.poll();
        mode = MODES[(int) frame.get(TickField.MODE)];
        falls.update(sample, mode == Mode.STAND || mode == Mode.WALK);
        return frame;
    }

    /**
     * How the robot moves after the last tick.
     *
     * @return live, not to be modified
     */
    public WalkSample sample() {
        return sample;
    }

    /**
     * What the robot did in the last tick.
     *
     * @return its mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Falls so far.
     *
     * @return count
     */
    public int falls() {
        return falls.falls();
    }

    /**
     * Time simulated so far.
     *
     * @return s
     */
    public double timeS() {
        return nowNs * 1e-9;
    }

    @Override
    public void close() {
        robot.close();
    }
}
