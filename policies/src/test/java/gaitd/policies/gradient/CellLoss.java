package gaitd.policies.gradient;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.kernel.DoubleKernels;
import java.util.Arrays;
import java.util.Random;

/**
 * A random weighted sum of outputs and final states, computed with the cells that run on the robot, one sequence and one
 * step at a time: what the gradients must be the gradients of.
 */
final class CellLoss {
    /** Small against the kinks of some functions, large against rounding. */
    private static final double STEP = 2e-5;

    final Cell<double[]> cell;
    final double[] parameters;
    final SequenceData<double[]> data;

    CellLoss(final CellSpec spec, final SequenceData<double[]> data, final Random random) {
        this.cell = spec.cell(DoubleKernels.INSTANCE);
        this.parameters = RandomCells.parameters(cell.layout(), random);
        this.data = data;
        fill(data.inputs, random);
        fill(data.initialState, random);
        fill(data.dOutputs, random);
        fill(data.dFinalState, random);
        for (int i = 0; i < data.elapsed.length; i++) {
            data.elapsed[i] = 0.2 + random.nextDouble();
        }
    }

    /** Ends some sequences early, one before it begins, and restarts some. */
    void cut(final Random random) {
        for (int row = 0; row < data.sequences; row++) {
            data.lengths[row] = random.nextInt(data.steps() + 1);
        }
        data.lengths[0] = data.steps();
        for (int i = 0; i < data.restarts.length; i++) {
            data.restarts[i] = random.nextInt(4) == 0;
        }
    }

    static void fill(final double[] array, final Random random) {
        for (int i = 0; i < array.length; i++) {
            array[i] = 2 * random.nextDouble() - 1;
        }
    }

    double value() {
        cell.load(parameters, 0);
        double loss = 0;
        final double[] state = new double[cell.states()];
        final double[] output = new double[cell.outputs()];
        for (int row = 0; row < data.sequences; row++) {
            System.arraycopy(data.initialState, row * state.length, state, 0, state.length);
            for (int step = 0; step < data.lengths[row]; step++) {
                final int at = step * data.sequences + row;
                if (data.restarts[at]) {
                    Arrays.fill(state, 0);
                }
                cell.step(state, 0, data.inputs, at * cell.inputs(), data.elapsed[at], output, 0);
                for (int i = 0; i < output.length; i++) {
                    loss += data.dOutputs[at * output.length + i] * output[i];
                }
            }
            for (int i = 0; i < state.length; i++) {
                loss += data.dFinalState[row * state.length + i] * state[i];
            }
        }
        return loss;
    }

    /** By central differences of fourth order, in one element. */
    double slope(final double[] of, final int at) {
        final double h = STEP;
        final double x = of[at];
        double sum = 0;
        final double[] weights = {1, -8, 8, -1};
        final double[] places = {-2, -1, 1, 2};
        for (int i = 0; i < weights.length; i++) {
            of[at] = x + places[i] * h;
            sum += weights[i] * value();
        }
        of[at] = x;
        return sum / (12 * h);
    }
}
