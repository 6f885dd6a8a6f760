package gaitd.runtime.policy;

import gaitd.runtime.estimate.BodyEstimate;

/**
 * Turn rate to add to the command that a policy observes which tracks no heading: gain times the angle from the heading that the commands
 * add up to.
 *
 * <p>The error is kept within 0.4 rad, so that a robot that was turned by hand does not turn all the way back. Updated once a tick
 * while its policy is on; allocates nothing.
 */
final class HeadingHold {
    private static final double ERROR_MAX_RAD = 0.4;

    private final double gain;
    private double reference;
    private boolean begun;

    /** @param gain 1/s; 0 adds nothing */
    HeadingHold(final double gain) {
        this.gain = gain;
    }

    void reset() {
        begun = false;
    }

    /** Takes a tick of so many seconds; returns the turn rate, rad/s. */
    double update(final BodyEstimate estimate, final double commandRadS, final double periodS) {
        if (gain == 0) {
            return 0;
        }
        reference = begun ? reference + commandRadS * periodS : estimate.yaw;
        begun = true;
        final double error =
                Math.clamp(Math.IEEEremainder(reference - estimate.yaw, 2 * Math.PI), -ERROR_MAX_RAD, ERROR_MAX_RAD);
        reference = estimate.yaw + error;
        return gain * error;
    }
}
