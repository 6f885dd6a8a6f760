package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

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
    public GruCell(final Kernels<A> kernels, final int inputs, final int units) {
        this.kernels = kernels;
        this.units = units;
        layer = new MemoryLayer<>(kernels, inputs, units, PARTS);
        shape = new CellShape(layer.layout(), inputs, units, units);
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
        final int newAt = 2 * units;
        final A parts = layer.parts;
        final A carried = layer.carried;
        layer.apply(input, inputAt, state, stateAt);
        kernels.addScaled(1, carried, 0, parts, 0, 2 * units);
        kernels.activate(Activation.SIGMOID, parts, 0, 2 * units);
        kernels.addProduct(parts, 0, carried, newAt, parts, newAt, units);
        kernels.activate(Activation.TANH, parts, newAt, units);
        kernels.blend(parts, units, parts, newAt, state, stateAt, state, stateAt, units);
        kernels.copy(state, stateAt, output, outputAt, units);
    }
}
