package gaitd.runtime.policy;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.PolicyInput;
import java.util.Arrays;

/**
 * Rate limit on what policies add to the walk: the applied values follow the weighted sum of the policies' actions,
 * each within its limits.
 *
 * <p>The same in the loop and in training, so that a policy controls the robot it was trained on. Called once a tick;
 * allocates nothing after construction.
 */
public final class ActionSlew {
    /** Values applied in this tick, in the order of {@link PolicyInput}. */
    public final double[] applied = new double[PolicyInput.ACTIONS];
    /** Its rates of change, 1/s. */
    public final double[] appliedRate = new double[PolicyInput.ACTIONS];

    private final double periodS;
    private final double[] limits = new double[PolicyInput.ACTIONS];
    private final double[] stepMax = new double[PolicyInput.ACTIONS];
    private final double[] target = new double[PolicyInput.ACTIONS];

    /**
     * Begins with zeros.
     *
     * @param config the limits, the rate and the control period
     */
    public ActionSlew(final Config config) {
        periodS = config.periodNs() * 1e-9;
        final PolicyInput input = new PolicyInput(config);
        for (int i = 0; i < limits.length; i++) {
            limits[i] = input.limit(i);
            stepMax[i] = limits[i] * config.get(Setting.POLICY_SLEW_1_S) * periodS;
        }
    }

    /** Back to zeros at once. */
    public void clear() {
        Arrays.fill(applied, 0);
        Arrays.fill(appliedRate, 0);
        Arrays.fill(target, 0);
    }

    /**
     * Adds one policy's action of this tick.
     *
     * @param share how much of it, 0 to 1; all shares of a tick make 1 or less
     * @param wanted {@link PolicyInput#ACTIONS} finite numbers in the units of {@link PolicyInput}, not limited yet
     */
    public void want(final double share, final double[] wanted) {
        for (int i = 0; i < target.length; i++) {
            target[i] += share * Math.clamp(wanted[i], -limits[i], limits[i]);
        }
    }

    /** Moves the applied values toward the sum of the actions added since the last call, and clears that sum. */
    public void update() {
        for (int i = 0; i < target.length; i++) {
            final double next = Math.clamp(target[i], applied[i] - stepMax[i], applied[i] + stepMax[i]);
            appliedRate[i] = (next - applied[i]) / periodS;
            applied[i] = next;
            target[i] = 0;
        }
    }
}
