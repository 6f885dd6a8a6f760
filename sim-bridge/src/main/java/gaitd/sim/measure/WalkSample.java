package gaitd.sim.measure;

import gaitd.hal.A1;

/**
 * How a robot moves at one moment, and what it did since the sample before: all that the meter of a walk needs to know.
 *
 * <p>Filled by {@link TruthSampler} or {@link EstimateSampler}. The heading frame has its x axis along the trunk's x projected on
 * the ground, y to the left, z up.
 */
public final class WalkSample {
    /** World x of the trunk origin, m. */
    public double xM;
    /** World y of the trunk origin, m. */
    public double yM;
    /** Height of the trunk origin over the ground under it, m. */
    public double heightM;
    /** Cosine of the heading. */
    public double headingCos = 1;
    /** Sine of the heading. */
    public double headingSin;
    /** Cosine of the angle between the trunk's up and the world's. */
    public double up = 1;
    /** Forward velocity, heading frame, m/s. */
    public double forwardMS;
    /** Velocity to the left, heading frame, m/s. */
    public double leftMS;
    /** Upward velocity, m/s. */
    public double upwardMS;
    /** Rate about the trunk's x, rad/s. */
    public double rollRadS;
    /** Rate about the trunk's y, rad/s. */
    public double pitchRadS;
    /** Rate of turn about the vertical, positive to the left, rad/s. */
    public double yawRadS;
    /** Whether the ground pressed on anything but feet and calves since the sample before; false where that is not known. */
    public boolean bodyContact;
    /** Sum of |torque x speed| over the joints, integrated since the sample before, J. */
    public double workJ;
    /** Way that feet slid over the ground while they carried, summed over the feet, since the sample before; NaN if unknown, m. */
    public double slipM;

    /** Height of each foot's sole over the ground, m; 0 where that is not known. */
    public final double[] soleM = new double[A1.LEGS];

    /** A level robot at rest at the origin. */
    public WalkSample() {}

    /**
     * Angle between the trunk's up and the world's.
     *
     * @return rad, 0 to pi
     */
    public double tiltRad() {
        return TrunkMotion.tiltRad(up);
    }
}
