package gaitd.policies.cell;

import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** Specification of a {@link WiredCfcCell}. */
public final class WiredCfcSpec implements CellSpec {
    private final Mode mode;
    private final Synapses[] patterns;

    /**
     * A specification.
     *
     * @param mode which closed form
     * @param patterns one a layer, from [layer's input, own state] to its units
     */
    public WiredCfcSpec(final Mode mode, final Synapses... patterns) {
        this.mode = mode;
        this.patterns = patterns.clone();
    }

    /**
     * Which closed form.
     *
     * @return the mode given
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Number of layers.
     *
     * @return how many patterns were given
     */
    public int layers() {
        return patterns.length;
    }

    /**
     * The pattern of a layer.
     *
     * @param layer from 0
     * @return from [layer's input, own state] to its units
     */
    public Synapses pattern(final int layer) {
        return patterns[layer];
    }

    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new WiredCfcCell<>(kernels, mode, patterns);
    }
}
