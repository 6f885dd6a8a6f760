package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A standing robot on a slope of 20 degrees sticks or slides as a block does: a = g (sin - mu cos). */
class FrictionConeTest {
    private static HeldRobot<EmbeddedSimulator> on(final InclinedPlane slope, final double friction) {
        return slope.place(new EmbeddedSimulator(RobotModel.a1().withFriction(friction), slope.terrain()));
    }

    @Test
    void sticksBelowTheFrictionAngle() {
        for (final double direction : new double[] {0, 0.7, Math.PI / 2}) {
            final InclinedPlane slope = new InclinedPlane(direction);
            final HeldRobot<EmbeddedSimulator> robot = on(slope, 0.5);
            robot.run(3000, 200, 4);
            final double x = robot.engine.state().basePosition[0];
            robot.run(1000, 200, 4);
            assertEquals(0, slope.speedDownhill(robot), 1e-4);
            assertEquals(x, robot.engine.state().basePosition[0], 1e-4);
        }
    }

    @Test
    void slidesAsABlockBeyondTheFrictionAngle() {
        final double expected = 9.81 * (Math.sin(InclinedPlane.ANGLE_RAD) - 0.3 * Math.cos(InclinedPlane.ANGLE_RAD));
        for (final double direction : new double[] {0, 0.7, Math.PI / 2}) {
            final InclinedPlane slope = new InclinedPlane(direction);
            final HeldRobot<EmbeddedSimulator> robot = on(slope, 0.3);
            robot.run(2000, 200, 4);
            final double before = slope.speedDownhill(robot);
            robot.run(1000, 200, 4);
            assertEquals(expected, slope.speedDownhill(robot) - before, 0.01 * expected, "direction " + direction);
        }
    }

    @Test
    void forceStaysInTheCone() {
        final InclinedPlane slope = new InclinedPlane(0.7);
        final HeldRobot<EmbeddedSimulator> robot = on(slope, 0.4);
        final double[] n = new double[3];
        slope.terrain().normal(0, 0, n);
        for (int i = 0; i < 2000; i++) {
            robot.step(200, 4);
            for (int leg = 0; leg < 4; leg++) {
                final double[] f = robot.engine.state().footForce;
                final double fx = f[3 * leg];
                final double fy = f[3 * leg + 1];
                final double fz = f[3 * leg + 2];
                final double normal = fx * n[0] + fy * n[1] + fz * n[2];
                final double tangential = Math.sqrt(Math.max(0, fx * fx + fy * fy + fz * fz - normal * normal));
                assertTrue(normal >= -1e-9 && tangential <= 0.4 * normal + 1e-6, normal + " " + tangential);
            }
        }
    }
}
