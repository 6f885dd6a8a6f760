package gaitd.policies.cpg;

import gaitd.maths.Trig;
import java.util.Arrays;

/**
 * Four amplitude-controlled phase oscillators, one a leg, in the order FR, FL, RR, RL.
 *
 * <p>r'' = a (a/4 (mu - r) - r'), theta_i' = 2 pi f_i + w sum_j sin(theta_j - theta_i - phi_ij), phi' = 2 pi psi. The
 * amplitude has a double pole at -a/2: within 2 % of a step after 12/a seconds, without overshoot; it is integrated in
 * closed form, so any period is stable. phi_ij is 2 pi times the difference of the gait's phase offsets, and all pairs
 * of legs are coupled with w = 2 pi couplingRateHz / 4, so that a small phase error dies as exp(-2 pi couplingRateHz
 * t). Phases are integrated by the midpoint rule. Source: Bellegarda and Ijspeert, CPG-RL, RA-L 2022.
 *
 * <p>A change of gait moves the offsets at a quarter of each leg's own frequency, so half a cycle of shift takes two
 * cycles and feet neither jump nor run backwards. Changing them at once would fail: between trot, pace and bound the
 * coupling forces cancel exactly and the old gait would stay.
 *
 * <p>Called by the control thread once a tick. Allocates nothing after construction. Not thread-safe.
 */
public final class HopfOscillators {
    /** The amplitude rate a used in the source, 1/s. */
    public static final double DEFAULT_AMPLITUDE_RATE = 150;
    /** A coupling that settles phases within about a step, Hz. */
    public static final double DEFAULT_COUPLING_RATE_HZ = 1;
    /** The strongest coupling that stays stable at {@link #MAX_PERIOD_S}, Hz. */
    public static final double MAX_COUPLING_RATE_HZ = 10;
    /** The longest period that {@link #update} takes, s. */
    public static final double MAX_PERIOD_S = 0.02;
    /** Targets mu are limited to [MIN_AMPLITUDE, MAX_AMPLITUDE], and so is r. */
    public static final double MIN_AMPLITUDE = 1;
    /** See {@link #MIN_AMPLITUDE}. */
    public static final double MAX_AMPLITUDE = 2;
    /** Stepping and lateral rates are limited to plus and minus this, Hz. */
    public static final double MAX_RATE_HZ = 20;

    private static final int LEGS = Gait.LEGS;
    private static final double TWO_PI = 2 * Math.PI;
    private static final double MAX_AMPLITUDE_RATE = 1000;
    private static final double GAIT_CHANGE_PER_CYCLE = 0.25;
    /**
     * Perturbs initial phases at which the coupling forces cancel; scaled by the phase error, so zero once phases lock.
     */
    private static final double[] UNBALANCE = {3e-3, 1e-3, -1e-3, -3e-3};

    /** Amplitude in [1, 2]; 1 is no stride. */
    public final double[] r = new double[LEGS];
    /** Amplitude's rate, 1/s. */
    public final double[] rDot = new double[LEGS];
    /** Phase in [0, 2 pi), rad. */
    public final double[] theta = new double[LEGS];
    /** Mean phase rate over the last update, coupling and gait change included, rad/s. */
    public final double[] thetaDot = new double[LEGS];
    /** Direction of the stride in (-pi, pi], rad; 0 is forward, positive is to the left. */
    public final double[] phi = new double[LEGS];
    /** Rate of phi over the last update, rad/s. */
    public final double[] phiDot = new double[LEGS];

    private final double decay;
    private final double couplingRateHz;
    private final double[] mu = new double[LEGS];
    private final double[] frequency = new double[LEGS];
    private final double[] lateralRate = new double[LEGS];
    private final double[] offset = new double[LEGS];
    private final double[] error = new double[LEGS];
    private final double[] middle = new double[LEGS];
    private final double[] slope = new double[LEGS];
    private final double[] sine = new double[LEGS];
    private final double[] cosine = new double[LEGS];
    private double shrinkPeriodS;
    private double shrink = 1;
    private Gait gait;

