package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of motors, wire, board and battery through the ports of lock-step and of training. */
class FaultyRobotTest {
    private static final long PERIOD_NS = 2_000_000;
    private static final double TORQUE_NM = 3;

    private final FakeSimulator sim = new FakeSimulator();
    private final SimulatedA1 robot = new SimulatedA1(sim, SensorNoise.none(), 1, 0.1);
    private final JointCommands commands = new JointCommands();
    private final Sensed out = new Sensed();
    private final List<Long> ticks = new ArrayList<>();
    private RobotPort port = new LockstepPort(robot, PERIOD_NS);
    private boolean direct;

    private void with(final String... faults) {
        robot.faults(new FaultInjector(FaultPlan.of(List.of(faults)), 5));
        robot.lying(0);
        commands.damp(0.5);
        for (int j = 0; j < 12; j++) {
            commands.tau[j] = TORQUE_NM;
        }
    }

    private void ticks(final int count) {
        for (int i = 0; i < count; i++) {
            port.send(commands);
            if (direct) {
                robot.advance(PERIOD_NS * 1e-9);
            }
            ticks.add(port.receive(out, i) ? out.robotTick : -1);
        }
    }

    private void direct() {
        port = new DirectPort(robot);
        direct = true;
    }

    @Test
    void aMotorThatIsOffGivesNothingAndSaysSo() {
        with("motor.FL_thigh.off@0.02..0.04");
        for (final boolean off : new boolean[] {false, true, false}) {
            ticks(10);
            for (int j = 0; j < 12; j++) {
                final boolean meant = off && j == 4;
                assertEquals(meant ? 0 : TORQUE_NM, sim.torque[j], "joint " + j);
                assertEquals(meant ? 0 : 0.5, sim.damping[j], "joint " + j);
                assertEquals(meant ? MotorMode.DAMPING : MotorMode.SERVO, out.motorMode[j], "joint " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale:0.5",
                "sign",
                "saturated:1",
                "runaway:-7",
                "offset:2",
                "garbage",
                "intermittent:50",
                "stuck"
            })
    void everyFaultOfAMotorChangesItsTorqueOnly(final String type) {
        with("motor.RR_calf." + type + "@0.02..0.04");
        ticks(10);
        assertEquals(TORQUE_NM, sim.torque[8]);
        ticks(10);
        final double torque = sim.torque[8] - sim.damping[8] * sim.state().dq[8];
        final double well = sim.torque[7] - sim.damping[7] * sim.state().dq[7];
        switch (type) {
            case "scale:0.5" -> assertEquals(TORQUE_NM / 2, sim.torque[8]);
            case "sign" -> assertTrue(torque * well < 0, torque + " against " + well);
            case "saturated:1" -> assertEquals(1, Math.abs(torque), 1e-9);
            case "runaway:-7" -> assertEquals(-7, torque);
            case "offset:2" -> assertEquals(TORQUE_NM + 2, sim.torque[8]);
            case "intermittent:50" -> assertEquals(0, torque);
            default -> assertNotEquals(TORQUE_NM, sim.torque[8]);
        }
        assertEquals(TORQUE_NM, sim.torque[7]);
        ticks(10);
        assertEquals(TORQUE_NM, sim.torque[8]);
    }

    @Test
    void aStuckMotorStaysWhereItWas() {
        with("motor.FR_hip.stuck@0.02");
        ticks(10);
        final double q = sim.state().q[0];
        ticks(200);
        assertEquals(q, sim.state().q[0], 0.05);
        assertTrue(Math.abs(sim.state().q[1]) > 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lostStatesDoNotCome(final boolean training) {
        if (training) {
            direct();
        }
        with("state.lost@0.01..0.02");
        ticks(15);
        assertEquals(List.of(2L, 4L, 6L, 8L, -1L, -1L, -1L, -1L, -1L, 20L, 22L, 24L, 26L, 28L, 30L), ticks);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void delayedStatesComeLate(final boolean training) {
        if (training) {
            direct();
        }
        with("state.delayed:4@0.01");
        ticks(10);
        assertEquals(List.of(2L, 4L, 6L, 8L, -1L, -1L, 10L, 12L, 14L, 16L), ticks);
    }

    @Test
    void stuckStatesRepeatTheLastOneBefore() {
        with("state.stuck@0.01..0.016");
        ticks(9);
        assertEquals(List.of(2L, 4L, 6L, 8L, 8L, 8L, 8L, 16L, 18L), ticks);
        assertEquals(9, port.counters().accepted);
    }

    @Test
    void loopedStatesPlayTheLastOnesAgain() {
        with("state.looped:6@0.01..0.022");
        ticks(12);
        assertEquals(List.of(2L, 4L, 6L, 8L, 4L, 6L, 8L, 4L, 6L, 8L, 22L, 24L), ticks);
    }

    @Test
    void reorderedStatesAreOvertakenByNewerOnes() {
        with("state.reordered:10@0.01");
        ticks(200);
        boolean back = false;
        for (int i = 5; i < 200; i++) {
            back |= ticks.get(i) >= 0 && ticks.get(i) < ticks.get(i - 1);
        }
        assertTrue(back, "a state is older than the one before");
    }

    @Test
    void damagedStatesAreDroppedAndCounted() {
        with("state.garbage:1@0.01");
        ticks(10);
        assertEquals(6, port.counters().badCrc);
        assertEquals(-1L, ticks.getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lostCommandsLeaveTheRobotToItsTimeout(final boolean training) {
        if (training) {
            direct();
        }
        with("command.lost@0.02");
        ticks(50);
        assertTrue(robot.isCommanded());
        ticks(12);
        assertFalse(robot.isCommanded());
        assertEquals(124L, ticks.getLast(), "states come");
    }

    @Test
    void delayedCommandsActLate() {
        with("command.delayed:10@0");
        ticks(5);
        assertFalse(robot.isCommanded());
        ticks(1);
        assertTrue(robot.isCommanded());
    }

    @Test
    void stuckCommandsKeepTheRobotDoingWhatItDid() {
        with("command.stuck@0.02");
        ticks(10);
        commands.damp(4);
        ticks(100);
        assertEquals(TORQUE_NM, sim.torque[3]);
        assertTrue(robot.isCommanded());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBoardThatStartsAgainIsSilentThenCountsFromZero(final boolean training) {
        if (training) {
            direct();
        }
        with("board.reset:0.02@0.01");
        ticks(20);
        assertEquals(List.of(2L, 4L, 6L, 8L), ticks.subList(0, 4));
        assertEquals(List.of(-1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L), ticks.subList(4, 14));
        assertEquals(List.of(0L, 2L, 4L, 6L, 8L, 10L), ticks.subList(14, 20));
    }

    @Test
    void aHungBoardKeepsItsLastCommandForEver() {
        with("board.hung@0.01..1");
        ticks(5);
        commands.damp(4);
        ticks(400);
        assertTrue(robot.isCommanded());
        assertEquals(TORQUE_NM, sim.torque[3]);
        assertEquals(-1L, ticks.getLast());
        ticks(120);
        assertEquals(0, sim.torque[3]);
    }

    @Test
    void aRobotWithoutPowerIsLimp() {
        with("battery.off@0.01");
        ticks(10);
        for (int j = 0; j < 12; j++) {
            assertEquals(0, sim.torque[j]);
            assertEquals(0, sim.damping[j]);
        }
        assertFalse(robot.isCommanded());
        assertEquals(-1L, ticks.getLast());
    }

    @Test
    void aLowBatteryLimitsTorqueAtSpeed() {
        with("battery.scale:0.2@0");
        for (int j = 0; j < 12; j++) {
            sim.state().dq[j] = 4.3;
        }
        ticks(1);
        assertEquals(0, sim.torque[0] - sim.damping[0] * 4.3, 1e-9, "nothing is left beyond 0.2 x 21 rad/s");
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        with("state.lost:0.5@0");
        ticks(100);
        final List<Long> first = List.copyOf(ticks);
        ticks.clear();
        with("state.lost:0.5@0");
        port = new LockstepPort(robot, PERIOD_NS);
        ticks(100);
        assertEquals(first, ticks);
        ticks.clear();
        robot.faults().reseed(6);
        robot.lying(0);
        port = new LockstepPort(robot, PERIOD_NS);
        ticks(100);
        assertNotEquals(first, ticks);
    }
}
