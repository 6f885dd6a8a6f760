package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.runtime.config.ChoiceSetting;
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
        final LegGeometry legs = config.get(ChoiceSetting.ROBOT_KIND).legs();
        final double height = config.get(Setting.HEIGHT_M) - legs.footRadiusM();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            foot[3 * leg] = A1.frontSign(leg) * legs.hipXM() + config.get(Setting.STANCE_X_M);
            foot[3 * leg + 1] = A1.sideSign(leg) * (legs.hipYM() + legs.abductionM() + config.get(Setting.STANCE_Y_M));
            foot[3 * leg + 2] = -height;
        }
    }
}
