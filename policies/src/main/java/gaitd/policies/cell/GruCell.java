package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * Gated recurrent unit as in torch.nn.GRU, one layer, gates in the order r, z, n: n = tanh(x Win + bin + r (h Whn + bhn)),
 * h' = (1 - z) n + z h.
 *
 * <p>Public versions disagree twice. Cho et al. 2014 multiply r into h in front of the product; here it comes behind, with a second
 * bias, as in PyTorch, cuDNN and Keras with reset_after. And z keeps the old state here, while in Chung et al. 2014 it takes the
 * new one. PyTorch's equations are taken since policies come from there. Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class GruCell<A> implements Cell<A> {
    private static final int PARTS = 3;

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
    public GruCell(final Kernels<A> kernels, final int inputs, final int units) {
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
        return units;
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
        final int newAt = 2 * units;
        fromInput.apply(weights, input, inputAt, parts, 0);
        fromState.apply(weights, state, stateAt, carried, 0);
        kernels.addScaled(1, carried, 0, parts, 0, 2 * units);
        kernels.activate(Activation.SIGMOID, parts, 0, 2 * units);
        kernels.addProduct(parts, 0, carried, newAt, parts, newAt, units);
        kernels.activate(Activation.TANH, parts, newAt, units);
        kernels.blend(parts, units, parts, newAt, state, stateAt, state, stateAt, units);
        kernels.copy(state, stateAt, output, outputAt, units);
    }
}
