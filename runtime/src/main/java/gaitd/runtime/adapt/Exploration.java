package gaitd.runtime.adapt;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * What exploration adds to each output: normal numbers within two deviations, held for a set time with a smooth change to the
 * next in its first quarter, or drawn at each step.
 *
 * <p>Off at once; comes back over the blending time of policies. Allocates nothing after construction.
 */
final class Exploration {
    private static final double CHANGE_SHARE = 0.25;

    private final long seed;
    private final double deviation;
    private final long holdSteps;
    private final double rampStep;
    private double ramp;

    Exploration(final Config config, final double stepS) {
        seed = Math.round(config.get(Setting.ADAPT_SEED));
        deviation = config.get(Setting.ADAPT_DEVIATION);
        holdSteps = Math.max(1, Math.round(config.get(Setting.ADAPT_HOLD_S) / stepS));
        rampStep = stepS / config.get(Setting.POLICY_BLEND_S);
    }

    /** Whether the settings leave anything to add. */
    boolean isSet() {
        return deviation > 0;
    }

    /** Adds nothing from now on. */
    void off() {
        ramp = 0;
    }

    /** At each step in which it is on. */
    void rise() {
        ramp = Math.min(1, ramp + rampStep);
    }

    /** Share of the deviation that is in force, 0 to 1. */
    double share() {
        return Smooth.step(ramp);
    }

    /** What is added to an output in a step, in half widths of its bounds. */
    double at(final long step, final int index) {
        final long hold = Math.floorDiv(step, holdSteps);
        final double since = Math.floorMod(step, holdSteps) / (CHANGE_SHARE * holdSteps);
        final double drawn = CounterNormal.draw(seed, hold, index);
        if (holdSteps == 1 || since >= 1) {
            return share() * deviation * drawn;
        }
        final double before = CounterNormal.draw(seed, hold - 1, index);
        return share() * deviation * (before + Smooth.step(since) * (drawn - before));
    }
}
