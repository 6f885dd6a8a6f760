package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.kernel.Kernels;

/** A linear layer behind a cell, forwards and back. The tape holds the cell's output in front of the cell's own. */
final class ProjectedStep<A> implements StepGradient<A> {
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final StepGradient<A> inner;
    private final BatchLinear<A> projection;
    private final int block;
    private final A weights;
    private final A dInside;
    private final StepFrame<A> part = new StepFrame<>();

    ProjectedStep(final BatchKernels<A> batch, final ProjectedSpec spec, final int rows) {
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.inner = StepGradients.of(spec.inner(), batch, rows);
        this.projection = BatchLinear.of(batch, layout, "fc", inner.outputs(), spec.outputs(), rows);
        this.block = Math.multiplyExact(inner.outputs(), rows);
        this.weights = kernels.allocate(shape.layout().size());
        this.dInside = kernels.allocate(block);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return inner.outputs() + inner.tape();
    }

    @Override
    public long operations() {
        return inner.operations() + 3 * projection.operations();
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        inner.load(parameters, at);
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        part.set(frame);
        part.output = frame.tape;
        part.outputAt = frame.tapeAt;
        part.tapeAt += block;
        inner.forward(part);
        projection.apply(weights, frame.tape, frame.tapeAt, frame.output, frame.outputAt);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        kernels.fill(dInside, 0, block, 0);
        projection.backInput(weights, frame.dOutput, frame.dOutputAt, dInside, 0);
        projection.backWeights(
                frame.tape, frame.tapeAt, frame.dOutput, frame.dOutputAt, frame.gradient, frame.gradientAt);
        part.set(frame);
        part.tapeAt += block;
        part.dOutput = dInside;
        part.dOutputAt = 0;
        inner.backward(part);
    }
}
