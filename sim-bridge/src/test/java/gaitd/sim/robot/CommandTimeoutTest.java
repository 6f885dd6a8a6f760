package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommandTimeoutTest {
    private final FakeSimulator sim = new FakeSimulator();
    private final SimulatedA1 robot = new SimulatedA1(sim, SensorNoise.none(), 1, 0.1);
    private final JointCommands commands = new JointCommands();

    private void servo() {
        commands.damp(0.5);
        Arrays.fill(commands.q, 2);
        Arrays.fill(commands.kp, 0.5);
        robot.command(commands);
    }

    @Test
    void dampsUntilTheFirstCommand() {
        robot.stepOnce();
        assertFalse(robot.isCommanded());
        assertEquals(0, sim.torque[0]);
        assertEquals(20, sim.damping[0]);
    }

    @Test
    void dampsAfterTheTimeoutAndFollowsTheNextCommand() {
        servo();
        robot.advance(0.1);
        assertEquals(100, sim.steps);
        assertEquals(0.5, sim.damping[0], "the last step within the timeout still applies the command");
        robot.stepOnce();
        final double speed = sim.state().dq[0];
        assertTrue(speed > 0);
        assertEquals(0, sim.torque[0], "no target is tracked");
        assertEquals(20, sim.damping[0]);
        assertTrue(sim.state().motorTorque[0] < 0, "torque opposes motion");
        final Sensed out = new Sensed();
        robot.sense(out);
        assertEquals(MotorMode.DAMPING, out.motorMode[0]);
        servo();
        robot.stepOnce();
        assertEquals(0.5, sim.damping[0]);
        assertTrue(sim.torque[0] > 0);
        robot.sense(out);
        assertEquals(MotorMode.SERVO, out.motorMode[0]);
    }

    @Test
    void forgetsTheCommandWhenPlacedAnew() {
        servo();
        robot.lying(0);
        robot.stepOnce();
        assertEquals(0, sim.torque[0]);
        assertEquals(20, sim.damping[0]);
    }

    @Test
    void neverTimesOutWhenTheTimeoutIsInfinite() {
        final SimulatedA1 endless = new SimulatedA1(sim, SensorNoise.none(), 1, Double.POSITIVE_INFINITY);
        servo();
        endless.command(commands);
        endless.advance(10);
        assertTrue(endless.isCommanded());
    }

    @Test
    void refusesATimeoutOfZero() {
        assertThrows(IllegalArgumentException.class, () -> new SimulatedA1(sim, SensorNoise.none(), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new SimulatedA1(sim, SensorNoise.none(), 1, Double.NaN));
    }

    @Test
    void keepsTheRemainderOfAnAdvance() {
        for (int i = 0; i < 4; i++) {
            robot.advance(0.00025);
        }
        assertEquals(1, sim.steps);
        robot.advance(0.0025);
        robot.advance(0.0025);
        assertEquals(6, sim.steps);
        assertEquals(0.006, robot.timeS(), 1e-12);
    }
}
