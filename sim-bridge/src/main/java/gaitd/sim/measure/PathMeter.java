package gaitd.sim.measure;

import gaitd.maths.Trig;

/** Where a walk led: length of its path, way along its first heading, and how far it ends beside the commanded path. */
final class PathMeter {
    private static final double CHORD_S = 1.0;
    private static final double STILL_M = 0.2;

    private final double periodS;
    private final int chordTicks;
    private long ticks;
    private double pathM;
    private double chordX;
    private double chordY;
    private double startX;
    private double startY;
    private double startYawRad;
    private double lastX;
    private double lastY;
    private double idealX;
    private double idealY;
    private double idealYawRad;

    PathMeter(final double periodS) {
        this.periodS = periodS;
        chordTicks = (int) Math.max(1, Math.round(CHORD_S / periodS));
    }

    void begin() {
        ticks = 0;
        pathM = 0;
        lastX = 0;
        lastY = 0;
        idealX = 0;
        idealY = 0;
        idealYawRad = 0;
    }

    void update(final WalkSample sample, final double vx, final double vy, final double yawRate) {
        lastX = sample.xM;
        lastY = sample.yM;
        if (ticks == 0) {
            startX = lastX;
            startY = lastY;
            startYawRad = StrictMath.atan2(sample.headingSin, sample.headingCos);
            chordX = lastX;
            chordY = lastY;
        }
        ticks++;
        idealYawRad += yawRate * periodS;
        idealX += (vx * Trig.cos(idealYawRad) - vy * Trig.sin(idealYawRad)) * periodS;
        idealY += (vx * Trig.sin(idealYawRad) + vy * Trig.cos(idealYawRad)) * periodS;
        if (ticks % chordTicks == 0) {
            pathM += StrictMath.hypot(lastX - chordX, lastY - chordY);
            chordX = lastX;
            chordY = lastY;
        }
    }

    /** Length of the path through the positions taken once a second, so that sway does not count, m. */
    double distanceM() {
        return ticks == 0 ? 0 : pathM + StrictMath.hypot(lastX - chordX, lastY - chordY);
    }

    /** Way along the heading at the start, m. */
    double forwardM() {
        return ticks == 0 ? 0 : Trig.cos(startYawRad) * (lastX - startX) + Trig.sin(startYawRad) * (lastY - startY);
    }

    /** How far the end lies beside the commanded path, at a right angle to it; all of the error when it hardly leads anywhere, m. */
    double driftM() {
        if (ticks == 0) {
            return 0;
        }
        final double errorX = forwardM() - idealX;
        final double errorY =
                Trig.cos(startYawRad) * (lastY - startY) - Trig.sin(startYawRad) * (lastX - startX) - idealY;
        final double ideal = StrictMath.hypot(idealX, idealY);
        return ideal < STILL_M ? StrictMath.hypot(errorX, errorY) : Math.abs(idealX * errorY - idealY * errorX) / ideal;
    }
}
