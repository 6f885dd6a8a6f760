package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * A cell with a linear layer behind its output: y = fc(output). Parameters: those of the cell, then fc.weight, fc.bias.
 *
 * @param <A> double[] or float[]
 */
public final class ProjectedCell<A> implements Cell<A> {
    private final Kernels<A> kernels;
    private final Cell<A> inner;
    private final CellShape shape;
    private final Linear<A> projection;
    private final A weights;
    private final A inside;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param inner the cell
     * @param outputs size of the projection, 1 or more
     */
    public ProjectedCell(final Kernels<A> kernels, final Cell<A> inner, final int outputs) {
        this.kernels = kernels;
        this.inner = inner;
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        names.addAll("", inner.layout());
        projection = Linear.of(kernels, names, "fc", inner.outputs(), outputs);
        shape = new CellShape(names.build(), inner.inputs(), projection.targets(), inner.states());
        weights = kernels.allocate(shape.layout().size());
        inside = kernels.allocate(inner.outputs());
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        projection.load(weights);
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
        inner.step(state, stateAt, input, inputAt, elapsed, inside, 0);
        projection.apply(weights, inside, 0, output, outputAt);
    }
}