    /**
     * Makes oscillators at rest in a gait.
     *
     * @param gait the first gait
     * @param amplitudeRate a, 1/s, in (0, 1000]
     * @param couplingRateHz how fast phase errors die, in [0, {@link #MAX_COUPLING_RATE_HZ}]; 0 leaves the phases to the
     *     frequencies alone, and a gait then acts in {@link #reset} only
     * @throws IllegalArgumentException when a rate is out of range
     */
    public HopfOscillators(final Gait gait, final double amplitudeRate, final double couplingRateHz) {
        if (!(amplitudeRate > 0 && amplitudeRate <= MAX_AMPLITUDE_RATE)) {
            throw new IllegalArgumentException(
                    "amplitude rate " + amplitudeRate + " 1/s: must be above 0 and at most " + MAX_AMPLITUDE_RATE);
        }
        if (!(couplingRateHz >= 0 && couplingRateHz <= MAX_COUPLING_RATE_HZ)) {
            throw new IllegalArgumentException(
                    "coupling rate " + couplingRateHz + " Hz: must be from 0 to " + MAX_COUPLING_RATE_HZ);
        }
        this.decay = amplitudeRate / 2;
        this.couplingRateHz = couplingRateHz;
        reset(gait);
    }

    /**
     * Puts every leg at rest in a gait: r = 1, phi = 0, no rates, phases at the gait's offsets.
     *
     * @param newGait the gait to start in
     */
    public void reset(final Gait newGait) {
        setGait(newGait);
        Arrays.fill(r, MIN_AMPLITUDE);
        Arrays.fill(rDot, 0);
        Arrays.fill(phi, 0);
        Arrays.fill(thetaDot, 0);
        Arrays.fill(phiDot, 0);
        Arrays.fill(mu, MIN_AMPLITUDE);
        Arrays.fill(frequency, 0);
        Arrays.fill(lateralRate, 0);
        for (int leg = 0; leg < LEGS; leg++) {
            offset[leg] = newGait.phaseOffset(leg);
            theta[leg] = TWO_PI * offset[leg];
        }
    }

    /**
     * Puts every leg in mid-stride in the gait, without rates; directions stay as they are.
     *
     * @param cycle common phase, in cycles, in [0, 1)
     * @param amplitude r of each leg, 4 values, limited to [1, 2]
     */
    public void begin(final double cycle, final double[] amplitude) {
        for (int leg = 0; leg < LEGS; leg++) {
            r[leg] = Math.clamp(amplitude[leg], MIN_AMPLITUDE, MAX_AMPLITUDE);
            rDot[leg] = 0;
            offset[leg] = gait.phaseOffset(leg);
            theta[leg] = wrapPositive(TWO_PI * (offset[leg] + cycle));
        }
    }

    /**
     * Chooses the gait that the coupling leads to from now on; the state stays as it is.
     *
     * @param newGait the gait to change to
     */
    public void setGait(final Gait newGait) {
        gait = newGait;
    }

    /**
     * The gait last asked for.
     *
     * @return the gait, which the phases may still be moving to
     */
    public Gait gait() {
        return gait;
    }

    /**
     * The coupling given at construction.
     *
     * @return Hz
     */
    public double couplingRateHz() {
        return couplingRateHz;
    }

    /**
     * Advances every leg by one period with inputs held constant.
     *
     * <p>Finite inputs beyond their limits are limited. In place of one that is not finite, the last finite one of the
     * same leg is used.
     *
     * @param mu target amplitudes, 4 values, limited to [1, 2]
     * @param frequencyHz stepping rates, 4 values, limited to plus and minus 20
     * @param lateralRateHz rates of phi, 4 values, limited to plus and minus 20
     * @param periodS in (0, 0.02]; with any other, nothing changes
     * @return false when an input was not finite or the period out of range
     */
    public boolean update(
            final double[] mu, final double[] frequencyHz, final double[] lateralRateHz, final double periodS) {
        if (!(periodS > 0 && periodS <= MAX_PERIOD_S)) {
            return false;
        }
        final boolean finiteMu = take(mu, this.mu, MIN_AMPLITUDE, MAX_AMPLITUDE);
        final boolean finiteFrequency = take(frequencyHz, frequency, -MAX_RATE_HZ, MAX_RATE_HZ);
        final boolean finiteLateral = take(lateralRateHz, lateralRate, -MAX_RATE_HZ, MAX_RATE_HZ);
        advanceAmplitudes(periodS);
        advancePhases(periodS);
        for (int leg = 0; leg < LEGS; leg++) {
            phiDot[leg] = TWO_PI * lateralRate[leg];
            phi[leg] = wrapSigned(phi[leg] + phiDot[leg] * periodS);
        }
        return finiteMu && finiteFrequency && finiteLateral;
    }

