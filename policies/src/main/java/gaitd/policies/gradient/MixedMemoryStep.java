package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * A memory cell in front of another, forwards and back. The tape holds the gates, then the hidden state that the inner cell starts
 * from, then the inner cell's own.
 */
final class MixedMemoryStep<A> implements StepGradient<A> {
    private static final int PARTS = 4;

    private final Kernels<A> kernels;
    private final CellShape shape;
    private final StepGradient<A> inner;
    private final int units;
    private final int block;
    private final BatchLinear<A> inputMap;
    private final BatchLinear<A> recurrentMap;
    private final MemoryGates<A> gates;
    private final A weights;
    private final A dParts;
    private final StepFrame<A> part = new StepFrame<>();

    MixedMemoryStep(final BatchKernels<A> batch, final MixedMemorySpec spec, final int rows) {
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.inner = StepGradients.of(spec.inner(), batch, rows);
        this.units = inner.states();
        this.block = Math.multiplyExact(units, rows);
        this.inputMap = BatchLinear.of(
                batch,
                layout,
                "lstm.input_map.weight",
                "lstm.input_map.bias",
                Synapses.full(inner.inputs(), PARTS * units),
                rows);
        this.recurrentMap = BatchLinear.of(
                batch, layout, "lstm.recurrent_map.weight", "", Synapses.full(units, PARTS * units), rows);
        this.gates = new MemoryGates<>(batch, block, MemoryGates.Order.MIXED_MEMORY);
        this.weights = kernels.allocate(shape.layout().size());
        this.dParts = kernels.allocate(PARTS * block);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return (MemoryGates.BLOCKS + 1) * units + inner.tape();
    }

    @Override
    public long operations() {
        return inner.operations() + 3 * (inputMap.operations() + recurrentMap.operations());
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        inner.load(parameters, at);
    }

    private void inside(final StepFrame<A> frame) {
        part.set(frame);
        part.state = frame.tape;
        part.stateAt = frame.tapeAt + MemoryGates.BLOCKS * block;
        part.tapeAt = part.stateAt + block;
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        inputMap.apply(weights, frame.input, frame.inputAt, frame.tape, frame.tapeAt);
        recurrentMap.add(weights, frame.state, frame.stateAt, frame.tape, frame.tapeAt);
        inside(frame);
        gates.forward(
                frame.tape,
                frame.tapeAt,
                frame.state,
                frame.stateAt + block,
                part.state,
                part.stateAt,
                frame.next,
                frame.nextAt + block);
        inner.forward(part);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        inside(frame);
        inner.backward(part);
        gates.backward(
                frame.tape,
                frame.tapeAt,
                frame.state,
                frame.stateAt + block,
                frame.dState,
                frame.dStateAt,
                frame.dState,
                frame.dStateAt + block,
                dParts);
        inputMap.backWeights(frame.input, frame.inputAt, dParts, 0, frame.gradient, frame.gradientAt);
        recurrentMap.backWeights(frame.state, frame.stateAt, dParts, 0, frame.gradient, frame.gradientAt);
        inputMap.backInput(weights, dParts, 0, frame.dInput, frame.dInputAt);
        kernels.fill(frame.dState, frame.dStateAt, block, 0);
        recurrentMap.backInput(weights, dParts, 0, frame.dState, frame.dStateAt);
    }
}
