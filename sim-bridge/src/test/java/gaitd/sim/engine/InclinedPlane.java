package gaitd.sim.engine;

import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;

/**
 * A plane of 20 degrees, 20 m around the origin, for tests.
 *
 * @param directionRad where it falls, from the world's x to its y
 */
public record InclinedPlane(double directionRad) {
    public static final double ANGLE_RAD = Math.toRadians(20);
    private static final double ABOVE_M = 0.27;

    public Terrain terrain() {
        final double dx = Math.cos(directionRad);
        final double dy = Math.sin(directionRad);
        final float[] height = new float[41 * 41];
        for (int iy = 0; iy <= 40; iy++) {
            for (int ix = 0; ix <= 40; ix++) {
                height[41 * iy + ix] = (float) (-Math.tan(ANGLE_RAD) * ((ix - 20) * dx + (iy - 20) * dy));
            }
        }
        return new Terrain("slope", 0, new HeightGrid(41, 41, -20, -20, 1, height), null);
    }

    /** Puts an engine's robot onto it, its trunk parallel to the ground. */
    public <E extends Simulator> HeldRobot<E> place(final E engine) {
        final double dx = Math.cos(directionRad);
        final double dy = Math.sin(directionRad);
        final double half = ANGLE_RAD / 2;
        final double beside = ABOVE_M * Math.sin(ANGLE_RAD);
        engine.reset(
                new double[] {beside * dx, beside * dy, ABOVE_M * Math.cos(ANGLE_RAD)},
                new double[] {Math.cos(half), -Math.sin(half) * dy, Math.sin(half) * dx, 0},
                HeldRobot.pose());
        return new HeldRobot<>(engine);
    }

    /** Speed along the line of greatest fall, m/s. */
    public double speedDownhill(final HeldRobot<?> robot) {
        final double[] v = robot.engine.state().baseVelocity;
        return Math.cos(ANGLE_RAD) * (v[0] * Math.cos(directionRad) + v[1] * Math.sin(directionRad))
                - Math.sin(ANGLE_RAD) * v[2];
    }
}
