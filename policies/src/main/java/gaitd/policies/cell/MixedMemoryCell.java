package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * A memory cell in front of a continuous-time one, as in ncps (1.0.1): the memory sets the hidden state that the inner cell then
 * starts from.
 *
 * <p>(a, i, f, o) = x input_map + h recurrent_map; c' = c s(f + 1) + tanh(a) s(i); h = tanh(c') s(o). State: the inner cell's, then
 * c. Parameters: those of the inner cell, then lstm.input_map.weight, lstm.input_map.bias, lstm.recurrent_map.weight.
 *
 * @param <A> double[] or float[]
 */
public final class MixedMemoryCell<A> implements Cell<A> {
    private static final int PARTS = 4;

    private final Kernels<A> kernels;
    private final Cell<A> inner;
    private final int units;
    private final CellShape shape;
    private final Linear<A> inputMap;
    private final Linear<A> recurrentMap;
    private final A weights;
    private final A parts;
    private final A ones;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param inner the cell behind the memory
     */
    public MixedMemoryCell(final Kernels<A> kernels, final Cell<A> inner) {
        this.kernels = kernels;
        this.inner = inner;
        this.units = inner.states();
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        names.addAll("", inner.layout());
        inputMap = Linear.of(
                kernels,
                names,
                "lstm.input_map.weight",
                "lstm.input_map.bias",
                Synapses.full(inner.inputs(), PARTS * units));
        recurrentMap =
                Linear.withoutBias(kernels, names, "lstm.recurrent_map.weight", Synapses.full(units, PARTS * units));
        shape = new CellShape(names.build(), inner.inputs(), inner.outputs(), 2 * units);
        weights = kernels.allocate(shape.layout().size());
        parts = kernels.allocate(PARTS * units);
        ones = kernels.allocate(units);
        kernels.fill(ones, 0, units, 1);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        inputMap.load(weights);
        recurrentMap.load(weights);
        inner.load(parameters, at);
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
        inputMap.apply(weights, input, inputAt, parts, 0);
        recurrentMap.add(state, stateAt, parts, 0);
        kernels.addScaled(1, ones, 0, parts, 2 * units, units);
        kernels.activate(Activation.TANH, parts, 0, units);
        kernels.activate(Activation.SIGMOID, parts, units, (PARTS - 1) * units);
        final int memoryAt = stateAt + units;
        kernels.product(state, memoryAt, parts, 2 * units, state, memoryAt, units);
        kernels.addProduct(parts, 0, parts, units, state, memoryAt, units);
        kernels.copy(state, memoryAt, state, stateAt, units);
        kernels.activate(Activation.TANH, state, stateAt, units);
        kernels.product(state, stateAt, parts, 3 * units, state, stateAt, units);
        inner.step(state, stateAt, input, inputAt, elapsed, output, outputAt);
    }
}
