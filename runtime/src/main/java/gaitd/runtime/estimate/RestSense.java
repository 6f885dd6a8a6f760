package gaitd.runtime.estimate;

import gaitd.hal.Sensed;

/**
 * Tells a trunk at rest from the IMU and the joints: nothing turns, nothing bends, and what the accelerometer has beside gravity is no
 * more than its bias and the orientation's error, of 3 degrees at most, explain.
 *
 * <p>For a robot that lies on its belly, where no foot stands and the accelerometer alone would run away. Called once a tick; allocates
 * nothing.
 */
final class RestSense {
    private static final double QUIET_S = 0.2;
    private static final double RATE_RAD_S = 0.1;
    private static final double JOINT_RAD_S = 0.3;
    private static final double ACCELERATION_M_S2 = 0.5;

    private final long ticks;
    private long quiet;

    RestSense(final double periodS) {
        ticks = Math.round(QUIET_S / periodS);
    }

    void reset() {
        quiet = 0;
    }

    /**
     * One reading.
     *
     * @param sensed rates and joint speeds, not modified
     * @param acceleration of the trunk in the world by it, gravity taken out, 3, m/s^2
     * @return whether the trunk has been at rest for a while
     */
    boolean update(final Sensed sensed, final double[] acceleration) {
        boolean still =
                ImuRange.greatest(acceleration) < ACCELERATION_M_S2 && ImuRange.greatest(sensed.gyro) < RATE_RAD_S;
        for (final double speed : sensed.dq) {
            still &= Math.abs(speed) < JOINT_RAD_S;
        }
        quiet = still ? quiet + 1 : 0;
        return quiet > ticks;
    }
}
