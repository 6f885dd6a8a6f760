package gaitd.sim.measure;

import gaitd.sim.engine.SimState;

/**
 * The trunk's true motion at one moment, in its heading frame: x along the trunk's x on the ground, y to the left.
 *
 * <p>Allocates nothing after construction.
 */
final class TrunkMotion {
    /** Cosine of the heading. */
    double cos = 1;
    /** Sine of the heading. */
    double sin;
    /** Forward velocity, m/s. */
    double forwardMS;
    /** Velocity to the left, m/s. */
    double leftMS;
    /** Rate of turn about the vertical, rad/s. */
    double yawRadS;
    /** Cosine of the angle between the trunk's up and the world's. */
    double up = 1;

    /** Computes the motion of a state. */
    void update(final SimState state) {
        final double[] q = state.baseQuaternion;
        final double[] v = state.baseVelocity;
        final double[] w = state.baseAngularVelocity;
        final double x = 1 - 2 * (q[2] * q[2] + q[3] * q[3]);
        final double y = 2 * (q[1] * q[2] + q[0] * q[3]);
        final double length = Math.max(Math.sqrt(x * x + y * y), Double.MIN_NORMAL);
        cos = x / length;
        sin = y / length;
        up = 1 - 2 * (q[1] * q[1] + q[2] * q[2]);
        forwardMS = cos * v[0] + sin * v[1];
        leftMS = cos * v[1] - sin * v[0];
        yawRadS = aboutVertical(q[0], q[1], q[2], q[3], w[0], w[1], w[2]);
    }

    /** Rate of turn about the vertical, of an attitude w x y z and rates about the trunk's axes, rad/s. */
    static double aboutVertical(
            final double w,
            final double x,
            final double y,
            final double z,
            final double rollRadS,
            final double pitchRadS,
            final double trunkYawRadS) {
        return 2 * (x * z - w * y) * rollRadS
                + 2 * (y * z + w * x) * pitchRadS
                + (1 - 2 * (x * x + y * y)) * trunkYawRadS;
    }

    /** Angle between the trunk's up and the world's of its cosine, which rounding may have taken beyond 1, rad. */
    static double tiltRad(final double up) {
        return StrictMath.acos(Math.clamp(up, -1.0, 1.0));
    }
}
