package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;

/**
 * Keeps target angles inside their ranges and their change from tick to tick inside a rate, both as the single-precision numbers
 * that the robot reads.
 *
 * <p>The rate counts from the last target, the first time from the measured angle. Called once a joint and tick; allocates
 * nothing.
 */
final class TargetLimit {
    private final double stepRad;
    private final double[] min = new double[A1.JOINTS];
    private final double[] max = new double[A1.JOINTS];
    private final double[] last = new double[A1.JOINTS];
    private boolean hasLast;

    TargetLimit(final double stepRad) {
        this.stepRad = stepRad;
        for (int i = 0; i < A1.JOINTS; i++) {
            min[i] = floatAtLeast(A1.positionMinRad(i));
            max[i] = floatAtMost(A1.positionMaxRad(i));
        }
    }

    /** Forgets the last targets. */
    void reset() {
        hasLast = false;
    }

    /** Takes the measured angles for the last targets when there are none. */
    void begin(final Sensed sensed) {
        if (!hasLast) {
            for (int i = 0; i < A1.JOINTS; i++) {
                last[i] = Math.clamp((double) (float) sensed.q[i], min[i], max[i]);
            }
            hasLast = true;
        }
    }

    /** Limits one target; returns bits of what was limited. */
    int limit(final int i, final JointCommands c) {
        final double wanted = c.q[i];
        final double inRange = Math.clamp(wanted, min[i], max[i]);
        final double target = Math.clamp(inRange, floatAtLeast(last[i] - stepRad), floatAtMost(last[i] + stepRad));
        last[i] = (float) target;
        c.q[i] = target;
        return (inRange == wanted ? 0 : SafetyGovernor.LIMITED_POSITION)
                | (target == inRange ? 0 : SafetyGovernor.LIMITED_RATE);
    }

    private static double floatAtLeast(final double value) {
        final float nearest = (float) value;
        return nearest < value ? Math.nextUp(nearest) : nearest;
    }

    private static double floatAtMost(final double value) {
        final float nearest = (float) value;
        return nearest > value ? Math.nextDown(nearest) : nearest;
    }
}
