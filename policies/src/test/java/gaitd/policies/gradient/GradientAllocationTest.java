package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.solver.Scheme;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An update, load, forward and backward, allocates nothing. */
class GradientAllocationTest {
    private static final int UPDATES = 500;
    private static final int ROUNDS = 2000;
    private static final long SEED = 3;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void inFloatVectors() {
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(SEED)).entrySet()) {
            final BatchKernels<float[]> batch = PlainBatch.fastest();
            assertEquals(
                    0,
                    leastBytes(SequenceGradient.backpropagation(cell.getValue(), batch, 2, 3), batch.basic()),
                    cell.getKey());
        }
    }

    @Test
    void inDouble() {
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(SEED)).entrySet()) {
            final BatchKernels<double[]> batch = PlainBatch.exact();
            assertEquals(
                    0,
                    leastBytes(SequenceGradient.backpropagation(cell.getValue(), batch, 2, 3), batch.basic()),
                    cell.getKey());
        }
    }

    @Test
    void byTheAdjointMethod() {
        final BatchKernels<float[]> batch = PlainBatch.fastest();
        for (final OdeKind kind : OdeKind.values()) {
            final OdeSpec spec = OdeSpec.full(kind, 9, 13, 3, Scheme.RK4, 2);
            assertEquals(0, leastBytes(SequenceGradient.adjoint(spec, batch, 2, 3, 2), batch.basic()));
        }
    }

    @Test
    void ofTheBenchmark() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 48, 64, 12, Scheme.SEMI_IMPLICIT, 6);
        final GradientWorkload work = new GradientWorkload(spec, PlainBatch.fastest(), 64, 32, 4, 1);
        assertEquals(0, leastBytes(work::run, 30));
        assertEquals(true, Double.isFinite(work.checksum()));
    }

    private <A> long leastBytes(final SequenceGradient<A> gradient, final Kernels<A> kernels) {
        final A parameters = kernels.allocate(gradient.layout().size());
        kernels.fill(parameters, 0, gradient.layout().size(), 0.4);
        final A result = kernels.allocate(gradient.layout().size());
        final SequenceData<A> data = gradient.data();
        kernels.fill(data.inputs, 0, kernels.length(data.inputs), 0.3);
        kernels.fill(data.dOutputs, 0, kernels.length(data.dOutputs), 0.1);
        data.lengths[1] = 2;
        data.restarts[2] = true;
        return leastBytes(
                () -> {
                    gradient.load(parameters, 0);
                    gradient.forward(data);
                    gradient.backward(data, result, 0);
                },
                UPDATES);
    }

    /**
     * Vectors are objects until the virtual machine has compiled what makes them, which on a busy machine takes seconds; an update
     * that allocates would do so in every round.
     */
    private long leastBytes(final Runnable update, final int updates) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < updates; i++) {
                update.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
