package gaitd.robot.adapt;

import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * What outputs are moved by multiples of: a constant, and, where the policy observes it, sine and cosine of the first oscillator's phase as the
 * network gets them, which is about with mean 0 and deviation 1. Immutable.
 */
final class StrideBasis {
    /** Number of functions: 1 or 3. */
    final int size;

    private final int sine;
    private final int cosine;

    /**
     * The functions for a policy.
     *
     * @param manifest of its bundle
     * @param phases whether there are weights that could follow a phase
     */
    StrideBasis(final Manifest manifest, final boolean phases) {
        sine = index(manifest, ObservedSignal.OSCILLATOR_PHASE_SIN);
        cosine = index(manifest, ObservedSignal.OSCILLATOR_PHASE_COS);
        size = phases && sine >= 0 && cosine >= 0 ? 3 : 1;
    }

    private static int index(final Manifest manifest, final ObservedSignal signal) {
        int at = 0;
        for (final Channel<ObservedSignal> channel : manifest.observations()) {
            if (channel.signal() == signal) {
                return at;
            }
            at += channel.size();
        }
        return -1;
    }

    /**
     * Values in a step.
     *
     * @param step read
     * @param out overwritten
     */
    void of(final ExperienceFrame step, final double[] out) {
        out[0] = 1;
        if (size > 1) {
            out[1] = step.real(ExperienceField.OBSERVATION, sine);
            out[2] = step.real(ExperienceField.OBSERVATION, cosine);
        }
    }
}
