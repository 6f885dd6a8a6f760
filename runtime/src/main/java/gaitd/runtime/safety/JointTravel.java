package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * Compares how far each joint turned by its angle with how far by its speed.
 *
 * <p>The difference is summed and forgotten with a time constant of 0.2 s. It stays near 0 as long as both tell of the same
 * motion, whatever the noise; a stuck angle, or a speed with an offset, a wrong sign or scale, drives it away. Called once a
 * state; allocates nothing.
 */
final class JointTravel {
    private static final double FORGETS_S = 0.2;
    /** Longest step over which a mean of two speeds stands for the motion between; a longer one starts again. */
    private static final double STEP_MAX_S = 0.05;

    private final double[] q = new double[A1.JOINTS];
    private final double[] dq = new double[A1.JOINTS];
    private final double[] turnedRad = new double[A1.JOINTS];
    private final double[] differenceRad = new double[A1.JOINTS];
    private boolean begun;

    void reset() {
        begun = false;
        Arrays.fill(turnedRad, 0);
        Arrays.fill(differenceRad, 0);
    }

    /** One new state, so long after the one before. */
    void judge(final Sensed sensed, final double stepS) {
        final double kept = Math.max(0, 1 - stepS / FORGETS_S);
        for (int i = 0; i < A1.JOINTS; i++) {
            turnedRad[i] = begun ? sensed.q[i] - q[i] : 0;
            differenceRad[i] = begun && stepS <= STEP_MAX_S
                    ? kept * differenceRad[i] + stepS * (dq[i] + sensed.dq[i]) / 2 - turnedRad[i]
                    : 0;
            q[i] = sensed.q[i];
            dq[i] = sensed.dq[i];
        }
        begun = true;
    }

    /** How far a joint turned since the state before, by its angle, rad. */
    double turnedRad(final int joint) {
        return turnedRad[joint];
    }

    /** How much farther it turned by its speed than by its angle, lately, rad. */
    double differenceRad(final int joint) {
        return differenceRad[joint];
    }
}
