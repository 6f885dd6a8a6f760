package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the contact model: energy, stops, torque limits, lying on the ground, finite numbers. */
class MechanicsTest {
    private static final double[] NONE = new double[12];

    @Test
    void freeFlightWithoutLossesKeepsItsEnergyToTheOrderOfTheStep() {
        final double coarse = energyDrift(2e-5);
        final double fine = energyDrift(1e-5);
        assertTrue(Math.abs(fine) < 2e-4, "relative drift " + fine);
        assertEquals(2, coarse / fine, 0.1);
    }

    /** Relative drift of the energy over 0.1 s of tumbling with swinging legs. */
    private static double energyDrift(final double timeStepS) {
        final RobotModel model = RobotModel.a1().withJointLosses(0, 0);
        final EmbeddedSimulator engine = new EmbeddedSimulator(model, Terrain.FLAT, timeStepS);
        engine.reset(new double[] {0, 0, 10}, HeldRobot.level(), HeldRobot.pose());
        final double[] all = new double[EmbeddedSimulator.savedLength()];
        engine.saveTo(all);
        final Random random = new Random(5);
        for (int i = 8; i < 14; i++) {
            all[i] = 2 * random.nextGaussian();
        }
        for (int i = 29; i < 41; i++) {
            all[i] = 2 * random.nextGaussian();
        }
        engine.restoreFrom(all);
        final double start = energy(model, engine.state());
        final long steps = Math.round(0.1 / timeStepS);
        for (long i = 0; i < steps; i++) {
            engine.step(NONE, NONE);
        }
        return (energy(model, engine.state()) - start) / start;
    }

    private static double energy(final RobotModel model, final SimState s) {
        final DynamicsReadout readout = new DynamicsReadout(model);
        readout.update(s.basePosition, s.baseQuaternion, s.baseVelocity, s.baseAngularVelocity, s.q, s.dq);
        return readout.kineticEnergyJ() + readout.potentialEnergyJ() - 10 * 9.81 * model.totalMassKg();
    }

