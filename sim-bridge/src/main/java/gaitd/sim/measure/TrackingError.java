package gaitd.sim.measure;

/** How far a walk's velocities are from the commanded ones: means over 10 ms against the command in force, once it has settled. */
final class TrackingError {
    private static final double WINDOW_S = 0.01;
    private static final double SETTLING_S = 1;

    private final int windowTicks;
    private final int settlingTicks;
    private long ticks;
    private long windows;
    private double forward;
    private double left;
    private double yaw;
    private double forwardSum;
    private double leftSum;
    private double yawSum;

    TrackingError(final double periodS) {
        windowTicks = (int) Math.max(1, Math.round(WINDOW_S / periodS));
        settlingTicks = (int) Math.round(SETTLING_S / periodS);
    }

    void begin() {
        ticks = 0;
        windows = 0;
        forward = 0;
        left = 0;
        yaw = 0;
        forwardSum = 0;
        leftSum = 0;
        yawSum = 0;
    }

    /** Takes a tick; true when it is the last of a window. */
    boolean update(final WalkSample sample, final double vx, final double vy, final double yawRate) {
        forward += sample.forwardMS - vx;
        left += sample.leftMS - vy;
        yaw += sample.yawRadS - yawRate;
        ticks++;
        if (ticks % windowTicks != 0) {
            return false;
        }
        if (ticks > settlingTicks) {
            forwardSum += Math.abs(forward) / windowTicks;
            leftSum += Math.abs(left) / windowTicks;
            yawSum += Math.abs(yaw) / windowTicks;
            windows++;
        }
        forward = 0;
        left = 0;
        yaw = 0;
        return true;
    }

    /** Mean size of the forward velocity's error, m/s; NaN before the first window. */
    double forwardMS() {
        return forwardSum / windows;
    }

    /** The same to the left, m/s. */
    double leftMS() {
        return leftSum / windows;
    }

    /** The same of the rate of turn, rad/s. */
    double yawRadS() {
        return yawSum / windows;
    }
}
