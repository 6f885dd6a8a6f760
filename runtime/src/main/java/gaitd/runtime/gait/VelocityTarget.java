package gaitd.runtime.gait;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * The velocity command in force: the operator's, held to the configured range and to the gait's {@link GaitEnvelope}, and
 * approached in a straight line with limited acceleration.
 *
 * <p>A command that is not a number counts as zero. Called once a tick; allocates nothing.
 */
public final class VelocityTarget {
    /** Bit, beside those of the governor: a velocity command was held to the range or the gait's envelope. */
    public static final int LIMITED_VELOCITY = 32;

    private final double vxMax;
    private final double vyMax;
    private final double yawMax;
    private final double accelerationMax;
    private final double beyond;
    private final double periodS;
    private double vx;
    private double vy;
    private double yawRate;
    private int limitedBits;

    /**
     * A target at rest.
     *
     * @param config ranges and rate
     */
    public VelocityTarget(final Config config) {
        vxMax = config.get(Setting.VX_MAX);
        vyMax = config.get(Setting.VY_MAX);
        yawMax = config.get(Setting.YAW_MAX);
        accelerationMax = config.get(Setting.ACCELERATION_MAX);
        beyond = config.get(Setting.ENVELOPE) - 1;
        periodS = config.periodNs() * 1e-9;
    }

    /** Zero at once, for a robot that does not walk. */
    public void rest() {
        vx = 0;
        vy = 0;
        yawRate = 0;
        limitedBits = 0;
    }

    /**
     * Moves toward the operator's command.
     *
     * @param command the operator's newest command
     * @param walking whether the robot walks; if not, the target is zero at once
     * @param share how much of the command is aimed at, 0 to 1; 0 comes to rest
     * @param gait what it walks with
     * @param policyShare how much policies are blended in, 0 to 1: what {@code gait.envelope} adds is theirs
     */
    public void update(
            final OperatorCommand command,
            final boolean walking,
            final double share,
            final Gait gait,
            final double policyShare) {
        if (!walking) {
            rest();
            return;
        }
        final GaitEnvelope envelope = GaitEnvelope.of(gait);
        final double x = held(command.vx, vxMax);
        final double y = held(command.vy, vyMax);
        final double yaw = held(command.yawRate, yawMax);
        final double norm = share * envelope.norm(x, y, yaw) / (1 + beyond * policyShare);
        final double aim = norm > 1 ? share / norm : share;
        final boolean limited = norm > 1 || x != command.vx || y != command.vy || yaw != command.yawRate;
        limitedBits = limited ? LIMITED_VELOCITY : 0;
        approach(aim * x, aim * y, aim * yaw, envelope);
    }

    /** Goes as far along the straight way to the goal as no axis is too fast. */
    private void approach(final double x, final double y, final double yaw, final GaitEnvelope envelope) {
        final double step = periodS * Math.min(accelerationMax, envelope.accelerationMaxMS2());
        final double yawStep = periodS * Math.min(2 * accelerationMax, envelope.yawAccelerationMaxRadS2());
        final double steps =
                Math.max(Math.max(Math.abs(x - vx) / step, Math.abs(y - vy) / step), Math.abs(yaw - yawRate) / yawStep);
        vx = moved(vx, x, step, steps);
        vy = moved(vy, y, step, steps);
        yawRate = moved(yawRate, yaw, yawStep, steps);
    }

    /** One of the steps to a goal; the axis that needs them all makes whole ones, without rounding. */
    private static double moved(final double now, final double goal, final double step, final double steps) {
        if (steps <= 1) {
            return goal;
        }
        final double way = goal - now;
        return now + (Math.abs(way) / step == steps ? Math.copySign(step, way) : way / steps);
    }

    private static double held(final double command, final double max) {
        return Double.isFinite(command) ? Math.clamp(command, -max, max) : 0;
    }

    /**
     * Whether the target has come to rest.
     *
     * @return true when all of it is zero
     */
    public boolean atRest() {
        return vx == 0 && vy == 0 && yawRate == 0;
    }

    /**
     * Whether the command was held back in the last tick.
     *
     * @return {@link #LIMITED_VELOCITY} or 0
     */
    public int limitedBits() {
        return limitedBits;
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
