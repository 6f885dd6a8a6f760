package gaitd.bench.ep;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.EquilibriumGradient;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceGradient;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Bytes of learners of the sigmoid liquid cell in float: counted, the activations that a forward pass stores; measured,
 * the growth of the heap after a collection, weights and scratch memory included. Inputs and outputs of the batch and
 * the cell's pattern are the same for all and left out.
 */
public final class EpMemory {
    private static final int[] LENGTHS = {10, 20, 50, 100};
    private static final int[] BATCHES = {64, 1024};
    private static final int SEQUENCES = 64;
    private static final int STEPS = 32;
    private static final int COPIES = 6;
    private static final long LARGE = 4_000_000;
    private static final int IN_VAIN = 2;
    private static final long PAUSE_NS = 10_000_000;

    private EpMemory() {}

    /**
     * One comparison.
     *
     * @param against what is compared with: relaxation or time
     * @param sequences of the batch
     * @param steps of a sequence
     * @param length solver steps of a free phase
     * @param epCounted bytes kept by equilibrium propagation
     * @param epMeasured bytes the heap holds of it
     * @param otherCounted bytes kept by backpropagation
     * @param otherMeasured bytes the heap holds of it
     */
    public record Row(
            String against,
            int sequences,
            int steps,
            int length,
            long epCounted,
            long epMeasured,
            long otherCounted,
            long otherMeasured) {
        /**
         * How many times more backpropagation keeps.
         *
         * @return counted
         */
        public double countedRatio() {
            return (double) otherCounted / epCounted;
        }

        /**
         * How many times more backpropagation takes.
         *
         * @return measured
         */
        public double measuredRatio() {
            return (double) otherMeasured / epMeasured;
        }
    }

    /**
     * Makes all learners, one after the other.
     *
     * @return through the relaxation of still samples, then through time
     */
    public static List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        for (final int batch : BATCHES) {
            for (final int length : LENGTHS) {
                rows.add(row("relaxation", batch, 1, length));
            }
        }
        for (final int length : LENGTHS) {
            rows.add(row("time", SEQUENCES, STEPS, length));
        }
        return rows;
    }

    private static Row row(final String against, final int sequences, final int steps, final int length) {
        final OdeSpec spec = EpSubject.LTC_SIGMOID.spec(length);
        final Held local = Held.by(() ->
                new EquilibriumGradient<>(spec, PlainBatch.fastest(), sequences, steps, EquilibriumOptions.STANDARD));
        final Held back = Held.by(() -> SequenceGradient.backpropagation(spec, PlainBatch.fastest(), sequences, steps));
        return new Row(
                against, sequences, steps, length, local.counted(), local.measured(), back.counted(), back.measured());
    }

    private record Held(long counted, long measured) {
        /** Measured over several when they are small, so that other objects on the heap hardly count. */
        static Held by(final Supplier<BatchGradient<float[]>> maker) {
            final List<BatchGradient<float[]>> made = new ArrayList<>(COPIES);
            made.add(maker.get());
            final long counted = Float.BYTES * made.getFirst().storedActivations();
            final int copies = counted < LARGE ? COPIES : 1;
            final long before = usedBytes();
            for (int i = 0; i < copies; i++) {
                made.add(maker.get());
            }
            final long after = usedBytes();
            return new Held(counted, (after - before) / (made.size() - 1));
        }

        /** When no further collection finds anything. */
        private static long usedBytes() {
            final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            long least = Long.MAX_VALUE;
            for (int inVain = 0; inVain < IN_VAIN; inVain++) {
                memory.gc();
                LockSupport.parkNanos(PAUSE_NS);
                final long used = memory.getHeapMemoryUsage().getUsed();
                if (used < least) {
                    least = used;
                    inVain = -1;
                }
            }
            return least;
        }
    }
}
