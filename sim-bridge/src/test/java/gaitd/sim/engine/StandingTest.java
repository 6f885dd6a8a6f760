package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.FlatTerrain;
import org.junit.jupiter.api.Test;

/** Standing and dropping on flat ground, against the spread of the reference simulator's contact models. */
class StandingTest {
    private static final double[] POSE = {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    private static final double[] LEVEL = {1, 0, 0, 0};

    private static void hold(final EmbeddedSimulator engine, final double kp, final double kd) {
        final double[] torque = new double[12];
        final double[] damping = new double[12];
        for (int j = 0; j < 12; j++) {
            torque[j] = kp * (POSE[j] - engine.state().q[j]);
            damping[j] = kd;
        }
        engine.step(torque, damping);
    }

    @Test
    void standsWhereTheReferenceStandsAndCarriesItsWeight() {
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1(), new FlatTerrain());
        engine.reset(new double[] {0, 0, 0.29}, LEVEL, POSE);
        for (int i = 0; i < 5000; i++) {
            hold(engine, 55, 0.8);
        }
        final SimState s = engine.state();
        assertTrue(s.basePosition[2] > 0.242 && s.basePosition[2] < 0.2535, "height " + s.basePosition[2]);
        final double tilt = Math.acos(
                1 - 2 * (s.baseQuaternion[1] * s.baseQuaternion[1] + s.baseQuaternion[2] * s.baseQuaternion[2]));
        assertTrue(tilt > 0.018 && tilt < 0.035, "tilt " + tilt);
        final double weight = s.footForce[2] + s.footForce[5] + s.footForce[8] + s.footForce[11];
        assertEquals(12.453 * 9.81, weight, 1e-3);
        assertFalse(s.bodyContact);
        assertEquals(0, s.baseVelocity[2], 1e-6);
    }
}
