package gaitd.sim.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.robot.Sling;
import gaitd.sim.robot.StartPose;
import gaitd.sim.terrain.Terrain;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A robot steered by lines, its time fed by hand. */
class SimControlTest {
    private static final long MS = 1_000_000;

    private final SimulatedA1 robot =
            new SimulatedA1(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, 0.001), SensorNoise.none(), 1, 0.1);
    private final ServedWalk walk = new ServedWalk(robot, Terrain.FLAT, 12);
    private final RobotSide side = new RobotSide(robot, walk, new ServerCounters());
    private final SimControl control = new SimControl(robot, side, walk, 0);
    private final Sensed sensed = new Sensed();
    private long nowNs;
    private double[] target;

    @BeforeEach
    void start() {
        robot.sling(new Sling(RobotModel.a1(), 0));
        side.startAt(0);
    }

    @AfterEach
    void end() {
        robot.close();
    }

    private void ok(final String line) {
        assertEquals("ok", control.handle(line, nowNs), line);
    }

    private void run(final int ms) {
        for (int i = 0; i < ms; i++) {
            nowNs += MS;
            side.advanceTo(nowNs);
        }
    }

    private void servo(final double kp) {
        final JointCommands commands = new JointCommands();
        if (target == null) {
            target = robot.truth().q.clone();
        }
        System.arraycopy(target, 0, commands.q, 0, 12);
        Arrays.fill(commands.mode, MotorMode.SERVO);
        Arrays.fill(commands.kp, kp);
        Arrays.fill(commands.kd, 2);
        robot.command(commands);
    }

    @Test
    void timeStopsAndGoesInExactSteps() {
        run(5);
        ok("pause");
        run(100);
        assertEquals(0.005, robot.timeS());
        ok("step 7");
        assertEquals(0.012, robot.timeS());
        ok("resume");
        run(3);
        assertEquals(0.015, robot.timeS(), 1e-12);
        assertTrue(control.handle("step 1", nowNs)
                .startsWith("refused: step takes whole steps of a robot that is paused"));
    }

    @Test
    void aPausedRobotAnswersWithTheStateThatItHas() {
        final ByteBuffer in = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        final ByteBuffer out = ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        LowCmdCodec.encode(new JointCommands(), in);
        run(5);
        ok("pause");
        assertTrue(side.handle(in, LowCmdCodec.SIZE, new InetSocketAddress(4001), 50 * MS, out));
        LowStateCodec.decode(out, LowStateCodec.SIZE, sensed);
        assertEquals(5, sensed.robotTick);
    }

    @ParameterizedTest
    @CsvSource({"lying, 1", "standing, 1", "back, -1"})
    void placesTheRobotAtRest(final String pose, final double up) {
        run(20);
        ok("reset " + pose);
        assertEquals(0, robot.timeS());
        assertFalse(robot.isCommanded());
        final double[] q = robot.truth().baseQuaternion;
        assertEquals(up, 1 - 2 * (q[1] * q[1] + q[2] * q[2]), 1e-9);
        servo(100);
        run(90);
        assertTrue(Math.abs(robot.truth().baseVelocity[2]) < 0.3, "does not jump");
    }

    @Test
    void hangsByTheTrunkWithFreeLegsAndFeelsItsWeight() {
        ok("reset standing");
        ok("push 0 0 2");
        run(150);
        final double heightM = robot.truth().basePosition[2];
        assertTrue(heightM > 0.4);
        ok("hang");
        for (int i = 0; i < 30; i++) {
            servo(60);
            run(90);
        }
        assertEquals(heightM, robot.truth().basePosition[2], 0.1);
        assertTrue(robot.truth().baseQuaternion[0] > 0.99);
        assertEquals(0, robot.truth().footForce[2]);
        robot.sense(sensed);
        assertEquals(9.81, sensed.accelerometer[2], 0.2);
    }

    @Test
    void liftsARobotThatLiesUntilItsStretchedLegsAreClearOfTheGround() {
        ok("reset lying");
        ok("hang");
        for (int i = 0; i < 60; i++) {
            servo(60);
            run(90);
        }
        assertEquals(Sling.CLEAR_M, robot.truth().basePosition[2], 0.03);
        for (int leg = 0; leg < 4; leg++) {
            assertEquals(0, robot.truth().footForce[3 * leg + 2], "leg " + leg);
        }
        assertTrue(robot.truth().baseQuaternion[0] > 0.99);
        ok("put-down");
        for (int i = 0; i < 60; i++) {
            servo(100);
            run(90);
        }
        assertTrue(robot.truth().basePosition[2] < 0.35, "down again, at " + robot.truth().basePosition[2]);
    }

    @Test
    void putDownItStandsOnItsFeet() {
        ok("reset standing");
        ok("hang");
        run(200);
        ok("put-down");
        for (int i = 0; i < 30; i++) {
            servo(100);
            run(90);
        }
        double carriedN = 0;
        for (int leg = 0; leg < 4; leg++) {
            carriedN += robot.truth().footForce[3 * leg + 2];
        }
        assertEquals(9.81 * RobotModel.a1().totalMassKg(), carriedN, 15);
    }

    @Test
    void pushesAtOnce() {
        ok("push 0.5 -0.25");
        assertEquals(0.5, robot.truth().baseVelocity[0]);
        assertEquals(-0.25, robot.truth().baseVelocity[1]);
    }

    @Test
    void faultsComeAndGo() {
        ok("fault on imu.gyro.offset:2");
        run(1);
        robot.sense(sensed);
        assertTrue(sensed.gyro[0] > 1);
        assertTrue(control.handle("state", nowNs).contains("\"faults\":[\"imu.gyro.offset:2@0..\"]"));
        ok("fault off imu.gyro.offset");
        robot.sense(sensed);
        assertTrue(sensed.gyro[0] < 1);
        assertTrue(control.handle("fault off imu.gyro.offset", nowNs).startsWith("refused: "));
    }

    @Test
    void saysItsTrueStateInOneLine() {
        robot.place(StartPose.STANDING, 0);
        final String state = control.handle("state", nowNs);
        assertTrue(state.startsWith("{\"time_s\":0.0,\"paused\":false,\"commanded\":false,\"height_m\":0.29"), state);
        assertFalse(state.contains("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "dance, 'dance' is no command: expected pause",
        "'', is no command: expected pause",
        "push 1, is not whole",
        "push a b, expected a number from -10 to 10",
        "push 11 0, expected a number from -10 to 10",
        "reset flying, 'expected lying, standing or back'",
        "fault on imu.rpy.saturated, imu.rpy cannot be saturated",
        "fault maybe imu.off, expected on or off",
        "step 1.5, say pause first"
    })
    void refusesInOneLine(final String line, final String words) {
        final String answer = control.handle(line, nowNs);
        assertTrue(answer.startsWith("refused: ") && answer.contains(words) && !answer.contains("\n"), answer);
    }

    @Test
    void answersDatagrams() throws IOException {
        final SimulatedA1 served = new SimulatedA1(
                new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, 0.001), SensorNoise.none(), 1, 0.1);
        try (SimServer server = new SimServer(
                        served,
                        new ServedWalk(served, Terrain.FLAT, 12),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                ControlPort port = new ControlPort(server, 0, 0);
                DatagramSocket client = new DatagramSocket()) {
            client.setSoTimeout(10_000);
            client.connect(InetAddress.getLoopbackAddress(), port.port());
            for (final String line : new String[] {"pause\n", "nonsense", "state"}) {
                final byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                client.send(new DatagramPacket(bytes, bytes.length));
                final DatagramPacket in = new DatagramPacket(new byte[2048], 2048);
                client.receive(in);
                final String answer = new String(in.getData(), 0, in.getLength(), StandardCharsets.UTF_8);
                assertTrue(
                        answer.startsWith(line.equals("state") ? "{" : line.equals("pause\n") ? "ok\n" : "refused: "),
                        answer);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FR_hip, 0.3", "RL_hip, -0.4", "FL_thigh, 1.6", "RR_calf, -1.2"})
    void handsLeadAJointWhichReportsNoTorqueOfItsOwn(final String joint, final double angle) {
        int index = 0;
        while (!A1.jointName(index).equals(joint)) {
            index++;
        }
        robot.lying(1);
        ok("hang");
        run(200);
        target = robot.truth().q.clone();
        final double before = target[index];
        ok("lead " + joint + " " + angle);
        run(300);
        final double led = Math.abs(robot.truth().q[index] - before);
        assertTrue(led > 0.05 && led < 0.31, "at a person's speed of 1 rad/s, not " + led / 0.3);
        run(6000);
        final double held = robot.truth().q[index];
        assertEquals(angle, held, 0.05);
        robot.sense(sensed);
        assertEquals(0, sensed.tauEst[index], 0.05);
        ok("let-go " + joint);
        for (int i = 0; i < 1000; i++) {
            servo(40);
            run(1);
        }
        assertEquals(before, robot.truth().q[index], 0.04, "let go, the drive has it");
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0, 0", "0, 0.3, 0", "0, 0, 0.5", "-0.3, 0.2, -0.4"})
    void handsTurnARobotThatHangs(final double roll, final double pitch, final double yaw) {
        robot.lying(1);
        ok("hang");
        ok("turn " + roll + " " + pitch + " " + yaw);
        run(300);
        robot.sense(sensed);
        assertTrue(
                sensed.gyro[0] * roll + sensed.gyro[1] * pitch + sensed.gyro[2] * yaw > 0.01,
                () -> Arrays.toString(sensed.gyro));
        run(3000);
        robot.sense(sensed);
        assertArrayEquals(new double[] {roll, pitch, yaw}, sensed.rpy, 0.01);
        assertEquals(-9.8 * Math.sin(pitch), sensed.accelerometer[0], 0.1);
        assertEquals(9.8 * Math.sin(roll) * Math.cos(pitch), sensed.accelerometer[1], 0.1);
    }

    @Test
    void handsTurnNoRobotThatStandsOnItsFeet() {
        final String answer = control.handle("turn 0.3 0 0", nowNs);
        assertEquals("refused: turn takes a robot that hangs; say hang first", answer);
        robot.lying(1);
        ok("hang");
        ok("turn 0.3 0 0");
        ok("put-down");
        run(200);
        robot.sense(sensed);
        assertEquals(0, sensed.rpy[0], 0.1);
    }

    @Test
    void handsPressOnSoles() {
        robot.lying(1);
        ok("hang");
        run(200);
        robot.sense(sensed);
        final int before = sensed.footForce[2];
        ok("press RR 40");
        robot.sense(sensed);
        assertTrue(sensed.footForce[2] > before + 40);
        assertEquals(0, sensed.footForce[1], 5);
        ok("press RR 0");
        robot.sense(sensed);
        assertEquals(before, sensed.footForce[2]);
    }

    /** Vendors' examples give a hanging robot's hips 0.65 N m against the weight of their legs, the right ones negative. */
    @Test
    void legsOfAHungRobotHangByTheirOwnWeight() {
        robot.lying(1);
        ok("hang");
        target = new double[] {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
        for (int i = 0; i < 3000; i++) {
            servo(60);
            run(1);
        }
        robot.sense(sensed);
        for (int leg = 0; leg < 4; leg++) {
            final double outward = sensed.tauEst[3 * leg] * A1.sideSign(leg);
            assertTrue(outward > 0.5 && outward < 1.5, () -> Arrays.toString(sensed.tauEst));
        }
        assertEquals(0, sensed.rpy[0], 0.01);
        assertEquals(9.8, sensed.accelerometer[2], 0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "lead FR_knee 1, expected a joint such as FR_hip",
        "lead FR_hip, is not whole",
        "lead FR_hip 7, expected a number from -6 to 6",
        "press RX 3, 'expected FR, FL, RR or RL'",
        "press FR -1, expected a number from 0 to 200",
        "turn 2 0 0, say hang first"
    })
    void handsAreRefusedWhatTheyCannotDo(final String line, final String expected) {
        final String answer = control.handle(line, nowNs);
        assertTrue(answer.startsWith("refused: ") && answer.contains(expected), answer);
    }
}
