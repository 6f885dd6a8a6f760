package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

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
    private final int units;
    private final MemoryLayer<A> layer;
    private final CellShape shape;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param inputs 1 or more
     * @param units 1 or more
     */
    public LstmCell(final Kernels<A> kernels, final int inputs, final int units) {
        this.kernels = kernels;
        this.units = units;
        layer = new MemoryLayer<>(kernels, inputs, units, PARTS);
        shape = new CellShape(layer.layout(), inputs, units, 2 * units);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        layer.load(parameters, at);
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
        final A parts = layer.parts;
        final A carried = layer.carried;
        layer.apply(input, inputAt, state, stateAt);
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
