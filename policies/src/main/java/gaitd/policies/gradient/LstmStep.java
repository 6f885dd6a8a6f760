package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** Long short-term memory, forwards and back. */
final class LstmStep<A> implements StepGradient<A> {
    private static final int PARTS = 4;

    private final Kernels<A> kernels;
    private final CellShape shape;
    private final int inputs;
    private final int units;
    private final int block;
    private final BatchLinear<A> fromInput;
    private final BatchLinear<A> fromState;
    private final MemoryGates<A> gates;
    private final A weights;
    private final A carried;
    private final A dParts;

    LstmStep(final BatchKernels<A> batch, final LstmSpec spec, final int rows) {
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.inputs = spec.inputs();
        this.units = spec.units();
        this.block = Math.multiplyExact(units, rows);
        fromInput =
                BatchLinear.of(batch, layout, "weight_ih_l0", "bias_ih_l0", Synapses.full(inputs, PARTS * units), rows);
        fromState =
                BatchLinear.of(batch, layout, "weight_hh_l0", "bias_hh_l0", Synapses.full(units, PARTS * units), rows);
        gates = new MemoryGates<>(batch, block, MemoryGates.Order.TORCH);
        weights = kernels.allocate(shape.layout().size());
        carried = kernels.allocate(PARTS * block);
        dParts = kernels.allocate(PARTS * block);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return MemoryGates.BLOCKS * units;
    }

    @Override
    public long operations() {
        return 3 * (fromInput.operations() + fromState.operations());
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        fromInput.apply(weights, frame.input, frame.inputAt, frame.tape, frame.tapeAt);
        fromState.apply(weights, frame.state, frame.stateAt, carried, 0);
        kernels.addScaled(1, carried, 0, frame.tape, frame.tapeAt, PARTS * block);
        gates.forward(
                frame.tape,
                frame.tapeAt,
                frame.state,
                frame.stateAt + block,
                frame.next,
                frame.nextAt,
                frame.next,
                frame.nextAt + block);
        kernels.copy(frame.next, frame.nextAt, frame.output, frame.outputAt, block);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final int memoryAt = frame.dStateAt + block;
        kernels.addScaled(1, frame.dOutput, frame.dOutputAt, frame.dState, frame.dStateAt, block);
        gates.backward(
                frame.tape,
                frame.tapeAt,
                frame.state,
                frame.stateAt + block,
                frame.dState,
                frame.dStateAt,
                frame.dState,
                memoryAt,
                dParts);
        fromInput.backWeights(frame.input, frame.inputAt, dParts, 0, frame.gradient, frame.gradientAt);
        fromState.backWeights(frame.state, frame.stateAt, dParts, 0, frame.gradient, frame.gradientAt);
        fromInput.backInput(weights, dParts, 0, frame.dInput, frame.dInputAt);
        kernels.fill(frame.dState, frame.dStateAt, block, 0);
        fromState.backInput(weights, dParts, 0, frame.dState, frame.dStateAt);
    }
}
