package gaitd.runtime.gait;

import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * The velocity command in force: the operator's, limited to its range and approached with a limited acceleration.
 *
 * <p>A command that is not a number counts as zero. Called once a tick; allocates nothing.
 */
public final class VelocityTarget {
    private final double vxMax;
    private final double vyMax;
    private final double yawMax;
    private final double step;
    private double vx;
    private double vy;
    private double yawRate;

    /**
     * A target at rest.
     *
     * @param config ranges and rate
     */
    public VelocityTarget(final Config config) {
        vxMax = config.get(Setting.VX_MAX);
        vyMax = config.get(Setting.VY_MAX);
        yawMax = config.get(Setting.YAW_MAX);
        step = config.get(Setting.ACCELERATION_MAX) * config.periodNs() * 1e-9;
    }

    /**
     * Moves toward the operator's command.
     *
     * @param command the operator's newest command
     * @param walking whether the robot walks; if not, the target is zero at once
     * @param share how much of the command is aimed at, 0 to 1
     */
    public void update(final OperatorCommand command, final boolean walking, final double share) {
        if (!walking) {
            vx = 0;
            vy = 0;
            yawRate = 0;
            return;
        }
        vx = approach(vx, share * command.vx, vxMax, step);
        vy = approach(vy, share * command.vy, vyMax, step);
        yawRate = approach(yawRate, share * command.yawRate, yawMax, 2 * step);
    }

    private static double approach(final double now, final double command, final double max, final double step) {
        final double goal = Double.isFinite(command) ? Math.clamp(command, -max, max) : 0;
        return Math.clamp(goal, now - step, now + step);
    }

    /**
     * Forward velocity, heading frame.
     *
     * @return m/s
     */
    public double vx() {
        return vx;
    }

    /**
     * Leftward velocity, heading frame.
     *
     * @return m/s
     */
    public double vy() {
        return vy;
    }

    /**
     * Yaw rate, positive to the left.
     *
     * @return rad/s
     */
    public double yawRate() {
        return yawRate;
    }
}
