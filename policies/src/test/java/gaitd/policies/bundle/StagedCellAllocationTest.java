package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.policies.kernel.FloatKernels;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StagedCellAllocationTest {
    private static final int STEPS = 100_000;
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<CellFacts> specs() {
        return ManifestTextTest.specs();
    }

    /** The virtual machine may allocate once on a thread's behalf when it compiles; a step would do so in every round. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("specs")
    void stepsAndShowsItsStatesWithoutGarbage(final CellFacts facts) {
        for (final Networks networks : List.of(new Networks(FloatKernels.INSTANCE), Networks.FASTEST)) {
            final PolicyCell cell = networks.create(facts, Examples.positiveTensors(facts, 1));
            final float[] input = new float[facts.inputs()];
            final float[] output = new float[facts.outputs()];
            final float[] hidden = new float[cell.hiddenSize()];
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && least > 0; round++) {
                cell.reset();
                final long before = threads.getCurrentThreadAllocatedBytes();
                for (int step = 0; step < STEPS; step++) {
                    input[0] = step % 7 * 0.1f;
                    cell.step(input, facts.elapsedPerStep(), output);
                    cell.hidden(hidden);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least, "bytes over " + STEPS + " steps");
            assertTrue(Float.isFinite(output[0]), facts.kind());
        }
    }
}
