package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/**
 * Specification of an {@link LstmCell}.
 *
 * @param inputs 1 or more
 * @param units 1 or more
 */
public record LstmSpec(int inputs, int units) implements CellSpec {
    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new LstmCell<>(kernels, inputs, units);
    }
}
