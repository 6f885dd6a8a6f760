package gaitd.policies.cpg;

import gaitd.maths.Trig;

/**
 * Position and velocity of each foot from the state of its oscillator; leg order FR, FL, RR, RL.
 *
 * <p>Axes are the trunk's, x forward, y left, z up, from each leg's nominal point at hip height. With half a stride of
 * stepLengthM (r - 1), a swing begins at theta = 0 with the foot half a stride behind, and ends at touchdown with the
 * foot half a stride ahead, in the direction phi. The shape between is the {@link Profile}'s.
 *
 * <p>Called by the control thread once a tick, after the oscillators. Allocates nothing after construction. Not
 * thread-safe.
 */
public final class FootPath {
    /** Map from phase to foot position. */
    public enum Profile {
        /**
         * x = -d (r-1) cos theta cos phi, y = -d (r-1) cos theta sin phi, z = -h + g sin theta, with g the clearance in swing
         * and the penetration in stance. Half of the cycle is swing whatever the duty factor; vertical speed jumps at touchdown
         * and lift-off. Source: Bellegarda and Ijspeert, CPG-RL, RA-L 2022.
         */
        COSINE,
        /**
         * Stance takes the foot back at constant speed for the duty factor's share of the cycle; swing is a quintic that leaves
         * and meets that speed with no acceleration, so it overruns both ends: by 19 % of half a stride at duty factor 0.5, less
         * at higher ones. Height is 16 s^2 (1-s)^2 of the clearance and sin^2(pi u) of the penetration, with s and u the
         * progress of swing and stance; velocity is continuous everywhere.
         */
        LINEAR_STANCE
    }

    private static final int LEGS = Gait.LEGS;
    private static final double TWO_PI = 2 * Math.PI;

    /** Forward place from the nominal point, m. */
    public final double[] dx = new double[LEGS];
    /** Place to the left of the nominal point, m. */
    public final double[] dy = new double[LEGS];
    /** Height over the hip, m; about -heightM. */
    public final double[] dz = new double[LEGS];
    /** Velocity along x, m/s. */
    public final double[] vx = new double[LEGS];
    /** Velocity along y, m/s. */
    public final double[] vy = new double[LEGS];
    /** Velocity along z, m/s. */
    public final double[] vz = new double[LEGS];
    /** Whether the leg is in stance. */
    public final boolean[] stance = new boolean[LEGS];
    /** Share of the swing done, in [0, 1); 0 in stance. */
    public final double[] swingProgress = new double[LEGS];
    /** Share of the stance done, in [0, 1); 0 in swing. */
    public final double[] stanceProgress = new double[LEGS];

    private static final double CLEARANCE_MAX_M = 0.2;
    private static final double FOLDED_M = 0.08;

    private final Profile profile;
    private final double[] raiseM = new double[LEGS];
    private double heightM = 0.25;
    private double clearanceM = 0.05;
    private double penetrationM = 0.01;
    private double stepLengthM = 0.15;
    private double dutyFactor = 0.55;
    private double along;
    private double alongSlope;
    private double lift;
    private double liftSlope;

    /**
     * Makes a path with height 0.25 m, clearance 0.05 m, penetration 0.01 m, step length 0.15 m and duty factor 0.55.
     *
     * @param profile the shape
     */
    public FootPath(final Profile profile) {
        this.profile = profile;
    }

    /**
     * Changes the shape from the next update on; all values or none. Feet jump as far as the change makes them, so a caller
     * that walks moves the values a little each tick.
     *
     * @param heightM hip over ground, in [0.1, 0.4]
     * @param clearanceM highest foot over ground in swing, in [0, 0.2] and less than heightM
     * @param penetrationM deepest foot under ground in stance, in [0, 0.05]
     * @param stepLengthM d, half of the stride at r = 2, in [0, 0.3]
     * @param dutyFactor share of stance in a cycle, in [0.3, 0.9]
     * @return false when a value is out of range or not a number, and nothing changed
     */
    public boolean configure(
            final double heightM,
            final double clearanceM,
            final double penetrationM,
            final double stepLengthM,
            final double dutyFactor) {
        final boolean valid = within(heightM, 0.1, 0.4)
                && within(clearanceM, 0, 0.2)
                && clearanceM < heightM
                && within(penetrationM, 0, 0.05)
                && within(stepLengthM, 0, 0.3)
                && within(dutyFactor, 0.3, 0.9);
        if (valid) {
            this.heightM = heightM;
            this.clearanceM = clearanceM;
            this.penetrationM = penetrationM;
            this.stepLengthM = stepLengthM;
            this.dutyFactor = dutyFactor;
        }
        return valid;
    }

