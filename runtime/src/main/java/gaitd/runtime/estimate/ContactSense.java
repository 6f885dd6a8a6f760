package gaitd.runtime.estimate;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * Estimates whether a foot is on the ground from its pressure sensor and the joint torques.
 *
 * <p>Foot sensors drift, each with its own offset. The offset follows the counts, slowly, while the torques show that
 * the foot carries nothing. Belief is the mean of both estimates, contact is belief with hysteresis. Called once a
 * tick.
 */
final class ContactSense {
    private static final double COUNTS_LOW = 15;
    private static final double COUNTS_HIGH = 45;
    private static final double FORCE_LOW_N = 8;
    private static final double FORCE_HIGH_N = 25;
    private static final double FREE_FORCE_N = 6;
    private static final double OFFSET_TIME_S = 2.0;
    private static final double SETS_ABOVE = 0.6;
    private static final double CLEARS_BELOW = 0.4;

    private final double[] offset = new double[A1.LEGS];
    private final double offsetGain;

    ContactSense(final double periodS) {
        offsetGain = periodS / OFFSET_TIME_S;
    }

    void reset() {
        Arrays.fill(offset, 0);
    }

    void update(final Sensed sensed, final BodyEstimate out) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double counts = sensed.footForce[leg];
            if (out.footForceN[leg] < FREE_FORCE_N) {
                offset[leg] += offsetGain * (counts - offset[leg]);
            }
            final double pressure = ramp(counts - offset[leg], COUNTS_LOW, COUNTS_HIGH);
            final double torque = ramp(out.footForceN[leg], FORCE_LOW_N, FORCE_HIGH_N);
            final double belief = 0.5 * (pressure + torque);
            out.contactBelief[leg] = belief;
            out.contact[leg] = out.contact[leg] ? belief > CLEARS_BELOW : belief > SETS_ABOVE;
        }
    }

    private static double ramp(final double value, final double low, final double high) {
        return Math.clamp((value - low) / (high - low), 0.0, 1.0);
    }
}
