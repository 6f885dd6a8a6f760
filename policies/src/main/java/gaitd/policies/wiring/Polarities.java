package gaitd.policies.wiring;

import gaitd.policies.kernel.Synapses;

/** Signs while a wiring is drawn: one row a source, one column a target, 0 where nothing is connected. */
final class Polarities {
    private final int sources;
    private final int targets;
    private final byte[] signs;

    Polarities(final int sources, final int targets) {
        this.sources = sources;
        this.targets = targets;
        this.signs = new byte[Math.multiplyExact(sources, targets)];
    }

    void connect(final int source, final int target, final int sign) {
        signs[source * targets + target] = (byte) sign;
    }

    int sign(final int source, final int target) {
        return signs[source * targets + target];
    }

    Synapses pattern() {
        final boolean[] mask = new boolean[signs.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = signs[i] != 0;
        }
        return Synapses.of(mask, sources, targets);
    }

    /** Signs in the order of the pattern's synapses. */
    byte[] inOrder(final Synapses pattern) {
        final byte[] ordered = new byte[pattern.count()];
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = signs[pattern.source(k) * targets + pattern.target(k)];
        }
        return ordered;
    }
}
