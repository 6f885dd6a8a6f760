package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * Long short-term memory as in torch.nn.LSTM, one layer: (i, f, g, o) = x Wih + bih + h Whh + bhh, c' = s(f) c + s(i) tanh(g),
 * h' = s(o) tanh(c').
 *
 * <p>No peepholes, no projection and no 1 added to the forget gate, which other versions have: these are the equations of the
 * library that policies are trained with. State: h, then c. Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class LstmCell<A> implements Cell<A> {
    private static final int PARTS = 4;

    private final Kernels<A> kernels;
    private final int inputs;
    private final int units;
    private final ParameterLayout layout;
    private final Linear<A> fromInput;
    private final Linear<A> fromState;
    private final A weights;
    private final A parts;
    private final A carried;

    /**
     * Takes its memory.
     *
     * @param kernels the arithmetic
     * @param inputs 1 or more
     * @param units 1 or more
     */
    public LstmCell(final Kernels<A> kernels, final int inputs, final int units) {
        this.kernels = kernels;
        this.inputs = inputs;
        this.units = units;
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        fromInput = Linear.of(kernels, names, "weight_ih_l0", "bias_ih_l0", Synapses.full(inputs, PARTS * units));
        fromState = Linear.of(kernels, names, "weight_hh_l0", "bias_hh_l0", Synapses.full(units, PARTS * units));
        layout = names.build();
        weights = kernels.allocate(layout.size());
        parts = kernels.allocate(PARTS * units);
        carried = kernels.allocate(PARTS * units);
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return units;
    }

    @Override
    public int states() {
        return 2 * units;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, layout.size());
        fromInput.load(weights);
        fromState.load(weights);
    }

    @Override
    public void step(
            final A state,
            final int stateAt,
            final A input,
            final int inputAt,
            final double elapsed,
            final A output,
            final int outputAt) {
        fromInput.apply(weights, input, inputAt, parts, 0);
        fromState.apply(weights, state, stateAt, carried, 0);
        kernels.addScaled(1, carried, 0, parts, 0, PARTS * units);
        kernels.activate(Activation.SIGMOID, parts, 0, 2 * units);
        kernels.activate(Activation.TANH, parts, 2 * units, units);
        kernels.activate(Activation.SIGMOID, parts, 3 * units, units);
        final int memoryAt = stateAt + units;
        kernels.product(state, memoryAt, parts, units, state, memoryAt, units);
        kernels.addProduct(parts, 0, parts, 2 * units, state, memoryAt, units);
        kernels.copy(state, memoryAt, state, stateAt, units);
        kernels.activate(Activation.TANH, state, stateAt, units);
        kernels.product(state, stateAt, parts, 3 * units, state, stateAt, units);
        kernels.copy(state, stateAt, output, outputAt, units);
    }
}
