package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.solver.Scheme;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The record is linear in the sequence's length, and is what a gradient's memory grows by. */
class GradientMemoryTest {
    private static final long SEED = 9;

    @Test
    void recordIsLinearInTheNumberOfStepsAndWhatIsTakenGrowsByIt() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(SEED)).entrySet()) {
            final long[] taken = new long[2];
            final long[] stated = new long[2];
            for (int i = 0; i < 2; i++) {
                final int steps = 500 * (i + 1);
                final long before = threads.getCurrentThreadAllocatedBytes();
                final SequenceGradient<double[]> gradient =
                        SequenceGradient.backpropagation(cell.getValue(), PlainBatch.exact(), 8, steps);
                taken[i] = threads.getCurrentThreadAllocatedBytes() - before;
                stated[i] = Double.BYTES * gradient.storedActivations();
            }
            assertEquals(2 * stated[0], stated[1], cell.getKey());
            final double grown = taken[1] - taken[0];
            assertEquals((double) stated[0], grown, 0.01 * stated[0] + 4096, cell.getKey());
        }
    }

    @Test
    void liquidCellKeepsTwoNumbersANeuronAndSolverStep() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 48, 64, 12, Scheme.SEMI_IMPLICIT, 6);
        final SequenceGradient<double[]> gradient = SequenceGradient.backpropagation(spec, PlainBatch.exact(), 256, 32);
        assertEquals(32L * 256 * (2 * 6 * 64 + 2 * 64 + 48 + 1), gradient.storedActivations());
        assertEquals(3 * 2 * (48 * 64 + 6 * 64 * 64 + 64 * 12), gradient.operationsPerStep());
    }

    @Test
    void refusesWhatCannotBe() {
        final OdeSpec adaptive = OdeSpec.full(OdeKind.LTC, 3, 4, 2, Scheme.DORMAND_PRINCE, 1);
        refuses(() -> gradient(adaptive, 1, 1), "DORMAND_PRINCE");
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 3, 4, 2, Scheme.RK4, 1);
        refuses(() -> gradient(spec, 0, 1), "0 sequences");
        refuses(() -> gradient(spec, 1, 0), "0 steps");
        final SequenceData<double[]> data = gradient(spec, 1, 5).data();
        refuses(() -> data.steps(6), "1 to 5");
        refuses(() -> data.steps(0), "0 steps");
    }

    private static SequenceGradient<double[]> gradient(final OdeSpec spec, final int sequences, final int steps) {
        return SequenceGradient.backpropagation(spec, PlainBatch.exact(), sequences, steps);
    }

    private static void refuses(final Runnable action, final String why) {
        final String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(why), message);
    }
}
