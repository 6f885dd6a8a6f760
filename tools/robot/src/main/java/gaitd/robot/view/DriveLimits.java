package gaitd.robot.view;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * Velocities that a page may ask for. The control process has the last word on them.
 *
 * @param vx forward and backward, m/s
 * @param vy sideways, m/s
 * @param yawRate turning, rad/s
 */
record DriveLimits(double vx, double vy, double yawRate) {
    /** Nothing moves: what the control process allows is not known. */
    static final DriveLimits NONE = new DriveLimits(0, 0, 0);

    /**
     * The limits of a control loop.
     *
     * @param config its settings; null where they are not known
     * @return what it allows
     */
    static DriveLimits of(final Config config) {
        return config == null
                ? NONE
                : new DriveLimits(config.get(Setting.VX_MAX), config.get(Setting.VY_MAX), config.get(Setting.YAW_MAX));
    }

    /** Why a velocity is refused; null when it is not. */
    String refusal(final DriveMessage wanted) {
        return Math.abs(wanted.vx()) <= vx && Math.abs(wanted.vy()) <= vy && Math.abs(wanted.yawRate()) <= yawRate
                ? null
                : "velocity: expected at most " + vx + " and " + vy + " m/s and " + yawRate + " rad/s";
    }
}
