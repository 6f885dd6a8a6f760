package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/** Where the feet stand when nothing moves: under the hips, a little outside, at the configured height. */
public final class Stance {
    /** Nominal places of the feet's centres from the trunk origin, 4 x 3, m; z for the full height. */
    public final double[] foot = new double[3 * A1.LEGS];

    /**
     * The stance of a configuration.
     *
     * @param config height and offsets
     */
    public Stance(final Config config) {
        final double height = config.get(Setting.HEIGHT_M) - A1.FOOT_RADIUS_M;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            foot[3 * leg] = A1.frontSign(leg) * A1.HIP_X_M + config.get(Setting.STANCE_X_M);
            foot[3 * leg + 1] = A1.sideSign(leg) * (A1.HIP_Y_M + A1.ABDUCTION_M + config.get(Setting.STANCE_Y_M));
            foot[3 * leg + 2] = -height;
        }
    }
}
