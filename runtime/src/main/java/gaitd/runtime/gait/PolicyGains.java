package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import java.util.Arrays;

/**
 * Gains of the legs while policies are blended in: each policy's gains by its share, the walk's own by the rest.
 *
 * <p>Written and read once a tick while walking, by one thread. Allocates nothing after construction.
 */
public final class PolicyGains {
    private final double[] kp = new double[A1.JOINTS];
    private final double[] kd = new double[A1.JOINTS];
    private double share;

    PolicyGains() {}

    /** Back to the walk's own gains. */
    public void clear() {
        share = 0;
        Arrays.fill(kp, 0);
        Arrays.fill(kd, 0);
    }

    /**
     * Adds one policy's gains.
     *
     * @param policyShare how much of it is in the walk, 0 to 1; all since the last clearing make 1 or less
     * @param gains what it was trained with
     */
    public void add(final double policyShare, final JointGains gains) {
        share += policyShare;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            kp[joint] += policyShare * gains.kp[joint];
            kd[joint] += policyShare * gains.kd[joint];
        }
    }

    /** Blends them into the walk's commands. */
    void blend(final JointCommands out) {
        if (share > 0) {
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                out.kp[joint] += kp[joint] - share * out.kp[joint];
                out.kd[joint] += kd[joint] - share * out.kd[joint];
            }
        }
    }
}
