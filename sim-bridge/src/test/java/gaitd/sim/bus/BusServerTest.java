package gaitd.sim.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.hal.bus.BoardImu;
import gaitd.hal.bus.BusRobotPort;
import gaitd.hal.bus.BusTimes;
import gaitd.hal.bus.BusTiming;
import gaitd.hal.bus.RotorCalibration;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.serial.SerialLine;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A robot on four pseudo-terminals, and the port that a controller has to it. */
@Timeout(60)
class BusServerTest {
    private static final RotorCalibration ZEROS = DrawnZeros.of(3);
    private static final BusTiming TIMING = new BusTiming(2_000_000, 100_000_000, 5_000_000_000L, 4);
    private static final long ANSWER_NS = 10_000_000_000L;

    private final SimulatedA1 robot =
            new SimulatedA1(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), SensorNoise.none(), 1, 0.5);
    private final Sensed sensed = new Sensed();
    private final JointCommands commands = new JointCommands();
    private SimServer server;
    private BusServer buses;
    private BusRobotPort port;

    @BeforeEach
    void open() throws IOException {
        server = new SimServer(
                robot,
                new ServedWalk(robot, Terrain.FLAT, A1.MASS_KG),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.onBuses();
        buses = new BusServer(leg -> new BusLeg(leg, ZEROS, server), new BusPace(BusPace.A1_BAUD, 50_000), 1);
        final SerialLine[] lines = new SerialLine[A1.LEGS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            lines[leg] = SerialDevice.open(buses.device(leg), (int) BusPace.A1_BAUD);
        }
        port = new BusRobotPort(
                lines,
                new BoardImu(UdpRobotPort.open(server.address()), "board"),
                ZEROS,
                TIMING,
                System::nanoTime,
                BusTimes.NONE,
                name -> {});
        server.start();
    }

    @AfterEach
    void close() {
        port.close();
        buses.close();
        server.close();
    }

    private void feed(final int ticks) {
        for (int i = 0; i < ticks; i++) {
            port.receive(sensed, System.nanoTime());
            port.send(commands);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void readUntilFresh() {
        while (!port.receive(sensed, System.nanoTime())) {
            LockSupport.parkNanos(500_000);
        }
    }

    @Test
    void nobodyAnswersBeforeTheMotorsAreThere() {
        final String missing = port.awaitAnswers(100_000_000, sensed);
        assertTrue(missing.startsWith("no reply from FR_hip and FR_thigh and FR_calf on " + buses.device(0)), missing);
        buses.start();
        assertNull(port.awaitAnswers(ANSWER_NS, sensed));
    }

    @Test
    void everyJointIsReadAndCommandedWhicheverWayItsRotorTurns() {
        buses.start();
        assertNull(port.awaitAnswers(ANSWER_NS, sensed));
        server.observe(truth -> {
            for (int j = 0; j < A1.JOINTS; j++) {
                assertEquals(truth.truth().q[j], sensed.q[j], 0.05, A1.jointName(j));
                assertEquals(25, sensed.motorTemperatureC[j]);
            }
        });
        feed(150);
        readUntilFresh();
        assertEquals(9.81, sensed.accelerometer[2], 1, "it lies still by now");
        final double[] start = sensed.q.clone();
        for (int j = 0; j < A1.JOINTS; j++) {
            commands.mode[j] = MotorMode.SERVO;
            commands.q[j] = start[j] + (j % 3 == A1.CALF ? 0.15 : j % 2 == 0 ? 0.1 : -0.1);
            commands.kp[j] = 60;
            commands.kd[j] = 2;
        }
        feed(500);
        readUntilFresh();
        for (int j = 0; j < A1.JOINTS; j++) {
            final double share = (sensed.q[j] - start[j]) / (commands.q[j] - start[j]);
            assertTrue(share > 0.1 && share < 1.3, A1.jointName(j) + " went " + share + " of its way");
            assertEquals(MotorMode.SERVO, sensed.motorMode[j]);
        }
        assertEquals(0, buses.refusedBytes());
    }

    @Test
    void aMotorThatIsUnpluggedIsSilentInThreeCycles() {
        buses.start();
        assertNull(port.awaitAnswers(ANSWER_NS, sensed));
        commands.damp(4);
        feed(50);
        server.control("fault on bus.RL_thigh.off", 0);
        final long before = port.bus(A1.RL).cycles;
        final int joint = 3 * A1.RL + A1.THIGH;
        while (sensed.motorMode[joint] != MotorMode.SILENT) {
            feed(1);
        }
        final long cycles = port.bus(A1.RL).cycles - before;
        // The cycle that was on when the motor was unplugged counts, too.
        assertTrue(cycles <= BusTiming.SILENT_CYCLES + 1, "after " + cycles);
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(j == joint, sensed.motorMode[j] == MotorMode.SILENT, A1.jointName(j));
        }
        final String notice = port.notice();
        assertTrue(notice.contains("motor RL_thigh on " + buses.device(A1.RL)), notice);
        server.control("fault off bus.RL_thigh.off", 0);
        feed(50);
        assertEquals(MotorMode.SILENT, sensed.motorMode[joint], "its zero may be lost");
    }

    @Test
    void damagedRepliesAreDroppedAndTheRestGoesOn() {
        server.control("fault on bus.all.garbage:0.05", 0);
        buses.start();
        while (port.awaitAnswers(ANSWER_NS, sensed) != null) {
            feed(1);
        }
        commands.damp(4);
        final long before = port.counters().accepted;
        feed(300);
        assertTrue(port.counters().accepted - before > 5);
        assertTrue(port.bus(A1.FR).garbageBytes + port.bus(A1.FL).garbageBytes > 0);
        assertTrue(port.bus(A1.FR).badCrc + port.bus(A1.FL).badCrc + port.bus(A1.RR).badCrc > 0);
    }

    @Test
    void datagramsMoveNothing() {
        buses.start();
        assertNull(port.awaitAnswers(ANSWER_NS, sensed));
        try (UdpRobotPort other = UdpRobotPort.open(server.address())) {
            for (int j = 0; j < A1.JOINTS; j++) {
                commands.mode[j] = MotorMode.SERVO;
                commands.tau[j] = 20;
            }
            for (int i = 0; i < 50; i++) {
                other.send(commands);
                port.receive(sensed, System.nanoTime());
                LockSupport.parkNanos(2_000_000);
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(MotorMode.DAMPING, sensed.motorMode[j]);
        }
    }

    @Test
    void closingDampsTheMotors() {
        buses.start();
        assertNull(port.awaitAnswers(ANSWER_NS, sensed));
        for (int j = 0; j < A1.JOINTS; j++) {
            commands.mode[j] = MotorMode.SERVO;
            commands.q[j] = sensed.q[j];
            commands.kp[j] = 40;
        }
        feed(50);
        assertFalse(port.bus(A1.FL).cycles == 0);
        final long heard = buses.commands();
        port.close();
        assertTrue(buses.commands() >= heard + A1.JOINTS);
        assertFalse(port.send(commands));
    }
}
