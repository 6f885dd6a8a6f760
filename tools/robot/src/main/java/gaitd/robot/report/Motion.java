package gaitd.robot.report;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.sim.engine.SimState;
import gaitd.sim.robot.GroundTruth;
import gaitd.sim.robot.TrunkMotion;

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

    private final TrunkMotion trunk = new TrunkMotion();

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
        down = tilt > GroundTruth.FALL_TILT_RAD || frame.real(TickField.POSITION, 2) < GroundTruth.FALL_HEIGHT_M;
    }

    /**
     * Takes what is really the case.
     *
     * @param truth not modified
     */
    public void truth(final SimState truth) {
        trunk.update(truth);
        x = truth.basePosition[0];
        y = truth.basePosition[1];
        yaw = StrictMath.atan2(trunk.sin, trunk.cos);
        vx = trunk.forwardMS;
        vy = trunk.leftMS;
        yawRate = trunk.yawRadS;
        tilt = trunk.tiltRad();
        down = truth.bodyContact || tilt > GroundTruth.FALL_TILT_RAD;
    }
}
