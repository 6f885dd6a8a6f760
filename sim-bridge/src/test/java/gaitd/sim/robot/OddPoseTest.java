package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Standing up from wherever the legs lie: no joint is thrown, no torque is beyond the limit. */
class OddPoseTest {
    private static final Config CONFIG = Config.defaults();
    private static final double PERIOD_S = CONFIG.periodNs() * 1e-9;

    private final JointCommands read = new JointCommands();
    private final JointCommands frameCommands = new JointCommands();
    private double speedMax;
    private double torqueMax;
    private long nowNs;

    /** Drops a robot with given legs, lets it lie, asks it to stand; returns the mode in the end. */
    private Mode standUp(final double[] pose, final long seed) {
        final SimulatedA1 robot =
                new SimulatedA1(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), SensorNoise.typical(), seed, 0.1);
        robot.place(new double[] {0, 0, 0.35}, new double[] {1, 0, 0, 0}, pose);
        final CommandRing requests = new CommandRing();
        final TickRing frames = new TickRing();
        final TickRing.Reader reader = frames.newReader();
        final Operator operator = new Operator(requests, 1, () -> nowNs);
        final ControlLoop loop = new ControlLoop(
                CONFIG, new LockstepPort(robot, CONFIG.periodNs()), requests, frames, new WalkingPolicy[0], () -> 0);
        final TickTiming timing = new TickTiming(() -> nowNs);
        Mode mode = Mode.PASSIVE;
        speedMax = 0;
        torqueMax = 0;
        for (int tick = 0; tick * PERIOD_S < 9; tick++) {
            final boolean lies = tick * PERIOD_S > 2;
            if (tick % 10 == 0) {
                operator.offer(tick == 1000 ? OperatorRequest.STAND : OperatorRequest.NONE, null, 0, 0, 0);
            }
            timing.scheduledNs = nowNs;
            timing.startedNs = nowNs;
            loop.tick(timing);
            timing.tick++;
            nowNs += CONFIG.periodNs();
            final TickFrame frame = reader.poll();
            mode = Mode.values()[(int) frame.get(TickField.MODE)];
            if (lies) {
                judge(frame);
            }
        }
        robot.close();
        return mode;
    }

    private void judge(final TickFrame frame) {
        for (int i = 0; i < A1.JOINTS; i++) {
            frameCommands.q[i] = frame.real(TickField.Q_COMMAND, i);
            frameCommands.dq[i] = frame.real(TickField.DQ_COMMAND, i);
            frameCommands.tau[i] = frame.real(TickField.TAU_COMMAND, i);
            frameCommands.kp[i] = frame.real(TickField.KP_COMMAND, i);
            frameCommands.kd[i] = frame.real(TickField.KD_COMMAND, i);
            LowCmdCodec.round(frameCommands, i, read);
            final double speed = frame.real(TickField.DQ, i);
            final double torque = read.tau[i]
                    + read.kp[i] * (read.q[i] - frame.real(TickField.Q, i))
                    + read.kd[i] * (read.dq[i] - speed);
            speedMax = Math.max(speedMax, Math.abs(speed));
            torqueMax = Math.max(torqueMax, Math.abs(torque));
        }
    }

    private void campaign(final int poses, final long seed) {
        final Random random = new Random(seed);
        int stand = 0;
        for (int n = 0; n < poses; n++) {
            final double[] pose = new double[A1.JOINTS];
            for (int i = 0; i < A1.JOINTS; i++) {
                final double range = A1.positionMaxRad(i) - A1.positionMinRad(i);
                pose[i] = A1.positionMinRad(i) + range * random.nextDouble();
            }
            final Mode mode = standUp(pose, n + 1);
            assertTrue(speedMax <= A1.SPEED_MAX_RAD_S, "pose " + n + " of seed " + seed + ": " + speedMax + " rad/s");
            assertTrue(
                    torqueMax <= A1.TORQUE_MAX_NM + 1e-9, "pose " + n + " of seed " + seed + ": " + torqueMax + " N m");
            assertTrue(mode == Mode.STAND || mode == Mode.FAULT, "pose " + n + " of seed " + seed + ": " + mode);
            stand += mode == Mode.STAND ? 1 : 0;
        }
        assertTrue(stand > poses / 2, stand + " of " + poses + " robots stood up");
    }

    @Test
    void foldsThighsThatLieBehindBeforeItRises() {
        for (final double thigh : new double[] {3.5, 3.8, 4.15}) {
            final double[] pose = new double[A1.JOINTS];
            for (int leg = 0; leg < A1.LEGS; leg++) {
                pose[3 * leg + A1.THIGH] = thigh;
                pose[3 * leg + A1.CALF] = -2.6;
            }
            assertEquals(Mode.STAND, standUp(pose, 1), "thighs at " + thigh);
            assertTrue(speedMax <= 8, "thighs at " + thigh + ": " + speedMax + " rad/s");
            assertTrue(torqueMax <= A1.TORQUE_MAX_NM + 1e-9, "thighs at " + thigh + ": " + torqueMax + " N m");
        }
    }

    @Test
    void throwsNoJointFromAnyOfAFewPoses() {
        campaign(8, 1);
    }

    @Tag("slow")
    @Test
    void throwsNoJointFromAnyOfManyPoses() {
        campaign(200, 2);
    }
}
