package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * One dense layer as a cell without memory, y = f(b + x W), so that the function is computed with the product. Parameters: weight, bias.
 * Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class LayerCell<A> implements Cell<A> {
    private final Kernels<A> kernels;
    private final Activation activation;
    private final CellShape shape;
    private final Linear<A> layer;
    private final A weights;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param activation behind the sums; may be the identity
     * @param inputs 1 or more
     * @param outputs 1 or more
     */
    public LayerCell(final Kernels<A> kernels, final Activation activation, final int inputs, final int outputs) {
        this.kernels = kernels;
        this.activation = activation;
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        layer = Linear.of(kernels, names, "weight", "bias", Synapses.full(inputs, outputs));
        shape = new CellShape(names.build(), inputs, outputs, 0);
        weights = kernels.allocate(shape.layout().size());
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        layer.load(weights);
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
        layer.apply(activation, weights, input, inputAt, output, outputAt);
    }
}
