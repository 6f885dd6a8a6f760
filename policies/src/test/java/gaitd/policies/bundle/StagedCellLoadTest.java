package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.management.ThreadMXBean;
import gaitd.policies.kernel.FloatKernels;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StagedCellLoadTest {
    private static final int LOADS = 2_000;
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<CellFacts> specs() {
        return ManifestTextTest.specs();
    }

    private static float[] outputs(final PolicyCell cell, final CellFacts facts) {
        final float[] input = new float[facts.inputs()];
        final float[] output = new float[facts.outputs()];
        for (int step = 0; step < 10; step++) {
            Arrays.fill(input, 0.3f * step - 1);
            cell.step(input, facts.elapsedPerStep(), output);
        }
        return output;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aCellWithAnotherOnesWeightsGivesWhatThatOneGives(final CellFacts facts) {
        for (final Networks networks : List.of(new Networks(FloatKernels.INSTANCE), Networks.FASTEST)) {
            final Safetensors others = Examples.positiveTensors(facts, 2);
            final PolicyCell cell = networks.create(facts, Examples.positiveTensors(facts, 1));
            final float[] before = outputs(cell, facts);
            final float[] weights = networks.weights(facts, others);
            assertEquals(weights.length, cell.weightCount());
            cell.load(weights);
            cell.reset();
            final float[] after = outputs(cell, facts);
            assertArrayEquals(outputs(networks.create(facts, others), facts), after);
            assertFalse(Arrays.equals(before, after), "other weights give other outputs");
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void loadsWithoutGarbage(final CellFacts facts) {
        final Networks networks = new Networks(FloatKernels.INSTANCE);
        final PolicyCell cell = networks.create(facts, Examples.positiveTensors(facts, 1));
        final float[] weights = networks.weights(facts, Examples.positiveTensors(facts, 2));
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < LOADS; i++) {
                cell.load(weights);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes over " + LOADS + " loads");
    }
}
