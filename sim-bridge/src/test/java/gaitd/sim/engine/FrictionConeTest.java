package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import org.junit.jupiter.api.Test;

/** A standing robot on a slope of 20 degrees sticks or slides as a block does: a = g (sin - mu cos). */
class FrictionConeTest {
    private static final double SLOPE_RAD = Math.toRadians(20);

    /** A plane that falls along a direction, 20 m around the origin. */
    private static Terrain slope(final double downX, final double downY) {
        final float[] height = new float[41 * 41];
        for (int iy = 0; iy <= 40; iy++) {
            for (int ix = 0; ix <= 40; ix++) {
                height[41 * iy + ix] = (float) (-Math.tan(SLOPE_RAD) * ((ix - 20) * downX + (iy - 20) * downY));
            }
        }
        return new Terrain("slope", 0, new HeightGrid(41, 41, -20, -20, 1, height), null);
    }

    private static Pd onSlope(final double directionRad, final double friction) {
        final double dx = Math.cos(directionRad);
        final double dy = Math.sin(directionRad);
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1().withFriction(friction), slope(dx, dy));
        final double half = SLOPE_RAD / 2;
        engine.reset(
                new double[] {
                    0.27 * Math.sin(SLOPE_RAD) * dx, 0.27 * Math.sin(SLOPE_RAD) * dy, 0.27 * Math.cos(SLOPE_RAD)
                },
                new double[] {Math.cos(half), -Math.sin(half) * dy, Math.sin(half) * dx, 0},
                Pd.POSE);
        return new Pd(engine);
    }

    private static double speedDownhill(final Pd robot, final double directionRad) {
        final double[] v = robot.engine.state().baseVelocity;
        return Math.cos(SLOPE_RAD) * (v[0] * Math.cos(directionRad) + v[1] * Math.sin(directionRad))
                - Math.sin(SLOPE_RAD) * v[2];
    }

    @Test
    void sticksBelowTheFrictionAngle() {
        for (final double direction : new double[] {0, 0.7, Math.PI / 2}) {
            final Pd robot = onSlope(direction, 0.5);
            robot.run(3000, 200, 4);
            final double x = robot.engine.state().basePosition[0];
            robot.run(1000, 200, 4);
            assertEquals(0, speedDownhill(robot, direction), 1e-4);
            assertEquals(x, robot.engine.state().basePosition[0], 1e-4);
        }
    }

    @Test
    void slidesAsABlockBeyondTheFrictionAngle() {
        final double expected = 9.81 * (Math.sin(SLOPE_RAD) - 0.3 * Math.cos(SLOPE_RAD));
        for (final double direction : new double[] {0, 0.7, Math.PI / 2}) {
            final Pd robot = onSlope(direction, 0.3);
            robot.run(2000, 200, 4);
            final double before = speedDownhill(robot, direction);
            robot.run(1000, 200, 4);
            assertEquals(expected, speedDownhill(robot, direction) - before, 0.01 * expected, "direction " + direction);
        }
    }

    @Test
    void forceStaysInTheCone() {
        final Pd robot = onSlope(0.7, 0.4);
        final double[] n = new double[3];
        slope(Math.cos(0.7), Math.sin(0.7)).normal(0, 0, n);
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
