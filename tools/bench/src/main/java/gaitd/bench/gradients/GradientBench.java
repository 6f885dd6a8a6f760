package gaitd.bench.gradients;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.solver.Scheme;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Speed of backpropagation through time: a liquid cell of 64 neurons, 48 inputs, 12 outputs and 6 semi-implicit sub-steps, 32 steps, a batch of
 * 256 sequences shared by the workers; alternating with the most fused multiply-adds that the same workers do. Threads and clock are
 * the caller's.
 */
public final class GradientBench {
    /** Sequences of a batch. */
    public static final int SEQUENCES = 256;
    /** Steps of a sequence. */
    public static final int STEPS = 32;

    private static final int NEURONS = 64;
    private static final int INPUTS = 48;
    private static final int OUTPUTS = 12;
    private static final int SUB_STEPS = 6;
    /** What fits a core's second-level cache fairly well and still keeps the lanes of wide vectors busy. */
    private static final int AT_ONCE = 64;

    private static final double PER_S = 1e9;

    private GradientBench() {}

    /**
     * Outcome.
     *
     * @param samplesPerS sequences of 32 steps, forwards and back, at the median time
     * @param flopsPerS floating-point operations in products with weights, per second
     * @param peakFlopsPerS what the same workers reach with fused multiply-adds alone, at the median time; 0 without the Vector API
     * @param recordBytes of one worker
     */
    public record Rate(double samplesPerS, double flopsPerS, double peakFlopsPerS, long recordBytes) {
        /**
         * Share of the peak rate reached.
         *
         * @return 0 to 1, or not a number without the Vector API
         */
        public double shareOfPeak() {
            return peakFlopsPerS > 0 ? flopsPerS / peakFlopsPerS : Double.NaN;
        }
    }

    /**
     * Measures.
     *
     * @param threads runs the workers, as many at once as there are
     * @param workers 1, 2 or 4
     * @param clockNs the time
     * @param rounds how many are measured, after as many for warming up
     * @return medians
     * @throws IllegalArgumentException when the batch cannot be shared so, or there is no round
     */
    public static Rate run(final Executor threads, final int workers, final LongSupplier clockNs, final int rounds) {
        if (workers < 1 || SEQUENCES % (workers * AT_ONCE) != 0 || rounds < 1) {
            throw new IllegalArgumentException(
                    workers + " workers, " + rounds + " rounds: must be 1, 2 or 4, and at least 1");
        }
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, INPUTS, NEURONS, OUTPUTS, Scheme.SEMI_IMPLICIT, SUB_STEPS);
        final Runnable[] work = new Runnable[workers];
        final Runnable[] peak = new Runnable[workers];
        final boolean vectors = FloatKernels.fastest() != FloatKernels.INSTANCE;
        long operations = 0;
        long recordBytes = 0;
        for (int i = 0; i < workers; i++) {
            final GradientWorkload share =
                    new GradientWorkload(spec, PlainBatch.fastest(), SEQUENCES / workers, AT_ONCE, STEPS, i);
            work[i] = share::run;
            peak[i] = vectors ? new VectorPeak()::run : () -> {};
            operations += share.operations();
            recordBytes = Float.BYTES * share.storedActivations();
        }
        final double[] workNs = new double[rounds];
        final double[] peakNs = new double[rounds];
        for (int round = -rounds; round < rounds; round++) {
            final double forWork = time(threads, work, clockNs);
            final double forPeak = time(threads, peak, clockNs);
            if (round >= 0) {
                workNs[round] = forWork;
                peakNs[round] = forPeak;
            }
        }
        final double seconds = median(workNs) / PER_S;
        final double peakRate = vectors ? workers * VectorPeak.operations() * PER_S / median(peakNs) : 0;
        return new Rate(SEQUENCES / seconds, operations / seconds, peakRate, recordBytes);
    }

    private static double time(final Executor threads, final Runnable[] work, final LongSupplier clockNs) {
        final CompletableFuture<?>[] running = new CompletableFuture<?>[work.length];
        final long before = clockNs.getAsLong();
        for (int i = 0; i < work.length; i++) {
            running[i] = CompletableFuture.runAsync(work[i], threads);
        }
        CompletableFuture.allOf(running).join();
        return clockNs.getAsLong() - before;
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
