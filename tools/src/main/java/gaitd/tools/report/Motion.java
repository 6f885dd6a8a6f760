package gaitd.tools.report;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.sim.engine.SimState;

/** How the trunk moves at one moment, from the simulator's truth or from the controller's estimate. */
public final class Motion {
    /** World x, m. */
    public double x;
    /** World y, m. */
    public double y;
    /** Heading, positive to the left, rad in (-pi, pi]. */
    public double yaw;
    /** Forward velocity, heading frame, m/s. */
    public double vx;
    /** Leftward velocity, heading frame, m/s. */
    public double vy;
    /** Turning rate about the vertical, rad/s. */
    public double yawRate;
    /** Angle between trunk z and world z, rad. */
    public double tilt;
    /** Whether the trunk or a thigh lies on the ground, or the robot leans beyond recovery. */
    public boolean down;

    private static final double FALLEN_TILT_RAD = Math.toRadians(60);
    private static final double FALLEN_HEIGHT_M = 0.1;

    /**
     * Takes what the controller believes.
     *
     * @param frame not modified
     */
    public void estimate(final TickFrame frame) {
        x = frame.real(TickField.POSITION, 0);
        y = frame.real(TickField.POSITION, 1);
        yaw = frame.real(TickField.RPY, 2);
        vx = frame.real(TickField.VELOCITY, 0);
        vy = frame.real(TickField.VELOCITY, 1);
        yawRate = frame.real(TickField.GYRO, 2);
        tilt = frame.real(TickField.TILT, 0);
        down = tilt > FALLEN_TILT_RAD || frame.real(TickField.POSITION, 2) < FALLEN_HEIGHT_M;
    }

    /**
     * Takes what is really the case.
     *
     * @param truth not modified
     */
    public void truth(final SimState truth) {
        final double[] q = truth.baseQuaternion;
        x = truth.basePosition[0];
        y = truth.basePosition[1];
        yaw = StrictMath.atan2(2 * (q[0] * q[3] + q[1] * q[2]), 1 - 2 * (q[2] * q[2] + q[3] * q[3]));
        final double cos = StrictMath.cos(yaw);
        final double sin = StrictMath.sin(yaw);
        vx = cos * truth.baseVelocity[0] + sin * truth.baseVelocity[1];
        vy = cos * truth.baseVelocity[1] - sin * truth.baseVelocity[0];
        final double upZ = 1 - 2 * (q[1] * q[1] + q[2] * q[2]);
        final double[] w = truth.baseAngularVelocity;
        yawRate = 2 * (q[1] * q[3] - q[0] * q[2]) * w[0] + 2 * (q[2] * q[3] + q[0] * q[1]) * w[1] + upZ * w[2];
        tilt = StrictMath.acos(Math.clamp(upZ, -1.0, 1.0));
        down = truth.bodyContact || tilt > FALLEN_TILT_RAD;
    }
}
