package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/** Specification of an {@link MlpCell}. */
public final class MlpSpec implements CellSpec {
    private final Activation activation;
    private final int[] sizes;

    /**
     * A specification.
     *
     * @param activation between layers
     * @param sizes inputs, hidden layers, outputs
     */
    public MlpSpec(final Activation activation, final int... sizes) {
        this.activation = activation;
        this.sizes = sizes.clone();
    }

    /**
     * Activation between layers.
     *
     * @return the activation given
     */
    public Activation activation() {
        return activation;
    }

    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new MlpCell<>(kernels, activation, sizes);
    }
}
