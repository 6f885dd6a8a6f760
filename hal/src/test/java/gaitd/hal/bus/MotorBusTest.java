package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MotorBusTest {
    private static final BusTiming TIMING = new BusTiming(2_000_000, 1_000_000, 50_000_000, 4);
    private static final double DAMPING = 4 / 0.8281;

    private final FakeMotors motors = new FakeMotors();
    private final RotorCalibration zeros = FakeMotors.mirrored();
    private final JointCommands commands = new JointCommands();
    private final long[] record = new long[JointTargets.LENGTH];
    private final long[] reading = new long[LegReading.LENGTH];
    private final Sensed sensed = new Sensed();

    static IntStream joints() {
        return IntStream.range(0, A1.JOINTS);
    }

    private MotorBus bus(final int leg) {
        return new MotorBus(leg, motors, zeros, TIMING, motors::clock, BusTimes.NONE);
    }

    private void command(final MotorBus bus, final int leg) {
        for (int j = 0; j < A1.JOINTS; j++) {
            commands.mode[j] = MotorMode.SERVO;
            commands.q[j] = 0.1 * j - 0.5;
            commands.dq[j] = 0.2 * j - 1;
            commands.tau[j] = j - 5;
            commands.kp[j] = 40 + j;
            commands.kd[j] = 1 + 0.1 * j;
        }
        JointTargets.pack(commands, leg, motors.nowNs, record);
        bus.commands().write(record);
    }

    private void read(final MotorBus bus, final int leg) {
        assertTrue(bus.readings().read(reading));
        LegReading.unpack(reading, leg, sensed);
    }

    @ParameterizedTest
    @MethodSource("joints")
    void everyMotorGetsItsJointsCommandAndGivesItsReading(final int joint) {
        final int leg = joint / 3;
        final int motor = joint % 3;
        final MotorBus bus = bus(leg);
        final MotorReply answer = motors.answers[motor];
        answer.mode = MotorMode.SERVO;
        answer.temperatureC = 30 + joint;
        answer.error = joint;
        answer.positionRad = MotorGear.rotorRad(0.7, zeros, joint);
        answer.speedRadS = zeros.direction(joint) * 9.1 * 3;
        answer.accelerationRadS2 = zeros.direction(joint) * 91;
        answer.torqueNm = zeros.direction(joint) * 2;
        command(bus, leg);
        bus.cycle();
        final JointCommands felt = new JointCommands();
        MotorGear.toJoint(motors.heard[motor], zeros, joint, felt);
        assertEquals(MotorMode.SERVO, felt.mode[joint]);
        assertEquals(commands.q[joint], felt.q[joint], 5e-5);
        assertEquals(commands.dq[joint], felt.dq[joint], 1e-3);
        assertEquals(commands.tau[joint], felt.tau[joint], 0.036);
        assertEquals(commands.kp[joint], felt.kp[joint], 1.06);
        assertEquals(commands.kd[joint], felt.kd[joint], 1e-3);
        read(bus, leg);
        assertEquals(0.7, sensed.q[joint], 5e-5);
        assertEquals(3, sensed.dq[joint], 1e-3);
        assertEquals(10, sensed.ddq[joint], 1e-9);
        assertEquals(18.2, sensed.tauEst[joint], 1e-9);
        assertEquals(MotorMode.SERVO, sensed.motorMode[joint]);
        assertEquals(30 + joint, sensed.motorTemperatureC[joint]);
        assertEquals(joint, sensed.motorError[joint]);
        assertTrue(LegReading.isComplete(reading));
        assertEquals(0, bus.counters().limited);
    }

    @Test
    void beforeTheFirstCommandNothingIsAskedToMove() {
        final MotorBus bus = bus(1);
        bus.cycle();
        for (final MotorCommand heard : motors.heard) {
            assertEquals(MotorMode.DAMPING, heard.mode);
            assertEquals(0, heard.torqueNm);
            assertEquals(0, heard.stiffness);
            assertEquals(0, heard.damping);
        }
        bus.leave();
        assertEquals(1, motors.commands[0], "a motor that was never commanded is not damped either");
    }

    @ParameterizedTest
    @MethodSource("joints")
    void aMotorIsSilentAfterThreeCyclesAndNotAfterTwo(final int joint) {
        final int leg = joint / 3;
        final int motor = joint % 3;
        final MotorBus bus = bus(leg);
        command(bus, leg);
        bus.cycle();
        motors.unplugged[motor] = true;
        for (int i = 0; i < 2; i++) {
            command(bus, leg);
            bus.cycle();
        }
        read(bus, leg);
        assertNotEquals(MotorMode.SILENT, sensed.motorMode[joint]);
        motors.unplugged[motor] = false;
        command(bus, leg);
        bus.cycle();
        motors.unplugged[motor] = true;
        for (int i = 0; i < 3; i++) {
            assertNull(bus.notice());
            command(bus, leg);
            bus.cycle();
        }
        read(bus, leg);
        for (int m = 0; m < 3; m++) {
            assertEquals(m == motor, sensed.motorMode[3 * leg + m] == MotorMode.SILENT, "motor " + m);
        }
        assertTrue(bus.notice().contains(A1.jointName(joint)));
        assertNull(bus.notice());

        motors.unplugged[motor] = false;
        command(bus, leg);
        bus.cycle();
        read(bus, leg);
        assertEquals(MotorMode.SILENT, sensed.motorMode[joint], "it may have lost its zero meanwhile");
        for (int m = 0; m < 3; m++) {
            assertEquals(m == motor ? 0 : 1, Math.signum(motors.heard[m].stiffness), "only the lost one damps");
        }
        assertEquals(DAMPING, motors.heard[motor].damping, 1e-3);
    }

    @Test
    void aMotorThatNeverAnsweredIsMissingNotSilent() {
        motors.unplugged[2] = true;
        final MotorBus bus = bus(3);
        for (int i = 0; i < 10; i++) {
            bus.cycle();
        }
        read(bus, 3);
        assertFalse(LegReading.isComplete(reading));
        assertEquals("RL_calf on /dev/fake", bus.unheard());
        assertNull(bus.notice());
    }

    @Test
    void whenTheTickStopsFeedingTheBusDampsAndSaysSo() {
        final MotorBus bus = bus(0);
        command(bus, 0);
        final long givenNs = motors.nowNs;
        bus.cycle();
        motors.nowNs = givenNs + TIMING.commandTimeoutNs();
        bus.cycle();
        assertEquals(0, bus.counters().deadManTrips, "just not too old");
        assertTrue(motors.heard[1].stiffness > 0);
        motors.nowNs = Math.max(motors.nowNs, givenNs + TIMING.commandTimeoutNs() + 1);
        bus.cycle();
        bus.cycle();
        assertEquals(1, bus.counters().deadManTrips);
        for (final MotorCommand heard : motors.heard) {
            assertEquals(MotorMode.SERVO, heard.mode);
            assertEquals(0, heard.stiffness);
            assertEquals(0, heard.torqueNm);
            assertEquals(DAMPING, heard.damping, 1e-3);
        }
        assertEquals("bus FR: no commands from the control loop for 50 ms, its motors damp", bus.notice());
        command(bus, 0);
        bus.cycle();
        assertTrue(motors.heard[1].stiffness > 0);
        assertEquals("bus FR: commands come again", bus.notice());
    }

    @Test
    void aLostLineSilencesItsMotorsInOneCycle() {
        final MotorBus bus = bus(2);
        command(bus, 2);
        bus.cycle();
        motors.lost = true;
        bus.cycle();
        read(bus, 2);
        for (int m = 0; m < 3; m++) {
            assertEquals(MotorMode.SILENT, sensed.motorMode[6 + m]);
        }
        assertTrue(bus.notice().startsWith("port /dev/fake is lost"));
        bus.idle(motors.nowNs + 1_000_000);
    }

    @Test
    void leavingDampsEveryMotor() {
        final MotorBus bus = bus(0);
        command(bus, 0);
        bus.cycle();
        bus.leave();
        for (final MotorCommand heard : motors.heard) {
            assertEquals(0, heard.stiffness);
            assertEquals(DAMPING, heard.damping, 1e-3);
        }
    }

    @Test
    void aReplyMayComeInPartsOrBehindNoiseOrAnEcho() {
        final MotorBus bus = bus(0);
        motors.part = 26;
        bus.cycle();
        motors.part = 20;
        bus.cycle();
        motors.part = 52;
        motors.before = new byte[] {1, 2, (byte) 0xFE, (byte) 0xEE, 5};
        bus.cycle();
        motors.behind = new byte[] {(byte) 0xFE, (byte) 0xEE, 0};
        motors.part = 4096;
        bus.cycle();
        motors.before = new byte[0];
        motors.behind = new byte[0];
        motors.echoes = true;
        bus.cycle();
        assertEquals(15, bus.counters().replies);
        assertEquals(0, bus.counters().timeouts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 77})
    void halfAReplyIsNoneAndDoesNotSpoilTheNext(final int bytes) {
        final MotorBus bus = bus(0);
        motors.cut = bytes;
        bus.cycle();
        assertEquals(3, bus.counters().timeouts);
        motors.cut = MotorReplyCodec.SIZE;
        bus.cycle();
        assertEquals(3, bus.counters().replies);
        assertEquals(3L * bytes, bus.counters().garbageBytes);
    }

    /** All bits but the two uncovered bytes; those of the start are not asked for in the first bytes behind a command. */
    @Test
    void aReplyWithAWrongBitIsNone() {
        final MotorBus bus = bus(0);
        int wrong = 0;
        for (int bit = 0; bit < MotorReplyCodec.SIZE * Byte.SIZE; bit++) {
            motors.wrongBit = bit;
            final long before = bus.counters().replies;
            bus.cycle();
            final boolean covered = bit / Byte.SIZE != 72 && bit / Byte.SIZE != 73;
            assertEquals(covered ? 0 : 3, bus.counters().replies - before, "bit " + bit);
            wrong += covered ? 3 : 0;
        }
        assertEquals(wrong, bus.counters().badCrc);
    }

    @Test
    void anotherMotorsReplyIsNotTaken() {
        final MotorBus bus = bus(0);
        final MotorReply late = new MotorReply();
        late.id = 2;
        late.positionRad = 99;
        motors.unplugged[0] = true;
        bus.cycle();
        // It comes while motor 0 is asked, too late to be dropped before.
        motors.unplugged[1] = true;
        motors.answer(late);
        bus.cycle();
        assertEquals(1, bus.counters().wrongId);
        read(bus, 0);
        assertEquals(0, sensed.motorTemperatureC[0]);
        assertFalse(LegReading.isComplete(reading));
    }

    @Test
    void aDriverThatTakesNothingIsAMotorThatDoesNotAnswer() {
        final MotorBus bus = bus(0);
        bus.cycle();
        motors.full = true;
        bus.cycle();
        bus.cycle();
        assertNull(bus.notice());
        bus.cycle();
        assertTrue(bus.notice().contains("FR_calf"));
        assertTrue(bus.notice().contains("FR_thigh"));
        assertTrue(bus.notice().contains("FR_hip"));
        assertEquals(9, bus.counters().writeErrors);
    }
}
