package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.CellSpec;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell in random sizes against differences of the loss that the cells themselves compute. */
class CentralDifferenceTest {
    private static final int SAMPLES = 12;
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gradientsAreThoseOfWhatTheCellsCompute(final long seed) {
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(seed)).entrySet()) {
            final Random random = new Random(seed * 31 + cell.getKey().hashCode());
            final int sequences = 1 + random.nextInt(4);
            final int steps = 1 + random.nextInt(5);
            final SequenceGradient<double[]> gradient =
                    SequenceGradient.backpropagation(cell.getValue(), PlainBatch.exact(), sequences, steps);
            final CellLoss loss = new CellLoss(cell.getValue(), gradient.data(), random);
            loss.cut(random);
            final double[] byParameters = new double[loss.parameters.length];
            gradient.load(loss.parameters, 0);
            gradient.forward(loss.data);
            final String where = cell.getKey() + ", seed " + seed;
            assertEquals(loss.value(), ofForward(loss), 1e-12 * (1 + Math.abs(loss.value())), where);
            gradient.backward(loss.data, byParameters, 0);
            check(loss, loss.parameters, byParameters, random, where + ", parameter ");
            check(loss, loss.data.inputs, loss.data.dInputs, random, where + ", input ");
            check(loss, loss.data.initialState, loss.data.dInitialState, random, where + ", state ");
        }
    }

    private static double ofForward(final CellLoss loss) {
        double sum = 0;
        for (int i = 0; i < loss.data.outputs.length; i++) {
            sum += loss.data.outputs[i] * loss.data.dOutputs[i];
        }
        for (int i = 0; i < loss.data.finalState.length; i++) {
            sum += loss.data.finalState[i] * loss.data.dFinalState[i];
        }
        return sum;
    }

    private static void check(
            final CellLoss loss, final double[] of, final double[] got, final Random random, final String where) {
        assertEquals(of.length, got.length, where);
        for (int sample = 0; sample < Math.min(SAMPLES, of.length); sample++) {
            final int at = of.length <= SAMPLES ? sample : random.nextInt(of.length);
            final double wanted = loss.slope(of, at);
            assertTrue(
                    Math.abs(got[at] - wanted) <= TOLERANCE * (1 + Math.abs(wanted)),
                    () -> where + at + ": " + got[at] + ", by differences " + wanted);
        }
    }
}