    /**
     * Changes how high one leg swings, from the next update on. Allocates nothing.
     *
     * @param leg which
     * @param wantedM added to the clearance, any finite number, m; the sum is held to 0 and to 0.2 m, and to 0.08 m under the hip at most
     */
    public void raise(final int leg, final double wantedM) {
        raiseM[leg] = wantedM;
    }

    private double clearance(final int leg) {
        return Math.clamp(
                clearanceM + raiseM[leg], 0, Math.max(clearanceM, Math.min(CLEARANCE_MAX_M, heightM - FOLDED_M)));
    }

    /**
     * Places every foot, with velocities for the phase rates of the oscillators' last update.
     *
     * @param oscillators read only
     */
    public void update(final HopfOscillators oscillators) {
        for (int leg = 0; leg < LEGS; leg++) {
            place(oscillators, leg, oscillators.thetaDot[leg]);
        }
    }

    /**
     * Places every foot, with velocities for given frequencies, that is without the coupling's part.
     *
     * @param oscillators read only
     * @param frequencyHz stepping rates, 4 values; one that is not finite counts as the oscillator's own
     */
    public void update(final HopfOscillators oscillators, final double[] frequencyHz) {
        for (int leg = 0; leg < LEGS; leg++) {
            final double rate = TWO_PI * frequencyHz[leg];
            place(oscillators, leg, Double.isFinite(rate) ? rate : oscillators.thetaDot[leg]);
        }
    }

    private void place(final HopfOscillators oscillators, final int leg, final double thetaRate) {
        shape(leg, oscillators.theta[leg]);
        final double half = stepLengthM * (oscillators.r[leg] - 1);
        final double reach = half * along;
        final double reachRate = half * alongSlope * thetaRate + stepLengthM * oscillators.rDot[leg] * along;
        final double cos = Trig.cos(oscillators.phi[leg]);
        final double sin = Trig.sin(oscillators.phi[leg]);
        final double turn = oscillators.phiDot[leg];
        dx[leg] = reach * cos;
        dy[leg] = reach * sin;
        dz[leg] = lift - heightM;
        vx[leg] = reachRate * cos - reach * sin * turn;
        vy[leg] = reachRate * sin + reach * cos * turn;
        vz[leg] = liftSlope * thetaRate;
    }

    /** Sets progress, and along (in half strides) and lift (m) with their slopes by theta. */
    private void shape(final int leg, final double theta) {
        final double swingShare = profile == Profile.COSINE ? 0.5 : 1 - dutyFactor;
        final double phase = theta / TWO_PI;
        final boolean down = phase >= swingShare;
        final double progress = down ? (phase - swingShare) / (1 - swingShare) : phase / swingShare;
        stance[leg] = down;
        stanceProgress[leg] = down ? progress : 0;
        swingProgress[leg] = down ? 0 : progress;
        if (profile == Profile.COSINE) {
            final double gain = down ? penetrationM : clearance(leg);
            along = -Trig.cos(theta);
            alongSlope = Trig.sin(theta);
            lift = gain * Trig.sin(theta);
            liftSlope = gain * Trig.cos(theta);
        } else if (down) {
            final double angle = TWO_PI * progress;
            final double slopeScale = 1 / (TWO_PI * (1 - swingShare));
            along = 1 - 2 * progress;
            alongSlope = -2 * slopeScale;
            lift = -0.5 * penetrationM * (1 - Trig.cos(angle));
            liftSlope = -Math.PI * penetrationM * Trig.sin(angle) * slopeScale;
        } else {
            swing(progress, swingShare, clearance(leg));
        }
    }

    private void swing(final double s, final double share, final double highestM) {
        final double slopeScale = 1 / (TWO_PI * share);
        final double endSlope = -2 * share / (1 - share);
        final double rest = s * (1 - s);
        final double step = s * s * s * (10 + s * (6 * s - 15));
        along = -1 + endSlope * s + (2 - endSlope) * step;
        alongSlope = (endSlope + (2 - endSlope) * 30 * rest * rest) * slopeScale;
        lift = 16 * highestM * rest * rest;
        liftSlope = 32 * highestM * rest * (1 - 2 * s) * slopeScale;
    }

    private static boolean within(final double value, final double low, final double high) {
        return value >= low && value <= high;
    }
}
