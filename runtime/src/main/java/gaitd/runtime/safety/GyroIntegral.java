package gaitd.runtime.safety;

import gaitd.hal.Sensed;

/**
 * How far the measured orientation is from the one that the angular velocity leads to.
 *
 * <p>The integral is pulled to the measured orientation with a time constant of half a second, so a bias of the gyroscope
 * shows as half its value and noise as almost nothing, while a jump, a wrong sign, order or scale shows at once. Called once a
 * state; allocates nothing.
 */
final class GyroIntegral {
    private static final double PULL_S = 0.5;
    /** Longest step that is integrated; after a longer one the integral starts again. */
    private static final double STEP_MAX_S = 0.05;

    private final double[] orientation = {1, 0, 0, 0};
    private final double[] error = new double[4];
    private final double[] before = new double[3];
    private boolean begun;

    void reset() {
        begun = false;
    }

    /** Angle between the integral and the measured orientation, rad. */
    double angleRad(final Sensed sensed, final double stepS) {
        double angle = 0;
        if (begun && stepS <= STEP_MAX_S) {
            final double[] w = sensed.gyro;
            final double half = stepS / 2;
            Quaternions.turn(
                    orientation, half * (before[0] + w[0]), half * (before[1] + w[1]), half * (before[2] + w[2]));
            Quaternions.between(orientation, sensed.quaternion, error);
            angle = Quaternions.angle(error);
            final double pull = Math.copySign(2 * stepS / PULL_S, error[0]);
            Quaternions.turn(orientation, pull * error[1], pull * error[2], pull * error[3]);
        } else {
            System.arraycopy(sensed.quaternion, 0, orientation, 0, 4);
        }
        System.arraycopy(sensed.gyro, 0, before, 0, 3);
        begun = true;
        return angle;
    }
}
