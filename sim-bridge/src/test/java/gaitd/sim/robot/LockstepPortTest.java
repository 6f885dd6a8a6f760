package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LockstepPortTest {
    private static final long PERIOD_NS = 2_000_000;

    private final FakeSimulator sim = new FakeSimulator();
    private final SimulatedA1 robot = new SimulatedA1(sim, SensorNoise.none(), 1, 0.1);
    private final LockstepPort port = new LockstepPort(robot, PERIOD_NS);
    private final JointCommands commands = new JointCommands();
    private final Sensed out = new Sensed();

    @Test
    void saysNothingBeforeTheFirstCommand() {
        assertFalse(port.receive(out, 5));
        assertEquals(0, out.sequence);
        assertEquals(0, sim.steps);
    }

    @Test
    void movesOnePeriodACommandAndHandsOutEachStateOnce() {
        commands.damp(1);
        assertTrue(port.send(commands));
        assertEquals(2, sim.steps);
        assertTrue(port.receive(out, 5));
        assertEquals(5, out.receivedAtNs);
        assertEquals(1, out.sequence);
        assertEquals(2, out.robotTick);
        assertEquals((double) (float) sim.state().q[1], out.q[1]);
        assertFalse(port.receive(out, 6));
        assertEquals(1, port.counters().sent);
        assertEquals(1, port.counters().accepted);
    }

    @Test
    void drivesWithTheGainsOfTheWire() {
        commands.damp(0.8);
        Arrays.fill(commands.kp, 20.04);
        System.arraycopy(sim.state().q, 0, commands.q, 0, 12);
        commands.tau[0] = 0.001;
        port.send(commands);
        assertEquals(0.75, sim.damping[0]);
        assertEquals(0, sim.torque[0], 1e-12);
    }

    @Test
    void countsStatesOvertaken() {
        port.send(commands);
        port.send(commands);
        assertTrue(port.receive(out, 1));
        assertEquals(4, out.robotTick);
        assertEquals(2, out.sequence);
        assertEquals(1, port.counters().overtaken);
        assertEquals(2, port.counters().accepted);
    }

    @Test
    void dropsAStateThatIsNotFinite() {
        sim.state().q[0] = Double.NaN;
        port.send(commands);
        assertFalse(port.receive(out, 1));
        assertEquals(1, port.counters().notFinite);
    }

    @Test
    void takesNothingOnceClosed() {
        port.send(commands);
        port.close();
        port.close();
        assertFalse(port.receive(out, 1));
        assertFalse(port.send(commands));
        assertEquals(2, sim.steps);
        assertEquals(1, port.counters().sendErrors);
    }

    @Test
    void refusesAPeriodOfZero() {
        assertThrows(IllegalArgumentException.class, () -> new LockstepPort(robot, 0));
    }
}
