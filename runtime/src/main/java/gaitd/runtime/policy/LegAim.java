package gaitd.runtime.policy;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * Where a policy that moves the legs alone aims each joint: its pose plus its action, approached at a limited rate.
 *
 * <p>The first action after a reset is aimed at once, as the policy then has no share in the legs yet. Called once a tick; allocates
 * nothing after construction.
 */
public final class LegAim {
    /** Target angles in the order of the robot, 12, rad. */
    final double[] targetRad = new double[A1.JOINTS];

    private final JointOrder order;
    private final double[] poseRad;
    private final double stepRad;
    private boolean first = true;

    /**
     * Aims at nothing yet.
     *
     * @param config rate limit and control period
     * @param order of the joints in actions
     * @param poseRad angles of an action of zeros in the order of the robot, 12, rad
     */
    public LegAim(final Config config, final JointOrder order, final double[] poseRad) {
        this.order = order;
        this.poseRad = poseRad.clone();
        stepRad = config.get(Setting.POLICY_TARGET_SLEW_RAD_S) * config.periodNs() * 1e-9;
    }

    /** The next action is a first one. */
    void reset() {
        first = true;
    }

    /** Moves toward an action, 12 finite angles from {@code at} on in the order of the actions, rad. */
    void update(final double[] action, final int at) {
        for (int i = 0; i < A1.JOINTS; i++) {
            final int joint = order.joint[i];
            final double goal = poseRad[joint] + action[at + i];
            final double last = targetRad[joint];
            targetRad[joint] = first ? goal : Math.clamp(goal, last - stepRad, last + stepRad);
        }
        first = false;
    }
}
