package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;

/** Specification of a cell: everything but its weights. Makes the same cell in any precision. */
public sealed interface CellSpec
        permits OdeSpec,
                ConductanceSpec,
                CfcSpec,
                WiredCfcSpec,
                LstmSpec,
                GruSpec,
                CtGruSpec,
                MlpSpec,
                MixedMemorySpec,
                ProjectedSpec {
    /**
     * Makes a cell; its weights are zeros until {@link Cell#load}.
     *
     * @param <A> double[] or float[]
     * @param kernels the arithmetic
     * @return the cell
     */
    <A> Cell<A> cell(Kernels<A> kernels);
}
