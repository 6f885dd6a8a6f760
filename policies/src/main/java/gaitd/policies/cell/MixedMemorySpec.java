package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * A memory cell in front of another, see {@link MixedMemoryCell}.
 *
 * @param inner the cell behind the memory
 */
public record MixedMemorySpec(CellSpec inner) implements CellSpec {
    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new MixedMemoryCell<>(kernels, inner.cell(kernels));
    }
}
