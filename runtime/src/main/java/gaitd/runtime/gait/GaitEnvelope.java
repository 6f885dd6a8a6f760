package gaitd.runtime.gait;

import gaitd.policies.cpg.Gait;

/**
 * Velocities that a gait stays up at, also when it is told to stop or to turn round at once: the ellipsoid
 * (vx / vxMax)^2 + (vy / vyMax)^2 + (yawRate / yawRateMax)^2 &lt;= 1 in the heading frame, entered and left with limited
 * acceleration.
 *
 * <p>Proven in simulation by {@code gaitd bench envelope}, on flat ground, without pushes. Immutable.
 *
 * @param vxMaxMS greatest forward or backward velocity, m/s
 * @param vyMaxMS greatest sideways velocity, m/s
 * @param yawRateMaxRadS greatest yaw rate, rad/s
 * @param accelerationMaxMS2 fastest change of vx and vy, m/s^2
 * @param yawAccelerationMaxRadS2 fastest change of the yaw rate, rad/s^2
 */
public record GaitEnvelope(
        double vxMaxMS,
        double vyMaxMS,
        double yawRateMaxRadS,
        double accelerationMaxMS2,
        double yawAccelerationMaxRadS2) {
    private static final GaitEnvelope WALK = new GaitEnvelope(0.6, 0.3, 0.5, 0.8, 1.6);
    private static final GaitEnvelope TROT = new GaitEnvelope(0.8, 0.4, 1.0, 0.8, 1.6);
    private static final GaitEnvelope PACE = new GaitEnvelope(0.8, 0.4, 1.0, 0.8, 1.6);
    private static final GaitEnvelope BOUND = new GaitEnvelope(0.4, 0.3, 0.8, 0.8, 1.6);

    /**
     * The envelope of a gait.
     *
     * @param gait which
     * @return its envelope
     */
    public static GaitEnvelope of(final Gait gait) {
        return switch (gait) {
            case WALK -> WALK;
            case TROT -> TROT;
            case PACE -> PACE;
            case BOUND -> BOUND;
        };
    }

    /**
     * How far out a velocity is.
     *
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @return 0 at rest, 1 on the boundary
     */
    double norm(final double vx, final double vy, final double yawRate) {
        final double x = vx / vxMaxMS;
        final double y = vy / vyMaxMS;
        final double yaw = yawRate / yawRateMaxRadS;
        return Math.sqrt(x * x + y * y + yaw * yaw);
    }
}
