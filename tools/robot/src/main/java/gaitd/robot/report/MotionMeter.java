package gaitd.robot.report;

/**
 * How well the robot walked: distance, drift, velocities and falls over the ticks it was in its walking mode.
 *
 * <p>Distance is the length of the path through the positions taken once a second, so that sway does not count. Drift is how
 * far the end lies beside the end of the commanded path, at a right angle to it; all of the error when the command was to
 * stay. The error of velocity is taken of means over half a second, about a stride. Fed once a tick by one thread.
 */
public final class MotionMeter {
    private static final double CHORD_S = 1.0;
    private static final double STRIDE_S = 0.5;
    private static final double STILL_M = 0.2;

    private final double periodS;
    private final int chordTicks;
    private final int strideTicks;
    private final double[] sum = new double[3];
    private final double[] stride = new double[3];
    private long ticks;
    private long strides;
    private double errorSum;
    private double pathM;
    private double chordX;
    private double chordY;
    private double startX;
    private double startY;
    private double startYaw;
    private double lastX;
    private double lastY;
    private double idealX;
    private double idealY;
    private double idealYaw;
    private double tiltMaxRad;
    private int upTicks;
    private int falls;

    /**
     * A meter at zero.
     *
     * @param periodS time between two samples, s
     */
    public MotionMeter(final double periodS) {
        this.periodS = periodS;
        chordTicks = (int) Math.max(1, Math.round(CHORD_S / periodS));
        upTicks = chordTicks;
        strideTicks = (int) Math.max(1, Math.round(STRIDE_S / periodS));
    }

    /**
     * Watches for falls; to be called in every tick while the robot should be on its feet. A fall counts once, until the
     * robot has been up for a second.
     *
     * @param motion not modified
     */
    public void watch(final Motion motion) {
        if (motion.down) {
            falls += upTicks >= chordTicks ? 1 : 0;
            upTicks = 0;
        } else if (upTicks < chordTicks) {
            upTicks++;
        }
    }

    /**
     * Counts one walking tick.
     *
     * @param motion how it moves, not modified
     * @param vx command in force, m/s
     * @param vy command in force, m/s
     * @param yawRate command in force, rad/s
     */
    public void walk(final Motion motion, final double vx, final double vy, final double yawRate) {
        if (ticks == 0) {
            startX = motion.x;
            startY = motion.y;
            startYaw = motion.yaw;
            chordX = motion.x;
            chordY = motion.y;
        }
        ticks++;
        sum[0] += motion.vx;
        sum[1] += motion.vy;
        sum[2] += motion.yawRate;
        lastX = motion.x;
        lastY = motion.y;
        tiltMaxRad = Math.max(tiltMaxRad, motion.tilt);
        idealYaw += yawRate * periodS;
        idealX += (vx * Math.cos(idealYaw) - vy * Math.sin(idealYaw)) * periodS;
        idealY += (vx * Math.sin(idealYaw) + vy * Math.cos(idealYaw)) * periodS;
        stride[0] += motion.vx - vx;
        stride[1] += motion.vy - vy;
        if (ticks % strideTicks == 0) {
            errorSum += Math.hypot(stride[0], stride[1]) / strideTicks;
            strides++;
            stride[0] = 0;
            stride[1] = 0;
        }
        if (ticks % chordTicks == 0) {
            pathM += Math.hypot(motion.x - chordX, motion.y - chordY);
            chordX = motion.x;
            chordY = motion.y;
        }
    }

    /**
     * Time walked.
     *
     * @return s
     */
    public double walkSeconds() {
        return ticks * periodS;
    }

    /**
     * Length of the path walked.
     *
     * @return m
     */
    public double distanceM() {
        return pathM + Math.hypot(lastX - chordX, lastY - chordY);
    }

    /**
     * How far the end is beside the commanded path.
     *
     * @return m, 0 or more
     */
    public double driftM() {
        final double cos = Math.cos(startYaw);
        final double sin = Math.sin(startYaw);
        final double dx = lastX - startX;
        final double dy = lastY - startY;
        final double errorX = cos * dx + sin * dy - idealX;
        final double errorY = cos * dy - sin * dx - idealY;
        final double ideal = Math.hypot(idealX, idealY);
        if (ideal < STILL_M) {
            return Math.hypot(errorX, errorY);
        }
        return Math.abs(idealX * errorY - idealY * errorX) / ideal;
    }

    /**
     * Mean of a velocity.
     *
     * @param axis 0 forward, 1 leftward, m/s; 2 turning, rad/s
     * @return the mean over the walk
     */
    public double meanVelocity(final int axis) {
        return ticks == 0 ? 0 : sum[axis] / ticks;
    }

    /**
     * Mean absolute error of the horizontal velocity.
     *
     * @return m/s
     */
    public double velocityMae() {
        return strides == 0 ? 0 : errorSum / strides;
    }

    /**
     * Greatest tilt while walking.
     *
     * @return degrees
     */
    public double tiltMaxDeg() {
        return Math.toDegrees(tiltMaxRad);
    }

    /**
     * Times the robot went down.
     *
     * @return count
     */
    public int falls() {
        return falls;
    }
}
