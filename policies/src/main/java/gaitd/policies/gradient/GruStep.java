package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * Gated recurrent unit, forwards and back: n = tanh(a + r b) with a from the input and b from the state, h' = n + z (h - n). The
 * tape holds r, z, n and b.
 */
final class GruStep<A> implements StepGradient<A> {
    private static final int PARTS = 3;

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final int inputs;
    private final int units;
    private final int block;
    private final BatchLinear<A> fromInput;
    private final BatchLinear<A> fromState;
    private final A weights;
    private final A carried;
    private final A dParts;
    private final A dCarried;

    GruStep(final BatchKernels<A> batch, final GruSpec spec, final int rows) {
        this.batch = batch;
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
        weights = kernels.allocate(shape.layout().size());
        carried = kernels.allocate(PARTS * block);
        dParts = kernels.allocate(PARTS * block);
        dCarried = kernels.allocate(PARTS * block);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return (PARTS + 1) * units;
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
        final A tape = frame.tape;
        final int resetAt = frame.tapeAt;
        final int keepAt = resetAt + block;
        final int newAt = keepAt + block;
        final int carriedAt = newAt + block;
        fromInput.apply(weights, frame.input, frame.inputAt, tape, resetAt);
        fromState.apply(weights, frame.state, frame.stateAt, carried, 0);
        kernels.addScaled(1, carried, 0, tape, resetAt, 2 * block);
        kernels.activate(Activation.SIGMOID, tape, resetAt, 2 * block);
        kernels.copy(carried, 2 * block, tape, carriedAt, block);
        kernels.addProduct(tape, resetAt, tape, carriedAt, tape, newAt, block);
        kernels.activate(Activation.TANH, tape, newAt, block);
        kernels.blend(tape, keepAt, tape, newAt, frame.state, frame.stateAt, frame.next, frame.nextAt, block);
        kernels.copy(frame.next, frame.nextAt, frame.output, frame.outputAt, block);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        final int resetAt = frame.tapeAt;
        final int keepAt = resetAt + block;
        final int newAt = keepAt + block;
        final int carriedAt = newAt + block;
        final A d = frame.dState;
        final int dAt = frame.dStateAt;
        kernels.addScaled(1, frame.dOutput, frame.dOutputAt, d, dAt, block);
        // z: d (h - n)
        kernels.copy(frame.state, frame.stateAt, dParts, block, block);
        kernels.addScaled(-1, tape, newAt, dParts, block, block);
        kernels.product(dParts, block, d, dAt, dParts, block, block);
        // n: d (1 - z), and what goes on to the old state: d z
        kernels.copy(d, dAt, dParts, 2 * block, block);
        kernels.product(d, dAt, tape, keepAt, d, dAt, block);
        kernels.addScaled(-1, d, dAt, dParts, 2 * block, block);
        batch.slope(Activation.TANH, tape, newAt, tape, newAt, dParts, 2 * block, block);
        // r and b
        kernels.product(dParts, 2 * block, tape, carriedAt, dParts, 0, block);
        kernels.product(dParts, 2 * block, tape, resetAt, dCarried, 2 * block, block);
        batch.slope(Activation.SIGMOID, tape, resetAt, tape, resetAt, dParts, 0, 2 * block);
        kernels.copy(dParts, 0, dCarried, 0, 2 * block);
        fromInput.backWeights(frame.input, frame.inputAt, dParts, 0, frame.gradient, frame.gradientAt);
        fromState.backWeights(frame.state, frame.stateAt, dCarried, 0, frame.gradient, frame.gradientAt);
        fromInput.backInput(weights, dParts, 0, frame.dInput, frame.dInputAt);
        fromState.backInput(weights, dCarried, 0, d, dAt);
    }
}
