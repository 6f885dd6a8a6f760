package gaitd.sim.measure;

import gaitd.maths.Trig;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/**
 * Fills samples from the controller's estimate, where there is no ground truth: positions by odometry, height over the standing
 * feet, torques and speeds as the motors report them once a tick. Contact of the body and sliding are not known. Allocates nothing.
 */
public final class EstimateSampler {
    private final double periodS;

    /**
     * A sampler.
     *
     * @param periodS time from frame to frame, s
     */
    public EstimateSampler(final double periodS) {
        this.periodS = periodS;
    }

    /**
     * Takes a sample.
     *
     * @param frame not modified
     * @param out overwritten
     */
    public void read(final TickFrame frame, final WalkSample out) {
        final double yawRad = frame.real(TickField.RPY, 2);
        final double w = frame.real(TickField.QUATERNION, 0);
        final double x = frame.real(TickField.QUATERNION, 1);
        final double y = frame.real(TickField.QUATERNION, 2);
        final double z = frame.real(TickField.QUATERNION, 3);
        out.xM = frame.real(TickField.POSITION, 0);
        out.yM = frame.real(TickField.POSITION, 1);
        out.heightM = frame.real(TickField.POSITION, 2);
        out.headingCos = Trig.cos(yawRad);
        out.headingSin = Trig.sin(yawRad);
        out.up = Trig.cos(frame.real(TickField.TILT, 0));
        out.forwardMS = frame.real(TickField.VELOCITY, 0);
        out.leftMS = frame.real(TickField.VELOCITY, 1);
        out.upwardMS = frame.real(TickField.VELOCITY, 2);
        out.rollRadS = frame.real(TickField.GYRO, 0);
        out.pitchRadS = frame.real(TickField.GYRO, 1);
        out.yawRadS = TrunkMotion.aboutVertical(w, x, y, z, out.rollRadS, out.pitchRadS, frame.real(TickField.GYRO, 2));
        out.bodyContact = false;
        out.workJ = periodS * frame.real(TickField.POWER, 0);
        out.slipM = Double.NaN;
    }
}
