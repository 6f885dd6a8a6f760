package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * Specification of a {@link CtGruCell}.
 *
 * @param inputs 1 or more
 * @param units 1 or more
 * @param scales number of time scales, 1 or more
 * @param shortest the first time scale, above 0
 */
public record CtGruSpec(int inputs, int units, int scales, double shortest) implements CellSpec {
    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new CtGruCell<>(kernels, inputs, units, scales, shortest);
    }
}
