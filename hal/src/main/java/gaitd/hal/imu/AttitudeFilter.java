package gaitd.hal.imu;

import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;
import gaitd.maths.Trig;
import java.util.Arrays;

/**
 * Orientation of the trunk from angular velocity and specific force alone, by a complementary filter with gyroscope bias.
 *
 * <p>The angular velocity is integrated; roll and pitch are drawn toward the direction of the specific force with a time constant
 * that grows to 4 s. The force counts with its length: only then do the accelerations of a walk, thrusts of the feet among them, take
 * themselves out over a stride. What is left over for long is taken for the gyroscope's bias. In the first quarter of a second the
 * mean force alone levels the trunk. Yaw begins at 0 and drifts with the bias about the vertical, which gravity cannot show.
 * Source: Mahony, Hamel and Pflimlin, Nonlinear complementary filters on the special orthogonal group, 2008.
 *
 * <p>Called once a new reading by whoever fills it. A reading that is not finite turns nothing. Allocates nothing
 * after construction. Not thread-safe.
 */
public final class AttitudeFilter {
    private static final double SETTLED_S = 4;
    private static final double FIRST_S = 0.25;
    /** Bias follows that much slower than attitude. */
    private static final double BIAS_SHARE = 0.125;

    private final double periodS;
    private final double[] q = {1, 0, 0, 0};
    private final double[] bias = new double[3];
    private final double[] mean = new double[3];
    private double sinceS;

    /**
     * A filter that begins with the first reading.
     *
     * @param periodS time from reading to reading, s
     */
    public AttitudeFilter(final double periodS) {
        this.periodS = periodS;
    }

    /** To before the first reading again. */
    public void reset() {
        sinceS = 0;
        Arrays.fill(bias, 0);
        Arrays.fill(mean, 0);
    }

    /**
     * One reading: writes its quaternion and its roll, pitch and yaw from what its gyroscope and accelerometer say.
     *
     * @param sensed gyroscope and accelerometer are read, orientation is written
     */
    public void update(final Sensed sensed) {
        final double[] a = sensed.accelerometer;
        final double[] w = sensed.gyro;
        if (Math.abs(a[0]) + Math.abs(a[1]) + Math.abs(a[2]) + Math.abs(w[0]) + Math.abs(w[1]) + Math.abs(w[2])
                < Double.POSITIVE_INFINITY) {
            sinceS = Math.min(SETTLED_S, sinceS + periodS);
            if (sinceS < FIRST_S) {
                for (int i = 0; i < 3; i++) {
                    mean[i] += periodS / sinceS * (a[i] - mean[i]);
                }
                level(mean);
            } else {
                turn(w, a);
            }
        }
        System.arraycopy(q, 0, sensed.quaternion, 0, q.length);
        EulerAngles.of(q, sensed.rpy);
    }

    private void level(final double[] a) {
        final double halfRoll = StrictMath.atan2(a[1], a[2]) / 2;
        final double halfPitch = StrictMath.atan2(-a[0], StrictMath.hypot(a[1], a[2])) / 2;
        final double cr = Trig.cos(halfRoll);
        final double sr = Trig.sin(halfRoll);
        final double cp = Trig.cos(halfPitch);
        final double sp = Trig.sin(halfPitch);
        q[0] = cr * cp;
        q[1] = sr * cp;
        q[2] = cr * sp;
        q[3] = -sr * sp;
    }

    private void turn(final double[] w, final double[] a) {
        final double gain = 1 / (sinceS * Gravity.M_S2);
        final double upX = 2 * (q[1] * q[3] - q[0] * q[2]);
        final double upY = 2 * (q[2] * q[3] + q[0] * q[1]);
        final double upZ = 1 - 2 * (q[1] * q[1] + q[2] * q[2]);
        final double errorX = gain * (a[1] * upZ - a[2] * upY);
        final double errorY = gain * (a[2] * upX - a[0] * upZ);
        final double errorZ = gain * (a[0] * upY - a[1] * upX);
        final double learn = sinceS < SETTLED_S ? 0 : BIAS_SHARE * periodS / SETTLED_S;
        bias[0] -= learn * errorX;
        bias[1] -= learn * errorY;
        bias[2] -= learn * errorZ;
        final double half = periodS / 2;
        final double x = half * (w[0] - bias[0] + errorX);
        final double y = half * (w[1] - bias[1] + errorY);
        final double z = half * (w[2] - bias[2] + errorZ);
        final double angle = Math.sqrt(x * x + y * y + z * z);
        final double c = Trig.cos(angle);
        final double s = angle > 0 ? Trig.sin(angle) / angle : 1;
        final double q0 = q[0] * c - s * (q[1] * x + q[2] * y + q[3] * z);
        final double q1 = q[1] * c + s * (q[0] * x + q[2] * z - q[3] * y);
        final double q2 = q[2] * c + s * (q[0] * y + q[3] * x - q[1] * z);
        final double q3 = q[3] * c + s * (q[0] * z + q[1] * y - q[2] * x);
        final double scale = 1 / Math.sqrt(q0 * q0 + q1 * q1 + q2 * q2 + q3 * q3);
        q[0] = scale * q0;
        q[1] = scale * q1;
        q[2] = scale * q2;
        q[3] = scale * q3;
    }
}
