package gaitd.runtime.policy;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.PolicyInput;
import java.util.Arrays;

/**
 * Blending shares of the policies: they rise and fall smoothly over a set time and never exceed 1 together.
 *
 * <p>A share is s s (3 - 2 s) of a ramp s; the ramps' sum is kept at 1 or less. Called once a tick; allocates nothing.
 */
final class PolicyMix {
    private final double[] rampStep;
    private final double[] ramp;

    PolicyMix(final Config config, final WalkingPolicy[] policies) {
        final double periodS = config.periodNs() * 1e-9;
        rampStep = new double[policies.length];
        for (int i = 0; i < policies.length; i++) {
            rampStep[i] = periodS
                    / config.get(policies[i].action.legs != null ? Setting.POLICY_HANDOVER_S : Setting.POLICY_BLEND_S);
        }
        ramp = new double[policies.length];
    }

    /** Moves the ramps toward one policy, -1 for none. */
    void ramp(final int goal) {
        double others = 0;
        for (int i = 0; i < ramp.length; i++) {
            if (i != goal) {
                ramp[i] = Math.max(0, ramp[i] - rampStep[i]);
                others += ramp[i];
            }
        }
        if (goal >= 0) {
            ramp[goal] = Math.clamp(ramp[goal] + rampStep[goal], 0, Math.max(0, 1 - others));
        }
    }

    boolean isOn(final int policy) {
        return ramp[policy] > 0;
    }

    double share(final int policy) {
        return smooth(ramp[policy]);
    }

    double share() {
        double sum = 0;
        for (final double s : ramp) {
            sum += smooth(s);
        }
        return sum;
    }

    /** Sums the policies' actions by their shares, moves the applied values toward the sum, and blends their gains. */
    void apply(final WalkingPolicy[] policies, final ActionSlew slew, final PolicyInput input) {
        input.gains.clear();
        input.targets.clear();
        for (int p = 0; p < policies.length; p++) {
            final double share = smooth(ramp[p]);
            if (share > 0) {
                slew.want(share, policies[p].action.wanted);
                input.gains.add(share, policies[p].gains);
                if (policies[p].action.legs != null) {
                    input.targets.add(share, policies[p].gains, policies[p].action.legs.targetRad);
                }
            }
        }
        slew.update();
    }

    void clear() {
        Arrays.fill(ramp, 0);
    }

    private static double smooth(final double s) {
        return s * s * (3 - 2 * s);
    }
}
