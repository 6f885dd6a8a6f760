package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.HeldRobot;
import gaitd.sim.engine.InclinedPlane;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same robot in both engines. */
class EngineAgreementTest {
    private static MujocoSimulator mujoco(final RobotModel model, final Terrain terrain) throws Exception {
        return new MujocoSimulator(Mujoco.library(), model, terrain);
    }

    @Test
    void standsWhereTheEmbeddedEngineStands() throws Exception {
        final HeldRobot<EmbeddedSimulator> ours =
                new HeldRobot<>(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), 0.29);
        ours.run(5000, 55, 0.8);
        try (MujocoSimulator engine = mujoco(RobotModel.a1(), Terrain.FLAT)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.29);
            robot.run(5000, 55, 0.8);
            final SimState s = engine.state();
            assertEquals(ours.engine.state().basePosition[2], s.basePosition[2], 2e-4);
            assertEquals(ours.tiltRad(), robot.tiltRad(), 1e-3);
            assertEquals(12.453 * 9.81, robot.normalForceN(), 0.05);
            assertFalse(s.bodyContact);
            for (int i = 0; i < 3; i++) {
                assertEquals(0, s.baseVelocity[i], 1e-3);
            }
            for (int i = 0; i < 12; i++) {
                assertEquals(ours.engine.state().footPosition[i], s.footPosition[i], 1e-3);
                assertEquals(ours.engine.state().motorTorque[i], s.motorTorque[i], 0.15);
            }
        }
    }

    @Test
    void standsAndTrotsWithTheFastSettings() throws Exception {
        for (final double stepS : new double[] {0.001, 0.002}) {
            try (MujocoSimulator engine =
                    new MujocoSimulator(Mujoco.library(), RobotModel.a1(), Terrain.FLAT, stepS, MujocoSettings.FAST)) {
                final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.29);
                robot.run((int) (3 / stepS), 55, 0.8);
                assertEquals(0.2531, engine.state().basePosition[2], 2e-3);
                robot.trot((int) (20 / stepS));
                assertTrue(robot.tiltRad() < 0.3 && engine.state().basePosition[2] > 0.2);
                assertEquals(0, engine.restarts());
            }
        }
    }

    @Test
    void fallsAndLandsAsTheEmbeddedEngineDoes() throws Exception {
        final HeldRobot<EmbeddedSimulator> ours =
                new HeldRobot<>(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), 0.5);
        try (MujocoSimulator engine = mujoco(RobotModel.a1(), Terrain.FLAT)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.5);
            ours.run(200, 55, 0.8);
            robot.run(200, 55, 0.8);
            assertEquals(ours.engine.state().basePosition[2], engine.state().basePosition[2], 1e-9);
            assertEquals(ours.engine.state().baseVelocity[2], engine.state().baseVelocity[2], 1e-9);
            assertEquals(0, robot.normalForceN(), 0);
            double lowest = 1;
            double lowestOurs = 1;
            for (int i = 0; i < 150; i++) {
                ours.run(1, 55, 0.8);
                robot.run(1, 55, 0.8);
                lowest = Math.min(lowest, engine.state().basePosition[2]);
                lowestOurs = Math.min(lowestOurs, ours.engine.state().basePosition[2]);
            }
            assertEquals(lowestOurs, lowest, 5e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, Math.PI / 2})
    void frictionOfTheModelDecidesWhetherItSticksOrSlides(final double direction) throws Exception {
        final InclinedPlane slope = new InclinedPlane(direction);
        try (MujocoSimulator engine = mujoco(RobotModel.a1().withFriction(0.5), slope.terrain())) {
            HeldRobot<MujocoSimulator> robot = slope.place(engine);
            robot.run(3000, 200, 4);
            assertEquals(0, slope.speedDownhill(robot), 2e-3);
            for (final double friction : new double[] {0.3, 0.15}) {
                engine.use(RobotModel.a1().withFriction(friction));
                robot = slope.place(engine);
                robot.run(2000, 200, 4);
                final double before = slope.speedDownhill(robot);
                robot.run(500, 200, 4);
                final double expected =
                        9.81 * 0.5 * (Math.sin(InclinedPlane.ANGLE_RAD) - friction * Math.cos(InclinedPlane.ANGLE_RAD));
                assertEquals(expected, slope.speedDownhill(robot) - before, 0.02 * expected, "mu " + friction);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rough:0.03", "tiles:0.04", "waves:0.1", "gaps:0.1"})
    void standsOnUnevenGroundAsTheEmbeddedEngineDoes(final String name) throws Exception {
        final Terrain ground = Terrains.parse(name, 4);
        final EmbeddedSimulator embedded = new EmbeddedSimulator(RobotModel.a1(), ground);
        try (MujocoSimulator engine = mujoco(RobotModel.a1(), ground)) {
            final double[] place = {2.4, 0.7, 0.3 + ground.heightM(2.4, 0.7)};
            final HeldRobot<EmbeddedSimulator> ours = new HeldRobot<>(embedded, 1);
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 1);
            embedded.reset(place, HeldRobot.level(), HeldRobot.pose());
            engine.reset(place, HeldRobot.level(), HeldRobot.pose());
            ours.run(2000, 100, 3);
            robot.run(2000, 100, 3);
            for (int i = 0; i < 3; i++) {
                assertEquals(embedded.state().basePosition[i], engine.state().basePosition[i], 5e-3, "axis " + i);
            }
            assertEquals(ours.tiltRad(), robot.tiltRad(), 0.02);
        }
    }

    @Test
    void torqueIsLimitedAsByTheMotors() throws Exception {
        final double[] torque = new double[12];
        Arrays.fill(torque, 1000);
        try (MujocoSimulator engine = mujoco(RobotModel.a1(), Terrain.FLAT)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 5);
            robot.engine.step(torque, new double[12]);
            for (final double t : engine.state().motorTorque) {
                assertEquals(33.5, t, 0);
            }
        }
    }

    @Test
    void saysWhichShapesTouch() throws Exception {
        try (MujocoSimulator engine = mujoco(RobotModel.a1(), Terrain.FLAT)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.29);
            robot.run(1000, 55, 0.8);
            assertEquals(0b1111, engine.state().touching);
            assertFalse(engine.state().bodyContact);
            engine.reset(new double[] {0, 0, 0.3}, new double[] {0, 1, 0, 0}, HeldRobot.pose());
            assertEquals(0, engine.state().touching);
            robot.run(2000, 20, 1);
            assertTrue(engine.state().bodyContact && engine.state().trunkContact);
            assertEquals(0, robot.normalForceN(), 0);
        }
    }
}
