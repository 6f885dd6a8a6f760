package gaitd.policies.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.VectorKernels;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellAllocationTest {
    private static final int STEPS = 100_000;
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<CellSpec> specs() {
        return AllCells.specs().stream();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("specs")
    void allocatesNothingPerStep(final CellSpec spec) {
        for (final Kernels<float[]> form : List.of(FloatKernels.INSTANCE, VectorKernels.INSTANCE)) {
            assertEquals(0, leastBytes(spec, form, STEPS), "bytes over " + STEPS + " steps");
        }
        assertEquals(0, leastBytes(spec, DoubleKernels.INSTANCE, STEPS / 10), "bytes in double");
    }

    /** The virtual machine may allocate once on a thread's behalf when it compiles; a step would do so in every round. */
    private <A> long leastBytes(final CellSpec spec, final Kernels<A> kernels, final int steps) {
        final Cell<A> cell = spec.cell(kernels);
        final A parameters = CellsTest.of(kernels, AllCells.parameters(cell.layout(), new Random(1)));
        final A state = kernels.allocate(cell.states());
        final A input = kernels.allocate(cell.inputs());
        kernels.fill(input, 0, cell.inputs(), 0.3);
        final A output = kernels.allocate(cell.outputs());
        cell.load(parameters, 0);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < steps; step++) {
                cell.step(state, input, 0.01, output);
            }
            cell.load(parameters, 0);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(Double.isFinite(kernels.get(output, 0)), spec::toString);
        return least;
    }
}
