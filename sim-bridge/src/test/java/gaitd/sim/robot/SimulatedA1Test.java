package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkMeter;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.terrain.Terrain;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The robot around the real engine. */
class SimulatedA1Test {
    private static final long PERIOD_NS = 2_000_000;
    private static final double[] STAND = {0, 0.9, -1.8};

    private static SimulatedA1 robot(final SensorNoise noise, final long seed) {
        return new SimulatedA1(
                new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), noise, seed, SimulatedA1.COMMAND_TIMEOUT_S);
    }

    /** Moves the targets from lying to standing in half a second, then sways. */
    private static void rise(final JointCommands commands, final int tick) {
        final double share = Math.min(1, tick / 250.0);
        commands.damp(2);
        for (int j = 0; j < A1.JOINTS; j++) {
            final int joint = j % A1.JOINTS_PER_LEG;
            final double from = joint == A1.HIP ? 0 : joint == A1.THIGH ? 1.3 : -2.65;
            commands.q[j] = from + share * (STAND[joint] - from);
            commands.kp[j] = 80;
        }
        commands.q[0] += 0.05 * Math.abs(tick % 200 - 100) / 100;
    }

    private static String run(final long seed, final int ticks) throws NoSuchAlgorithmException {
        final SimulatedA1 robot = robot(SensorNoise.typical(), seed);
        robot.pushes(new PushSchedule(0.2, 1, seed));
        final LockstepPort port = new LockstepPort(robot, PERIOD_NS);
        final JointCommands commands = new JointCommands();
        final Sensed out = new Sensed();
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        final ByteBuffer bytes = ByteBuffer.allocate(8 * 20);
        for (int tick = 0; tick < ticks; tick++) {
            rise(commands, tick);
            port.send(commands);
            assertTrue(port.receive(out, tick));
            bytes.clear();
            for (int i = 0; i < 12; i++) {
                bytes.putDouble(out.q[i]);
            }
            for (int i = 0; i < 3; i++) {
                bytes.putDouble(out.accelerometer[i]).putDouble(robot.truth().basePosition[i]);
            }
            for (int i = 0; i < 4; i++) {
                bytes.putInt(out.footForce[i]);
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void repeatsBitForBitWithItsSeedOnly() throws NoSuchAlgorithmException {
        final String first = run(42, 2500);
        assertEquals(first, run(42, 2500));
        assertNotEquals(first, run(43, 2500));
    }

    @Test
    void startsOnFoldedLegsWithFeetTouching() {
        final SimulatedA1 robot = robot(SensorNoise.none(), 1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertEquals(A1.FOOT_RADIUS_M, robot.truth().footPosition[3 * leg + 2], 1e-9);
        }
        robot.advance(3);
        assertTrue(robot.truth().basePosition[2] > 0.05 && robot.truth().basePosition[2] < 0.13);
        assertEquals(0, robot.truth().baseVelocity[2], 0.01);
    }

    @Test
    void standsUpThroughTheWireAndReadsItsWeight() {
        final SimulatedA1 robot = robot(SensorNoise.none(), 1);
        final LockstepPort port = new LockstepPort(robot, PERIOD_NS);
        final JointCommands commands = new JointCommands();
        final Sensed out = new Sensed();
        for (int tick = 0; tick < 1500; tick++) {
            rise(commands, tick);
            commands.q[0] = 0;
            port.send(commands);
            port.receive(out, tick);
        }
        assertTrue(robot.truth().basePosition[2] > 0.22, "height " + robot.truth().basePosition[2]);
        assertFalse(robot.truth().bodyContact);
        int counts = 0;
        for (final int foot : out.footForce) {
            counts += foot;
        }
        assertEquals(2 * 12.453 * 9.81, counts, 4);
        assertEquals(
                9.81, Math.hypot(Math.hypot(out.accelerometer[0], out.accelerometer[1]), out.accelerometer[2]), 0.02);
        assertEquals(3000, out.robotTick);
        assertTrue(out.motorTemperatureC[2] >= out.motorTemperatureC[0], "the calf carries more than the hip");
    }

    @Test
    void brakesAFastJointWithoutChatter() {
        final SimulatedA1 robot = robot(SensorNoise.none(), 1);
        robot.place(new double[] {0, 0, 2}, new double[] {1, 0, 0, 0}, new double[] {
            0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8
        });
        robot.truth().dq[2] = 12;
        double last = 12;
        for (int i = 0; i < 100; i++) {
            robot.stepOnce();
            final double speed = robot.truth().dq[2];
            assertTrue(speed > -0.5 && speed <= last + 0.05, "step " + i + ": " + last + " then " + speed);
            last = speed;
        }
        assertEquals(0, last, 0.2);
    }

    @Tag("slow")
    @Test
    void allocatesNothing() {
        final SimulatedA1 robot = robot(SensorNoise.typical(), 1);
        robot.pushes(new PushSchedule(0.2, 1, 1));
        final LockstepPort port = new LockstepPort(robot, PERIOD_NS);
        final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
        final WalkMeter meter = new WalkMeter(0.002, A1.MASS_KG);
        final WalkSample sample = new WalkSample();
        final JointCommands commands = new JointCommands();
        final Sensed out = new Sensed();
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ticks(10_000, robot, port, sampler, meter, sample, commands, out);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3 && least > 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            ticks(50_000, robot, port, sampler, meter, sample, commands, out);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes in 100,000 steps; the JVM's own, once in a while, do not count");
    }

    private static void ticks(
            final int count,
            final SimulatedA1 robot,
            final LockstepPort port,
            final TruthSampler sampler,
            final WalkMeter meter,
            final WalkSample sample,
            final JointCommands commands,
            final Sensed out) {
        for (int tick = 0; tick < count; tick++) {
            rise(commands, tick);
            port.send(commands);
            port.receive(out, tick);
            sampler.read(robot.truth(), robot.sums(), sample);
            meter.walk(sample, 0, 0, 0);
        }
    }

    @Test
    void placesWhereAsked() {
        final SimulatedA1 robot = robot(SensorNoise.none(), 1);
        robot.lying(0.5);
        assertEquals(0.5 + A1.FOOT_RADIUS_M, robot.truth().footPosition[2], 1e-9);
        assertEquals(0, robot.timeS());
        assertArrayEquals(new double[] {1, 0, 0, 0}, robot.truth().baseQuaternion);
    }
}
