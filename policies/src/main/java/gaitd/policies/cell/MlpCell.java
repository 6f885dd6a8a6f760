package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * A feed-forward network as a cell without memory: linear layers, one activation between them, none behind the last. Parameters:
 * 0.weight, 0.bias, 1.weight, ... counted by linear layers. Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class MlpCell<A> implements Cell<A> {
    private final Kernels<A> kernels;
    private final Activation activation;
    private final CellShape shape;
    private final Linear<A>[] layers;
    private final A weights;
    private final A hidden;
    private final A hiddenNext;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param activation between layers
     * @param sizes inputs, hidden layers, outputs: 2 or more numbers of 1 or more
     * @throws IllegalArgumentException when there are fewer than 2 sizes
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public MlpCell(final Kernels<A> kernels, final Activation activation, final int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(sizes.length + " sizes: expected inputs, hidden layers, outputs");
        }
        this.kernels = kernels;
        this.activation = activation;
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        layers = new Linear[sizes.length - 1];
        int widest = 1;
        for (int i = 0; i < layers.length; i++) {
            layers[i] = Linear.of(kernels, names, Integer.toString(i), sizes[i], sizes[i + 1]);
            widest = Math.max(widest, sizes[i + 1]);
        }
        shape = new CellShape(names.build(), sizes[0], sizes[sizes.length - 1], 0);
        weights = kernels.allocate(shape.layout().size());
        hidden = kernels.allocate(widest);
        hiddenNext = kernels.allocate(widest);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        for (final Linear<A> layer : layers) {
            layer.load(weights);
        }
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
        A from = input;
        int fromAt = inputAt;
        A to = hidden;
        A spare = hiddenNext;
        for (int i = 0; i < layers.length - 1; i++) {
            layers[i].apply(activation, weights, from, fromAt, to, 0);
            from = to;
            fromAt = 0;
            to = spare;
            spare = from;
        }
        layers[layers.length - 1].apply(weights, from, fromAt, output, outputAt);
    }
}
