package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * Specification of a {@link GruCell}.
 *
 * @param inputs 1 or more
 * @param units 1 or more
 */
public record GruSpec(int inputs, int units) implements CellSpec {
    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new GruCell<>(kernels, inputs, units);
    }
}
