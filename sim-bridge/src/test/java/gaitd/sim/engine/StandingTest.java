package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import org.junit.jupiter.api.Test;

/**
 * Standing and dropping, against the spread of the reference simulator's contact models.
 *
 * <p>That simulator's contacts give way and this engine's do not, so this engine belongs at or just beyond the hard end of
 * the spread: 1 mm beyond in height, and no bound on the peak force, which grows without limit with hardness.
 */
class StandingTest {
    @Test
    void standsWhereTheReferenceStandsAndCarriesItsWeight() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.29);
        double lowest = 1;
        for (int i = 0; i < 5000; i++) {
            robot.step(55, 0.8);
            lowest = Math.min(lowest, robot.engine.state().basePosition[2]);
        }
        final SimState s = robot.engine.state();
        between(0.230, 0.2428 + 0.001, lowest);
        between(0.2436, 0.2530 + 0.001, s.basePosition[2]);
        between(0.018, 0.032, robot.tiltRad());
        assertEquals(12.453 * 9.81, robot.normalForceN(), 1e-3);
        assertFalse(s.bodyContact);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, s.baseVelocity[i], 1e-9);
            assertEquals(0, s.baseAcceleration[i], 1e-6);
        }
        for (int leg = 0; leg < 4; leg++) {
            assertEquals(0.02, s.footPosition[3 * leg + 2], 2e-4);
        }
    }

    @Test
    void landsAsTheReferenceLands() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.5);
        double lowest = 1;
        double lowestAtS = 0;
        double torque = 0;
        for (int i = 0; i < 350; i++) {
            robot.step(55, 0.8);
            final SimState s = robot.engine.state();
            if (s.basePosition[2] < lowest) {
                lowest = s.basePosition[2];
                lowestAtS = s.timeS;
            }
            for (final double t : s.motorTorque) {
                torque = Math.max(torque, Math.abs(t));
            }
        }
        between(0.189, 0.2056 + 0.001, lowest);
        between(0.280, 0.288, lowestAtS);
        between(24.5, 28.1, torque);
    }

    @Test
    void fallsFreelyAsSemiImplicitEulerDoes() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 3);
        robot.run(500, 0, 0);
        assertEquals(3 - 9.81 * 0.5 * 0.501 / 2, robot.engine.state().basePosition[2], 1e-6);
        assertEquals(-9.81, robot.engine.state().baseAcceleration[2], 1e-3);
    }

    @Test
    void heavierRobotPressesWithItsWeight() {
        final RobotModel loaded =
                RobotModel.a1().withPayload(5, new double[] {0.05, 0, 0.1}, new double[] {0.01, 0.02, 0.03, 0, 0, 0});
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, loaded, 0.29);
        robot.run(4000, 100, 2);
        assertEquals(17.453 * 9.81, robot.normalForceN(), 1e-2);
    }

    @Test
    void standsOnRoughGround() {
        final HeldRobot<EmbeddedSimulator> robot =
                new HeldRobot<>(new EmbeddedSimulator(RobotModel.a1(), Terrains.parse("rough:0.03", 3)));
        robot.engine.reset(new double[] {5, 3, 0.33}, HeldRobot.level(), HeldRobot.pose());
        robot.run(4000, 100, 2);
        assertEquals(12.453 * 9.81, robot.normalForceN(), 0.1);
        between(0.2, 0.31, robot.engine.state().basePosition[2]);
    }

    @Test
    void aKickChangesTheVelocityAtOnce() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 1);
        robot.engine.kick(new double[] {0.5, -0.25, 1});
        assertEquals(-0.25, robot.engine.state().baseVelocity[1], 0);
        robot.step(55, 0.8);
        assertEquals(0.5, robot.engine.state().baseVelocity[0], 1e-9);
        assertEquals(1 - 9.81e-3, robot.engine.state().baseVelocity[2], 1e-9);
    }

    private static void between(final double low, final double high, final double value) {
        assertTrue(value >= low && value <= high, value + " is not between " + low + " and " + high);
    }
}
