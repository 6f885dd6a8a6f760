package gaitd.bench.cells;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.kernel.Kernels;

/** Runs a case in one precision and measures how far it is from the reference. */
final class CellRun {
    private CellRun() {}

    /**
     * The worst relative error of outputs and states: difference over the larger of the reference value's size and the smaller
     * of 1 and the largest size in all steps.
     */
    static <A> double worstError(final ReferenceCase reference, final CellSpec spec, final Kernels<A> kernels) {
        final Cell<A> cell = spec.cell(kernels);
        cell.load(of(kernels, reference.parameters), 0);
        final A state = of(kernels, reference.initialState);
        final A output = kernels.allocate(cell.outputs());
        final int steps = reference.inputs.length;
        final double[][] states = new double[steps][];
        final double[][] outputs = new double[steps][];
        for (int step = 0; step < steps; step++) {
            cell.step(state, of(kernels, reference.inputs[step]), reference.elapsed[step], output);
            states[step] = values(kernels, state);
            outputs[step] = values(kernels, output);
        }
        final double ofStates = error(states, reference.states);
        return reference.outputs == null ? ofStates : Math.max(ofStates, error(outputs, reference.outputs));
    }

    private static <A> A of(final Kernels<A> kernels, final double[] values) {
        final A array = kernels.allocate(values.length);
        for (int i = 0; i < values.length; i++) {
            kernels.set(array, i, values[i]);
        }
        return array;
    }

    private static <A> double[] values(final Kernels<A> kernels, final A array) {
        final double[] values = new double[kernels.length(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = kernels.get(array, i);
        }
        return values;
    }

    private static double error(final double[][] got, final double[][] wanted) {
        double largest = 0;
        for (final double[] row : wanted) {
            for (final double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double worst = 0;
        for (int step = 0; step < wanted.length; step++) {
            for (int i = 0; i < wanted[step].length; i++) {
                final double scale = Math.max(Math.abs(wanted[step][i]), Math.min(1, largest));
                worst = Math.max(worst, Math.abs(got[step][i] - wanted[step][i]) / Math.max(scale, Double.MIN_NORMAL));
            }
        }
        return worst;
    }
}
