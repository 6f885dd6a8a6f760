package gaitd.runtime.estimate;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Estimated state of the trunk and the feet.
 *
 * <p>The heading frame has its x axis along the trunk's x projected on the ground, z up. Feet in the order FR FL RR RL.
 * Written by {@link BodyEstimator} once a tick, read by the later stages.
 */
public final class BodyEstimate {
    /** Trunk to world rotation, row-major 3 x 3. */
    public final double[] rotation = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    /** Roll, rad. */
    public double roll;
    /** Pitch, rad. */
    public double pitch;
    /** Yaw, rad. */
    public double yaw;
    /** Angle between trunk z and world z, rad. */
    public double tilt;
    /** Angular velocity, trunk axes, rad/s. */
    public final double[] angularVelocity = new double[3];
    /** Velocity of the trunk origin, world axes, m/s. */
    public final double[] velocityWorld = new double[3];
    /** Velocity of the trunk origin, heading frame, m/s. */
    public final double[] velocityHeading = new double[3];
    /** Position by odometry, world; z is the height of the trunk origin over the ground under the feet, m. */
    public final double[] position = new double[3];
    /** Centre of each foot, trunk axes from the trunk origin, 4 x 3, m. */
    public final double[] footBody = new double[3 * A1.LEGS];
    /** Vertical force on each foot from the joint torques, N. */
    public final double[] footForceN = new double[A1.LEGS];
    /** Contact belief of each foot, 0 to 1. */
    public final double[] contactBelief = new double[A1.LEGS];
    /** Contact of each foot, with hysteresis. */
    public final boolean[] contact = new boolean[A1.LEGS];
    /**
     * Whether the orientation is not believed: roll and pitch then go to zero, the angular velocity is zero, and the tilt is the lesser
     * of what the quaternion and the accelerometer say.
     */
    public boolean orientationDoubted;
    /** Speed over the ground of each foot in contact, 0 of the others; as far as not all of them slide alike, m/s. */
    public final double[] slipMS = new double[A1.LEGS];
    /** Deviation that the estimator gives its horizontal velocity, m/s. */
    public double doubtMS;
    /** Sum over the joints of |torque x speed|, W. */
    public double powerW;

    /**
     * Height of the trunk origin over its lowest foot, by joint angles and orientation alone.
     *
     * @return m
     */
    public double legHeightM() {
        double lowest = 0;
        for (int i = 0; i < footBody.length; i += 3) {
            lowest = Math.min(
                    lowest, rotation[6] * footBody[i] + rotation[7] * footBody[i + 1] + rotation[8] * footBody[i + 2]);
        }
        return A1.FOOT_RADIUS_M - lowest;
    }

    /**
     * Vertical force on all feet from the joint torques.
     *
     * @return N
     */
    public double carriedN() {
        return footForceN[0] + footForceN[1] + footForceN[2] + footForceN[3];
    }

    /** Back to the initial estimate: level, at rest at the origin, no foot on the ground. */
    public void reset() {
        for (int i = 0; i < rotation.length; i++) {
            rotation[i] = i % 4 == 0 ? 1 : 0;
        }
        roll = 0;
        pitch = 0;
        yaw = 0;
        tilt = 0;
        Arrays.fill(angularVelocity, 0);
        Arrays.fill(velocityWorld, 0);
        Arrays.fill(velocityHeading, 0);
        Arrays.fill(position, 0);
        Arrays.fill(footBody, 0);
        Arrays.fill(footForceN, 0);
        Arrays.fill(contactBelief, 0);
        Arrays.fill(contact, false);
        orientationDoubted = false;
        Arrays.fill(slipMS, 0);
        doubtMS = 0;
        powerW = 0;
    }
}
