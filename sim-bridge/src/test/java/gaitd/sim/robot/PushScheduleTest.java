package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PushScheduleTest {
    private final double[] kick = new double[3];

    @Test
    void pushesAtEachIntervalWithTheGivenSpeed() {
        final PushSchedule schedule = new PushSchedule(0.5, 2, 9);
        assertFalse(schedule.take(1.999, kick));
        assertTrue(schedule.take(2, kick));
        assertEquals(0.5, Math.hypot(kick[0], kick[1]), 1e-12);
        assertEquals(0, kick[2]);
        assertFalse(schedule.take(2.001, kick));
        assertTrue(schedule.take(4, kick));
        assertEquals(2, schedule.pushes());
    }

    @Test
    void waitsOneIntervalFromItsStart() {
        final PushSchedule schedule = new PushSchedule(0.5, 2, 9);
        schedule.startAt(10);
        assertFalse(schedule.take(11.9, kick));
        assertTrue(schedule.take(12, kick));
    }

    @Test
    void repeatsDirectionsWithTheSeedOnly() {
        final double[] other = new double[3];
        assertTrue(new PushSchedule(1, 1, 4).take(1, kick));
        assertTrue(new PushSchedule(1, 1, 4).take(1, other));
        assertArrayEquals(kick, other);
        assertTrue(new PushSchedule(1, 1, 5).take(1, other));
        assertTrue(Math.abs(kick[0] - other[0]) > 1e-6);
    }

    @Test
    void reachesTheEngineOnSimulatedTime() {
        final FakeSimulator sim = new FakeSimulator();
        final SimulatedA1 robot = new SimulatedA1(sim, SensorNoise.none(), 1, 0.1);
        robot.pushes(new PushSchedule(0.3, 0.5, 2));
        robot.advance(0.5);
        assertEquals(0, Math.hypot(sim.kicks[0], sim.kicks[1]));
        robot.stepOnce();
        assertEquals(0.3, Math.hypot(sim.kicks[0], sim.kicks[1]), 1e-12);
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new PushSchedule(-0.1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PushSchedule(Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PushSchedule(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PushSchedule(1, Double.NaN, 1));
    }
}
