package gaitd.runtime.estimate;

import gaitd.hal.A1;
import gaitd.hal.Sensed;

/**
 * Estimates whether a foot is on the ground from its pressure sensor and the joint torques.
 *
 * <p>Belief is a mean of both: by halves while the sensor has not stepped, as in standing; three quarters the sensor once it has, for
 * the torques of a real swing, which accelerate the leg, look like those of a loaded foot most of the time. Contact is belief with
 * hysteresis. Called once a tick.
 */
final class ContactSense {
    private static final double FORCE_LOW_N = 8;
    private static final double FORCE_HIGH_N = 25;
    private static final double FREE_FORCE_N = 6;
    private static final double SETS_ABOVE = 0.6;
    private static final double CLEARS_BELOW = 0.4;
    private static final double TORQUE_SHARE = 0.5;
    private static final double TORQUE_SHARE_STEPPING = 0.25;

    private final FootLevels[] levels = new FootLevels[A1.LEGS];

    ContactSense(final double periodS) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            levels[leg] = new FootLevels(periodS);
        }
    }

    void reset() {
        for (final FootLevels foot : levels) {
            foot.reset();
        }
    }

    void update(final Sensed sensed, final BodyEstimate out) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final FootLevels foot = levels[leg];
            final double forceN = out.footForceN[leg];
            foot.update(sensed.footForce[leg], forceN < FREE_FORCE_N);
            final double torque = Math.clamp((forceN - FORCE_LOW_N) / (FORCE_HIGH_N - FORCE_LOW_N), 0.0, 1.0);
            final double share = foot.steps() ? TORQUE_SHARE_STEPPING : TORQUE_SHARE;
            final double belief = (1 - share) * foot.pressure() + share * torque;
            out.contactBelief[leg] = belief;
            out.contact[leg] = out.contact[leg] ? belief > CLEARS_BELOW : belief > SETS_ABOVE;
        }
    }
}
