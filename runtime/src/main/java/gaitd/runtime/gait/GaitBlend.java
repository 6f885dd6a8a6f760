package gaitd.runtime.gait;

import gaitd.policies.cpg.Gait;

/**
 * Duty factor and stepping rate in force: those of the chosen gait, approached slowly after a change.
 *
 * <p>The feet's paths depend on the duty factor, so a jump in it would be a jump of the feet. Called once a tick.
 */
final class GaitBlend {
    private static final double DUTY_RATE_1_S = 0.15;
    private static final double FREQUENCY_RATE_HZ_S = 1.5;

    private final double dutyStep;
    private final double frequencyStep;
    private Gait gait = Gait.TROT;
    private double duty = gait.dutyFactor();
    private final double cadence;
    private double frequencyHz;

    /** A trot whose steps, and those of every other gait, come {@code cadence} times as often as by themselves. */
    GaitBlend(final double periodS, final double cadence) {
        this.cadence = cadence;
        frequencyHz = cadence * gait.frequencyHz();
        dutyStep = DUTY_RATE_1_S * periodS;
        frequencyStep = FREQUENCY_RATE_HZ_S * periodS;
    }

    void choose(final Gait next) {
        gait = next;
    }

    /** Takes the chosen gait's values at once; for a robot that does not walk. */
    void settle() {
        duty = gait.dutyFactor();
        frequencyHz = cadence * gait.frequencyHz();
    }

    void update() {
        duty = Math.clamp(gait.dutyFactor(), duty - dutyStep, duty + dutyStep);
        final double goal = cadence * gait.frequencyHz();
        frequencyHz = Math.clamp(goal, frequencyHz - frequencyStep, frequencyHz + frequencyStep);
    }

    Gait gait() {
        return gait;
    }

    double dutyFactor() {
        return duty;
    }

    double frequencyHz() {
        return frequencyHz;
    }
}
