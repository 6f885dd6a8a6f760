package gaitd.sim.measure;

import gaitd.hal.Gravity;

/**
 * The meter of a walk: adds samples up to {@link WalkFigures}, and watches for falls.
 *
 * <p>Fed once a tick by one thread. Allocates nothing after construction but the figures when they are asked for.
 */
public final class WalkMeter {
    private static final double LEAST_WAY_M = 1;

    private final double periodS;
    private final FallRule rule = new FallRule();
    private final PathMeter path;
    private final TrackingError error;
    private double massKg;
    private long ticks;
    private long windows;
    private double forwardSum;
    private double leftSum;
    private double yawSum;
    private double rollPitchSquareSum;
    private double tiltSquareSum;
    private double leastUp;
    private double workJ;
    private double slipM;

    /**
     * A meter of a robot that lies; {@link #begin} where it does not, or where its mass is another.
     *
     * @param periodS time from sample to sample, s
     * @param massKg of the robot with its load, kg
     */
    public WalkMeter(final double periodS, final double massKg) {
        this.periodS = periodS;
        path = new PathMeter(periodS);
        error = new TrackingError(periodS);
        begin(massKg, false);
    }

    /**
     * Forgets everything.
     *
     * @param robotMassKg of the robot with its load, kg
     * @param startsUpright whether the robot was placed on its feet
     */
    public void begin(final double robotMassKg, final boolean startsUpright) {
        massKg = robotMassKg;
        rule.begin(startsUpright);
        path.begin();
        error.begin();
        ticks = 0;
        windows = 0;
        forwardSum = 0;
        leftSum = 0;
        yawSum = 0;
        rollPitchSquareSum = 0;
        tiltSquareSum = 0;
        leastUp = 1;
        workJ = 0;
        slipM = 0;
    }

    /**
     * Takes a tick in which the robot does not walk.
     *
     * @param sample after it, not modified
     * @param carries whether the robot is to carry itself, see {@link FallRule#update}
     */
    public void rest(final WalkSample sample, final boolean carries) {
        rule.update(sample, carries);
    }

    /**
     * Takes a tick in which the robot walks.
     *
     * @param sample after it, not modified
     * @param vx forward velocity in force, m/s; NaN where it is not known; drift and errors are then NaN too
     * @param vy velocity to the left in force, m/s
     * @param yawRate rate of turn in force, rad/s
     */
    public void walk(final WalkSample sample, final double vx, final double vy, final double yawRate) {
        rule.update(sample, true);
        path.update(sample, vx, vy, yawRate);
        ticks++;
        forwardSum += sample.forwardMS;
        leftSum += sample.leftMS;
        yawSum += sample.yawRadS;
        rollPitchSquareSum += sample.rollRadS * sample.rollRadS + sample.pitchRadS * sample.pitchRadS;
        leastUp = Math.min(leastUp, sample.up);
        workJ += sample.workJ;
        slipM += sample.slipM;
        if (error.update(sample, vx, vy, yawRate)) {
            final double tiltRad = sample.tiltRad();
            tiltSquareSum += tiltRad * tiltRad;
            windows++;
        }
    }

    /**
     * Falls so far.
     *
     * @return count
     */
    public int falls() {
        return rule.falls();
    }

    /**
     * Time walked so far.
     *
     * @return s
     */
    public double timeS() {
        return ticks * periodS;
    }

    /**
     * Length of the path so far, as in {@link WalkFigures#distanceM}.
     *
     * @return m
     */
    public double distanceM() {
        return path.distanceM();
    }

    /**
     * Everything so far; allocates.
     *
     * @return the figures
     */
    public WalkFigures figures() {
        final double distanceM = path.distanceM();
        return new WalkFigures(
                timeS(),
                distanceM,
                path.forwardM(),
                path.driftM(),
                forwardSum / ticks,
                leftSum / ticks,
                yawSum / ticks,
                error.forwardMS(),
                error.leftMS(),
                error.yawRadS(),
                TrunkMotion.tiltRad(leastUp),
                Math.sqrt(tiltSquareSum / windows),
                Math.sqrt(rollPitchSquareSum / ticks),
                workJ / timeS(),
                distanceM >= LEAST_WAY_M ? workJ / (massKg * Gravity.M_S2 * distanceM) : Double.NaN,
                slipM / timeS(),
                rule.falls());
    }
}
