package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * The gate arguments of LSTM and GRU, with the names of PyTorch: x Wih + bih and h Whh + bhh, one value a gate and
 * unit. Serves one thread, allocates nothing after construction.
 */
final class MemoryLayer<A> {
    private final Kernels<A> kernels;
    private final ParameterLayout layout;
    private final Linear<A> fromInput;
    private final Linear<A> fromState;
    private final A weights;
    /** x Wih + bih of all gates after {@link #apply}; the cell may overwrite it. */
    final A parts;
    /** h Whh + bhh of all gates after {@link #apply}. */
    final A carried;

    MemoryLayer(final Kernels<A> kernels, final int inputs, final int units, final int partCount) {
        this.kernels = kernels;
        final int width = partCount * units;
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        fromInput = Linear.of(kernels, names, "weight_ih_l0", "bias_ih_l0", Synapses.full(inputs, width));
        fromState = Linear.of(kernels, names, "weight_hh_l0", "bias_hh_l0", Synapses.full(units, width));
        layout = names.build();
        weights = kernels.allocate(layout.size());
        parts = kernels.allocate(width);
        carried = kernels.allocate(width);
    }

    ParameterLayout layout() {
        return layout;
    }

    void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, layout.size());
        fromInput.load(weights);
        fromState.load(weights);
    }

    void apply(final A input, final int inputAt, final A state, final int stateAt) {
        fromInput.apply(weights, input, inputAt, parts, 0);
        fromState.apply(weights, state, stateAt, carried, 0);
    }
}
