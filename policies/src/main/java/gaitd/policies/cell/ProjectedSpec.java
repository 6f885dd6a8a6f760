package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * A linear layer behind a cell, see {@link ProjectedCell}.
 *
 * @param inner the cell
 * @param outputs 1 or more
 */
public record ProjectedSpec(CellSpec inner, int outputs) implements CellSpec {
    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new ProjectedCell<>(kernels, inner.cell(kernels), outputs);
    }
}
