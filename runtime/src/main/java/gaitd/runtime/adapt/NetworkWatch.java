package gaitd.runtime.adapt;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;

/**
 * Judges the outputs of weights that were not shipped: they must be finite, not stay far outside the box, and not differ from
 * the shipped ones by something that changes faster than a walk needs.
 *
 * <p>Unrest is the mean of a quarter of a second of the change of that difference, of the worst output, in boxes a second: an
 * oscillation from side to side of the box at 10 Hz has 40. Allocates nothing after construction.
 */
final class NetworkWatch {
    private static final double UNREST_S = 0.25;
    private static final double MS_PER_S = 1e3;

    private final OutputBox box;
    private final double boxesOutside;
    private final double outsideMs;
    private final double unrestMax;
    private final double stepS;
    private final double gain;
    private final double[] difference;
    private final double[] unrest;
    private int stepsOutside;
    private boolean begun;

    NetworkWatch(final Config config, final OutputBox box, final double stepS) {
        this.box = box;
        this.stepS = stepS;
        boxesOutside = 1 + 2 * config.get(Setting.POLICY_BOUNDS_MARGIN);
        outsideMs = config.get(Setting.POLICY_BOUNDS_MS);
        unrestMax = config.get(Setting.ADAPT_UNREST_MAX_1_S);
        gain = Math.min(1, stepS / UNREST_S);
        difference = new double[box.size()];
        unrest = new double[box.size()];
    }

    void reset() {
        Arrays.fill(difference, 0);
        Arrays.fill(unrest, 0);
        stepsOutside = 0;
        begun = false;
    }

    /** One step: what is wrong with the outputs, or {@link RollbackCause#NONE}. */
    RollbackCause judge(final float[] output, final float[] shipped) {
        boolean outside = false;
        double worst = 0;
        for (int i = 0; i < output.length; i++) {
            if (!Float.isFinite(output[i])) {
                return RollbackCause.NOT_FINITE;
            }
            final double reach = box.reach(i);
            final double now = output[i] - (double) shipped[i];
            outside |= Math.abs(now) > boxesOutside * reach;
            if (reach > 0) {
                final double held = Math.clamp(now / reach, -1.0, 1.0);
                final double change = begun ? Math.abs(held - difference[i]) / stepS : 0;
                difference[i] = held;
                unrest[i] += gain * (change - unrest[i]);
                worst = Math.max(worst, unrest[i]);
            }
        }
        begun = true;
        stepsOutside = outside ? stepsOutside + 1 : 0;
        if (stepsOutside * stepS * MS_PER_S > outsideMs) {
            return RollbackCause.OUT_OF_BOX;
        }
        return worst > unrestMax ? RollbackCause.UNREST : RollbackCause.NONE;
    }
}
