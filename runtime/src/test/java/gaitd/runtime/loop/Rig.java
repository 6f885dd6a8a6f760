package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import gaitd.hal.A1;
import gaitd.hal.RobotPort;
import gaitd.runtime.adapt.AdaptiveCell;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.AdaptingPolicies;

/** A control loop with a fake robot and a clock moved by hand. */
public final class Rig {
    private static final int HEARTBEAT_TICKS = 10;

    /** The robot. */
    public final FakeRobot robot = new FakeRobot();
    /** An operator who lives. */
    public final Operator requests;
    /** Settings in force. */
    public final Config config;

    private final CommandRing commands = new CommandRing();
    private final TickRing ring = new TickRing();
    private final TickRing.Reader reader = ring.newReader();
    final ControlLoop loop;
    private final TickTiming timing;
    private final double[] velocity = new double[3];
    private boolean silent;
    private long nowNs = 1_000_000_000L;

    /** With the default settings. */
    public Rig() {
        this(Config.defaults());
    }

    /**
     * With given settings.
     *
     * @param config the settings
     */
    public Rig(final Config config) {
        this(config, () -> 0);
    }

    /**
     * With policies.
     *
     * @param config the settings
     * @param clock measures the policies' steps
     * @param policies the policies
     */
    public Rig(final Config config, final NanoClock clock, final WalkingPolicy... policies) {
        this(config, clock, policies, null);
    }

    /**
     * With policies of which the first adapts.
     *
     * @param config the settings
     * @param policies the policies
     */
    public Rig(final Config config, final AdaptingPolicies policies) {
        this(config, () -> 0, policies.policies(), policies.cell());
    }

    private Rig(
            final Config config, final NanoClock clock, final WalkingPolicy[] policies, final AdaptiveCell adapting) {
        this.config = still(config);
        requests = new Operator(commands, 1, () -> nowNs);
        requests.hold();
        loop = new ControlLoop(this.config, robot, commands, ring, policies, adapting, clock);
        timing = new TickTiming(() -> nowNs);
    }

    /** Without the guards that a robot trips whose legs and feet never move, unless a test sets their limits itself. */
    static Config still(final Config config) {
        final Config.Builder builder = config.change();
        turnOff(builder, config, Setting.STALL_NM, Double.POSITIVE_INFINITY, "the fake robot never moves its legs");
        turnOff(builder, config, Setting.AIRBORNE_S, Double.POSITIVE_INFINITY, "its feet are loaded as commanded");
        turnOff(builder, config, Setting.HUNG_UP_N, Double.NEGATIVE_INFINITY, "its feet are loaded as commanded");
        return builder.conclude();
    }

    private static void turnOff(
            final Config.Builder builder,
            final Config config,
            final Setting limit,
            final double off,
            final String why) {
        if ("default".equals(config.origin(limit))) {
            builder.set(limit, off, why);
        }
    }

    static ControlLoop loop(
            final Config config, final RobotPort port, final CommandRing requests, final TickRing frames) {
        return new ControlLoop(config, port, requests, frames, new WalkingPolicy[0], () -> 0);
    }

    /**
     * Ticks once.
     *
     * @return the frame
     */
    public TickFrame tick() {
        blindTick();
        final TickFrame frame = reader.poll();
        assertNotNull(frame);
        return frame;
    }

    /** Ticks once, whether or not a frame comes of it. */
    void blindTick() {
        nowNs += config.periodNs();
        timing.scheduledNs = nowNs;
        timing.startedNs = nowNs;
        if (!silent && timing.tick % HEARTBEAT_TICKS == 0) {
            requests.offer(OperatorRequest.NONE, null, velocity[0], velocity[1], velocity[2]);
        }
        loop.tick(timing);
        timing.tick++;
    }

    /**
     * Ticks for a while.
     *
     * @param seconds how long
     * @return the last frame
     */
    public TickFrame run(final double seconds) {
        TickFrame frame = tick();
        final long ticks = Math.round(seconds * 1e9 / config.periodNs());
        for (long i = 1; i < ticks; i++) {
            frame = tick();
        }
        return frame;
    }

    /**
     * Asks for something.
     *
     * @param request what
     */
    public void ask(final OperatorRequest request) {
        requests.offer(request, null, 0, 0, 0);
    }

    /**
     * The loop's clock.
     *
     * @return ns
     */
    public long nowNs() {
        return nowNs;
    }

    /** Sends a request as no operator does: an hour old, numbered as one before, at a velocity that nobody allows. */
    void sendOld(final OperatorRequest request) {
        final RawCommand old = new RawCommand();
        old.operator = 1;
        old.sequence = 1;
        old.sentNs = nowNs - 3_600_000_000_000L;
        old.request = request.ordinal();
        old.vx = Double.NaN;
        commands.offer(old);
    }

    /**
     * Commands a velocity from now on.
     *
     * @param vx forward, m/s
     * @param vy leftward, m/s
     * @param yawRate rad/s
     */
    public void say(final double vx, final double vy, final double yawRate) {
        velocity[0] = vx;
        velocity[1] = vy;
        velocity[2] = yawRate;
    }

    /** Kills the operator. */
    public void silence() {
        silent = true;
    }

    /** Brings the robot to standing. */
    public void stand() {
        tick();
        ask(OperatorRequest.STAND);
        final TickFrame frame = run(config.get(Setting.STAND_UP_S) + 0.2);
        assertEquals(Mode.STAND, mode(frame), fault(frame).meaning);
    }

    /** Brings the robot to its first tick of walking. */
    public void walk() {
        stand();
        ask(OperatorRequest.WALK);
        TickFrame frame = tick();
        for (int i = 0; i < 1000 && mode(frame) != Mode.WALK; i++) {
            frame = tick();
        }
        assertEquals(Mode.WALK, mode(frame), fault(frame).meaning);
    }

    /**
     * Ticks missed in a row, as the loop's thread would tell.
     *
     * @param missed how many
     */
    public void missed(final int missed) {
        timing.missedInARow = missed;
    }

    /**
     * Mode of a frame.
     *
     * @param frame the frame
     * @return its mode
     */
    public static Mode mode(final TickFrame frame) {
        return Mode.values()[(int) frame.get(TickField.MODE)];
    }

    /**
     * First fault of a frame.
     *
     * @param frame the frame
     * @return its fault
     */
    public static Fault fault(final TickFrame frame) {
        return Fault.values()[(int) frame.get(TickField.FAULT)];
    }

    /** Fails unless every joint was told to damp and nothing else. */
    public void assertDamping() {
        for (int i = 0; i < A1.JOINTS; i++) {
            assertEquals(0, robot.commanded.kp[i], "kp of " + A1.jointName(i));
            assertEquals(0, robot.commanded.tau[i], "tau of " + A1.jointName(i));
            assertEquals(0, robot.commanded.dq[i], "dq of " + A1.jointName(i));
            final double atMost =
                    config.get(Setting.TORQUE_MAX_NM) / Math.min(A1.SPEED_MAX_RAD_S, Math.abs(robot.says.dq[i]));
            final double kd = Math.min(config.get(Setting.DAMPING_KD), atMost);
            assertEquals(kd, robot.commanded.kd[i], 0.02, "kd of " + A1.jointName(i));
        }
    }
}
