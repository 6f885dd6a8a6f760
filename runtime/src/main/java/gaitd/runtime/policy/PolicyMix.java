package gaitd.runtime.policy;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.PolicyInput;
import java.util.Arrays;

/**
 * How much of each policy is in the walk: shares that rise and fall smoothly over a set time and never exceed 1 together,
 * and a limit on how fast anything a policy adds may change.
 *
 * <p>A share is s s (3 - 2 s) of a ramp s; the ramps' sum is kept at 1 or less. Called once a tick; allocates nothing.
 */
final class PolicyMix {
    private final double rampStep;
    private final double[] stepMax = new double[PolicyInput.ACTIONS];
    private final double[] limits = new double[PolicyInput.ACTIONS];
    private final double[] target = new double[PolicyInput.ACTIONS];
    private final double[] ramp;
    private final double periodS;

    PolicyMix(final Config config, final PolicyInput input, final int policies) {
        periodS = config.periodNs() * 1e-9;
        rampStep = periodS / config.get(Setting.POLICY_BLEND_S);
        for (int i = 0; i < limits.length; i++) {
            limits[i] = input.limit(i);
            stepMax[i] = limits[i] * config.get(Setting.POLICY_SLEW_1_S) * periodS;
        }
        ramp = new double[policies];
    }

    /** Moves the ramps toward one policy, -1 for none. */
    void ramp(final int goal) {
        double others = 0;
        for (int i = 0; i < ramp.length; i++) {
            if (i != goal) {
                ramp[i] = Math.max(0, ramp[i] - rampStep);
                others += ramp[i];
            }
        }
        if (goal >= 0) {
            ramp[goal] = Math.clamp(ramp[goal] + rampStep, 0, Math.max(0, 1 - others));
        }
    }

    boolean isOn(final int policy) {
        return ramp[policy] > 0;
    }

    double share() {
        double sum = 0;
        for (final double s : ramp) {
            sum += smooth(s);
        }
        return sum;
    }

    /** Adds up what the policies want, and moves what is applied toward it. */
    void apply(final WalkingPolicy[] policies, final double[] applied, final double[] appliedRate) {
        Arrays.fill(target, 0);
        for (int p = 0; p < policies.length; p++) {
            final double share = smooth(ramp[p]);
            if (share > 0) {
                for (int i = 0; i < target.length; i++) {
                    target[i] += share * Math.clamp(policies[p].action.wanted[i], -limits[i], limits[i]);
                }
            }
        }
        for (int i = 0; i < target.length; i++) {
            final double next = Math.clamp(target[i], applied[i] - stepMax[i], applied[i] + stepMax[i]);
            appliedRate[i] = (next - applied[i]) / periodS;
            applied[i] = next;
        }
    }

    void clear() {
        Arrays.fill(ramp, 0);
    }

    private static double smooth(final double s) {
        return s * s * (3 - 2 * s);
    }
}