    private static boolean take(final double[] from, final double[] to, final double low, final double high) {
        boolean finite = true;
        for (int leg = 0; leg < LEGS; leg++) {
            if (Double.isFinite(from[leg])) {
                to[leg] = Math.clamp(from[leg], low, high);
            } else {
                finite = false;
            }
        }
        return finite;
    }

    private void advanceAmplitudes(final double periodS) {
        if (periodS != shrinkPeriodS) {
            shrink = StrictMath.exp(-decay * periodS);
            shrinkPeriodS = periodS;
        }
        for (int leg = 0; leg < LEGS; leg++) {
            final double gap = r[leg] - mu[leg];
            final double pull = rDot[leg] + decay * gap;
            r[leg] = mu[leg] + shrink * (gap + pull * periodS);
            rDot[leg] = shrink * (rDot[leg] - decay * pull * periodS);
        }
    }

    private void advancePhases(final double periodS) {
        for (int leg = 0; leg < LEGS; leg++) {
            error[leg] = theta[leg] - TWO_PI * offset[leg];
        }
        slopes(error);
        for (int leg = 0; leg < LEGS; leg++) {
            middle[leg] = error[leg] + 0.5 * periodS * slope[leg];
        }
        slopes(middle);
        for (int leg = 0; leg < LEGS; leg++) {
            final double advance = slope[leg] * periodS + TWO_PI * moveOffset(leg, periodS);
            thetaDot[leg] = advance / periodS;
            theta[leg] = wrapPositive(theta[leg] + advance);
        }
    }

    /** Rates of phases from which the gait's offsets have been taken away, so that equal phases are the gait. */
    private void slopes(final double[] phase) {
        double sines = 0;
        double cosines = 0;
        for (int leg = 0; leg < LEGS; leg++) {
            sine[leg] = Trig.sin(phase[leg]);
            cosine[leg] = Trig.cos(phase[leg]);
            sines += sine[leg];
            cosines += cosine[leg];
        }
        sines /= LEGS;
        cosines /= LEGS;
        final double gain = TWO_PI * couplingRateHz;
        final double disorder = 1 - Math.min(1, Math.sqrt(sines * sines + cosines * cosines));
        for (int leg = 0; leg < LEGS; leg++) {
            final double pull = sines * cosine[leg] - cosines * sine[leg];
            slope[leg] = TWO_PI * frequency[leg] + gain * (pull + disorder * UNBALANCE[leg]);
        }
    }

    private double moveOffset(final int leg, final double periodS) {
        if (couplingRateHz == 0) {
            return 0;
        }
        double distance = gait.phaseOffset(leg) - offset[leg];
        distance -= Math.ceil(distance - 0.5);
        final double limit = GAIT_CHANGE_PER_CYCLE * Math.abs(frequency[leg]) * periodS;
        final double step = Math.clamp(distance, -limit, limit);
        offset[leg] += step;
        offset[leg] -= Math.floor(offset[leg]);
        return step;
    }

    private static double wrapPositive(final double angle) {
        final double wrapped = angle - TWO_PI * Math.floor(angle / TWO_PI);
        return wrapped >= 0 && wrapped < TWO_PI ? wrapped : 0;
    }

    private static double wrapSigned(final double angle) {
        final double wrapped = angle - TWO_PI * Math.ceil((angle - Math.PI) / TWO_PI);
        return wrapped > -Math.PI && wrapped <= Math.PI ? wrapped : Math.PI;
    }
}