    @Test
    void lossesOnlyTakeEnergy() {
        final RobotModel model = RobotModel.a1();
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, model, 0.6);
        double last = energy(model, robot.engine.state());
        for (int i = 0; i < 3000; i++) {
            robot.run(1, 0, 0.5);
            final double now = energy(model, robot.engine.state());
            assertTrue(now < last + 2e-3, "step " + i + " gained " + (now - last) + " J");
            last = now;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "rough:0.02"})
    void comesToRestLyingOnItsBack(final String ground) {
        final Terrain terrain = Terrains.parse(ground, 11);
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1(), terrain);
        engine.reset(new double[] {3, 2, 0.5}, new double[] {0.05, 1, 0.03, 0}, HeldRobot.pose());
        final HeldRobot<EmbeddedSimulator> robot = new HeldRobot<>(engine);
        robot.run(5000, 20, 1);
        final SimState s = engine.state();
        assertTrue(s.bodyContact);
        assertTrue(robot.tiltRad() > 2, "tilt " + robot.tiltRad());
        assertTrue(s.basePosition[2] > 0.03 && s.basePosition[2] < 0.12, "height " + s.basePosition[2]);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, s.baseVelocity[i], 2e-3);
            assertEquals(0, s.baseAngularVelocity[i], 1e-2);
        }
    }

    @Test
    void limpRobotKneelsOnFoldedLegs() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.3);
        robot.run(4000, 0, 0.5);
        final SimState s = robot.engine.state();
        assertTrue(s.basePosition[2] > 0.09 && s.basePosition[2] < 0.12, "height " + s.basePosition[2]);
        for (int leg = 0; leg < 4; leg++) {
            assertEquals(RobotModel.positionMinRad(2), s.q[3 * leg + 2], 1e-3);
        }
        assertEquals(0, s.baseVelocity[2], 1e-3);
    }

    @Test
    void liesOnItsBellyWithItsLegsRaised() {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.2);
        for (int leg = 0; leg < 4; leg++) {
            robot.target[3 * leg + 1] = 2.2;
            robot.target[3 * leg + 2] = -1;
        }
        robot.engine.reset(new double[] {0, 0, 0.2}, HeldRobot.level(), robot.target);
        robot.run(3000, 60, 2);
        final SimState s = robot.engine.state();
        assertTrue(s.bodyContact);
        assertEquals(0.057, s.basePosition[2], 0.002);
        assertEquals(0, robot.normalForceN(), 0);
    }

    @Test
    void stopsHoldAgainstFullTorque() {
        final double[] torque = new double[12];
        for (final int side : new int[] {-1, 1}) {
            Arrays.fill(torque, side * 33.5);
            final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 5);
            double worst = 0;
            for (int i = 0; i < 800; i++) {
                robot.engine.step(torque, NONE);
                for (int j = 0; j < 12; j++) {
                    final double q = robot.engine.state().q[j];
                    worst = Math.max(worst, RobotModel.positionMinRad(j) - q);
                    worst = Math.max(worst, q - RobotModel.positionMaxRad(j));
                }
            }
            assertTrue(worst < 1e-3, "beyond the stop by " + worst);
            assertEquals(side > 0 ? 0.802851 : -0.802851, robot.engine.state().q[0], 1e-3);
        }
    }

    @Test
    void motorsGiveNoMoreThanTheirLimitAndLessTowardHighSpeed() {
        assertEquals(33.5, RobotModel.limitTorqueNm(100, 0), 0);
        assertEquals(-33.5, RobotModel.limitTorqueNm(-100, 5), 0);
        assertEquals(33.5, RobotModel.limitTorqueNm(100, 14), 1e-12);
        assertEquals(33.5 / 2, RobotModel.limitTorqueNm(100, 17.5), 1e-12);
        assertEquals(-33.5 / 2, RobotModel.limitTorqueNm(-100, -17.5), 1e-12);
        assertEquals(33.5, RobotModel.limitTorqueNm(100, -17.5), 0);
        assertEquals(0, RobotModel.limitTorqueNm(100, 25), 0);
        assertEquals(3, RobotModel.limitTorqueNm(3, 10), 0);
        final double[] torque = new double[12];
        Arrays.fill(torque, 1000);
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 5);
        robot.engine.step(torque, NONE);
        for (final double t : robot.engine.state().motorTorque) {
            assertEquals(33.5, t, 0);
        }
    }

    @Test
    void dryFrictionHoldsAJointAgainstLess() {
        final RobotModel model = RobotModel.a1().withJointLosses(0, 3);
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(Terrain.FLAT, model, 2);
        robot.run(300, 0, 0);
        for (int j = 0; j < 12; j++) {
            assertEquals(robot.target[j], robot.engine.state().q[j], 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "rough:0.04"})
    void staysFiniteAndAboveGroundUnderRandomTorques(final String ground) {
        final Terrain terrain = Terrains.parse(ground, 2);
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1(), terrain);
        engine.reset(new double[] {0, 0, 0.3}, HeldRobot.level(), HeldRobot.pose());
        final Random random = new Random(17);
        final double[] torque = new double[12];
        final SimState s = engine.state();
        for (int i = 0; i < 20_000; i++) {
            if (i % 50 == 0) {
                for (int j = 0; j < 12; j++) {
                    torque[j] = 60 * (random.nextDouble() - 0.5);
                }
            }
            engine.step(torque, NONE);
            final double above = s.basePosition[2] - terrain.heightM(s.basePosition[0], s.basePosition[1]);
            assertTrue(above > 0 && above < 3, "step " + i + " height " + above);
            for (int j = 0; j < 12; j++) {
                assertTrue(Math.abs(s.dq[j]) < 120, "step " + i + " joint " + j + " speed " + s.dq[j]);
            }
        }
    }

    @Test
    void modelRefusesWhatIsNotARobot() {
        final RobotModel a1 = RobotModel.a1();
        final double[] three = new double[3];
        final double[] six = new double[6];
        refused(() -> a1.withPayload(0, three, six));
        refused(() -> a1.withPayload(Double.NaN, three, six));
        refused(() -> a1.withPayload(Double.POSITIVE_INFINITY, three, six));
        refused(() -> a1.withFriction(-0.1));
        refused(() -> a1.withJointLosses(-1, 0));
        refused(() -> a1.withJointLosses(0, Double.NaN));
        refused(() -> RobotModel.ofLinks(three, three, six, three));
    }

    private static void refused(final Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }
}
