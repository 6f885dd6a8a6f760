package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;

/**
 * Meter of a walk: way, velocity, tilt, power and falls from what is really the case.
 *
 * <p>A fall is a touch of the ground with anything but feet and calves, a trunk origin lower than {@link #FALL_HEIGHT_M}
 * above the ground under it, or a tilt beyond {@link #FALL_TILT_RAD}. It counts once, until the robot is upright again; a
 * robot that has not been upright since {@link #begin()} cannot fall. Fed once a physics step or once a tick by one thread.
 * Updates allocate nothing.
 */
public final class GroundTruth {
    /** Trunk height over the ground below which the robot has fallen, m. */
    public static final double FALL_HEIGHT_M = 0.12;
    /** Tilt beyond which the robot has fallen, rad. */
    public static final double FALL_TILT_RAD = Math.toRadians(60);
    /** Trunk height over the ground from which the robot may count as upright, m. */
    public static final double UPRIGHT_HEIGHT_M = 0.18;
    /** Tilt up to which the robot may count as upright, rad. */
    public static final double UPRIGHT_TILT_RAD = Math.toRadians(30);

    private static final double GRAVITY_MS2 = 9.81;

    private final Terrain terrain;
    private final TrunkMotion trunk = new TrunkMotion();
    private boolean started;
    private boolean upright;
    private int falls;
    private double startX;
    private double startY;
    private double startCos;
    private double startSin;
    private double lastX;
    private double lastY;
    private double timeS;
    private double pathM;
    private double forwardSum;
    private double leftSum;
    private double yawSum;
    private double velocityErrorSum;
    private double yawErrorSum;
    private double energyJ;
    private double tiltMaxRad;

    /**
     * A meter that has begun.
     *
     * @param terrain the ground heights are taken over
     */
    public GroundTruth(final Terrain terrain) {
        this.terrain = terrain;
    }

    /** Forgets everything; the next update gives the start and its heading. */
    public void begin() {
        started = false;
        upright = false;
        falls = 0;
        timeS = 0;
        pathM = 0;
        forwardSum = 0;
        leftSum = 0;
        yawSum = 0;
        velocityErrorSum = 0;
        yawErrorSum = 0;
        energyJ = 0;
        tiltMaxRad = 0;
    }

    /**
     * Takes one step or tick.
     *
     * @param state after the step, not modified
     * @param dtS simulated time since the last update, s
     * @param forwardMS commanded forward velocity, m/s
     * @param leftMS commanded velocity to the left, m/s
     * @param yawRadS commanded rate of turn, rad/s
     */
    public void update(
            final SimState state, final double dtS, final double forwardMS, final double leftMS, final double yawRadS) {
        trunk.update(state);
        final double x = state.basePosition[0];
        final double y = state.basePosition[1];
        if (!started) {
            started = true;
            startX = x;
            startY = y;
            startCos = trunk.cos;
            startSin = trunk.sin;
        } else {
            pathM += Math.sqrt((x - lastX) * (x - lastX) + (y - lastY) * (y - lastY));
        }
        lastX = x;
        lastY = y;
        timeS += dtS;
        motion(state, dtS, forwardMS, leftMS, yawRadS);
        fall(state);
    }

    private void motion(
            final SimState state, final double dtS, final double forwardMS, final double leftMS, final double yawRadS) {
        final double forwardError = trunk.forwardMS - forwardMS;
        final double leftError = trunk.leftMS - leftMS;
        forwardSum += dtS * trunk.forwardMS;
        leftSum += dtS * trunk.leftMS;
        yawSum += dtS * trunk.yawRadS;
        velocityErrorSum += dtS * Math.sqrt(forwardError * forwardError + leftError * leftError);
        yawErrorSum += dtS * Math.abs(trunk.yawRadS - yawRadS);
        double powerW = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            powerW += Math.abs(state.motorTorque[j] * state.dq[j]);
        }
        energyJ += dtS * powerW;
    }

    private void fall(final SimState state) {
        final double tiltRad = trunk.tiltRad();
        tiltMaxRad = Math.max(tiltMaxRad, tiltRad);
        final double heightM = state.basePosition[2] - terrain.heightM(state.basePosition[0], state.basePosition[1]);
        if (upright && (state.bodyContact || !(heightM >= FALL_HEIGHT_M) || !(tiltRad <= FALL_TILT_RAD))) {
            upright = false;
            falls++;
        } else if (!state.bodyContact && heightM >= UPRIGHT_HEIGHT_M && tiltRad <= UPRIGHT_TILT_RAD) {
            upright = true;
        }
    }

    /**
     * Everything measured since the beginning; allocates.
     *
     * @return the figures
     */
    public WalkReport report() {
        return new WalkReport(
                timeS,
                forwardM(),
                driftM(),
                pathM,
                meanForwardMS(),
                mean(leftSum),
                mean(yawSum),
                velocityMaeMS(),
                mean(yawErrorSum),
                tiltMaxRad,
                mean(energyJ),
                costOfTransport(),
                falls);
    }

    /**
     * Way along the heading at the start.
     *
     * @return m
     */
    public double forwardM() {
        return started ? startCos * (lastX - startX) + startSin * (lastY - startY) : 0;
    }

    /**
     * Way to the left of the heading at the start.
     *
     * @return m, negative to the right
     */
    public double driftM() {
        return started ? startCos * (lastY - startY) - startSin * (lastX - startX) : 0;
    }

    /**
     * Mean forward velocity in the trunk's heading.
     *
     * @return m/s, 0 before the first update
     */
    public double meanForwardMS() {
        return mean(forwardSum);
    }

    /**
     * Time mean of the length of the horizontal velocity error.
     *
     * @return m/s
     */
    public double velocityMaeMS() {
        return mean(velocityErrorSum);
    }

    /**
     * Energy over weight times path.
     *
     * @return a pure number, infinite without any way
     */
    public double costOfTransport() {
        return pathM > 0 ? energyJ / (A1.MASS_KG * GRAVITY_MS2 * pathM) : Double.POSITIVE_INFINITY;
    }

    /**
     * Greatest tilt so far.
     *
     * @return rad
     */
    public double tiltMaxRad() {
        return tiltMaxRad;
    }

    /**
     * Falls so far.
     *
     * @return count
     */
    public int falls() {
        return falls;
    }

    /**
     * Whether the robot is down after having been upright, or has not been upright yet.
     *
     * @return false while upright
     */
    public boolean isDown() {
        return !upright;
    }

    private double mean(final double sum) {
        return timeS > 0 ? sum / timeS : 0;
    }
}
