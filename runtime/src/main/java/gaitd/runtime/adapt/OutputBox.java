package gaitd.runtime.adapt;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/** The box around the shipped policy's outputs that no output of an adapting policy leaves. Immutable. */
final class OutputBox {
    /** Half width of each output's bounds, in the network's unit. */
    final double[] half;

    private final double share;

    OutputBox(final Config config, final double[] half) {
        this.half = half.clone();
        share = config.get(Setting.ADAPT_BOX);
    }

    int size() {
        return half.length;
    }

    /** How far an output may be from the shipped one, in the network's unit. */
    double reach(final int index) {
        return share * half[index];
    }

    /** An output held to the box; one that is inside is not changed. */
    float held(final int index, final double output, final double shipped) {
        final double reach = reach(index);
        return (float) Math.clamp(output, shipped - reach, shipped + reach);
    }
}
