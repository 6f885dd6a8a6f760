package gaitd.runtime.safety;

import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * The accelerometer's mean over about a second, turned into the world by the measured orientation. A robot that goes
 * nowhere fast feels gravity alone there: straight up, 9.8 m/s^2. Called once a state; allocates nothing.
 */
final class GravitySense {
    private static final double MEAN_S = 1;

    private final double[] mean = {0, 0, Gravity.M_S2};
    private final double[] world = new double[3];

    void reset() {
        Arrays.fill(mean, 0);
        mean[2] = Gravity.M_S2;
    }

    void update(final Sensed sensed, final double stepS) {
        Quaternions.rotate(sensed.quaternion, sensed.accelerometer, world);
        final double share = Math.min(1, stepS / MEAN_S);
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (world[i] - mean[i]);
        }
    }

    /** Angle between the mean and the vertical, rad. */
    double angleRad() {
        return StrictMath.atan2(StrictMath.hypot(mean[0], mean[1]), mean[2]);
    }

    /** By how much its size differs from that of gravity, m/s^2. */
    double excessMS2() {
        return Math.abs(Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]) - Gravity.M_S2);
    }
}
