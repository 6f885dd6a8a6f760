package gaitd.runtime.estimate;

import gaitd.hal.Sensed;
import gaitd.maths.Trig;
import java.util.Arrays;

/**
 * The trunk of a robot whose orientation is not believed: from where it was when it last was believed, roll and pitch go to zero,
 * which is where feet that stand as the gait has them keep it.
 *
 * <p>Its tilt is the lesser of what the quaternion and the accelerometer say, so that one of them alone does not make a robot fall that
 * stands. Called once a tick; allocates nothing.
 */
final class LevelTrunk {
    private static final double LEVELS_S = 0.1;
    private static final double MEAN_S = 0.1;

    private final double share;
    private final double meanShare;
    private final double[] force = new double[3];
    private double roll;
    private double pitch;

    LevelTrunk(final double periodS) {
        share = Math.min(1, periodS / LEVELS_S);
        meanShare = Math.min(1, periodS / MEAN_S);
    }

    void reset() {
        roll = 0;
        pitch = 0;
        Arrays.fill(force, 0);
    }

    /** One reading: which way gravity pulls by the accelerometer, trunk axes. */
    void feel(final Sensed sensed) {
        if (ImuRange.greatest(sensed.accelerometer) > ImuRange.ACCELEROMETER_MAX_M_S2) {
            return;
        }
        for (int i = 0; i < force.length; i++) {
            force[i] += meanShare * (sensed.accelerometer[i] - force[i]);
        }
    }

    /** Keeps where the trunk is. */
    void believe(final BodyEstimate estimate) {
        roll = estimate.roll;
        pitch = estimate.pitch;
    }

    /** Puts the trunk where it is taken to be. */
    void apply(final Sensed sensed, final BodyEstimate out) {
        roll -= share * roll;
        pitch -= share * pitch;
        out.roll = roll;
        out.pitch = pitch;
        Arrays.fill(out.angularVelocity, 0);
        turn(out);
        out.tilt = Math.min(
                tiltByQuaternion(sensed.quaternion), StrictMath.atan2(StrictMath.hypot(force[0], force[1]), force[2]));
    }

    private static double tiltByQuaternion(final double[] q) {
        final double norm = ImuRange.norm(q);
        final double sine = StrictMath.hypot(q[1], q[2]) / norm;
        return norm >= ImuRange.NORM_MIN && norm <= ImuRange.NORM_MAX
                ? 2 * StrictMath.asin(Math.min(1, sine))
                : Math.PI;
    }

    private void turn(final BodyEstimate out) {
        final double cr = Trig.cos(roll);
        final double sr = Trig.sin(roll);
        final double cp = Trig.cos(pitch);
        final double sp = Trig.sin(pitch);
        final double cy = Trig.cos(out.yaw);
        final double sy = Trig.sin(out.yaw);
        final double[] r = out.rotation;
        r[0] = cy * cp;
        r[1] = cy * sp * sr - sy * cr;
        r[2] = cy * sp * cr + sy * sr;
        r[3] = sy * cp;
        r[4] = sy * sp * sr + cy * cr;
        r[5] = sy * sp * cr - cy * sr;
        r[6] = -sp;
        r[7] = cp * sr;
        r[8] = cp * cr;
    }
}
