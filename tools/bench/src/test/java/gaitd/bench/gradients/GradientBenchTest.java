package gaitd.bench.gradients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.solver.Scheme;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GradientBenchTest {
    @Tag("slow")
    @Test
    void ratesFollowFromTheClockItIsGiven() {
        final AtomicLong nowNs = new AtomicLong();
        final GradientBench.Rate rate = GradientBench.run(Runnable::run, 2, () -> nowNs.getAndAdd(500_000_000L), 1);
        assertEquals(2 * GradientBench.SEQUENCES, rate.samplesPerS());
        final double operations = 6.0 * (48 * 64 + 6 * 64 * 64 + 64 * 12) * GradientBench.STEPS;
        assertEquals(operations * rate.samplesPerS(), rate.flopsPerS(), 1);
        assertEquals(4L * 32 * 64 * (2 * 6 * 64 + 2 * 64 + 48 + 1), rate.recordBytes());
        final boolean vectors = FloatKernels.fastest() != FloatKernels.INSTANCE;
        assertEquals(vectors, rate.peakFlopsPerS() > 0);
        assertEquals(vectors, !Double.isNaN(rate.shareOfPeak()));
    }

    @Test
    void refusesSharesThatDoNotAddUp() {
        for (final int workers : new int[] {0, 3, 8}) {
            assertThrows(IllegalArgumentException.class, () -> GradientBench.run(Runnable::run, workers, () -> 0L, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> GradientBench.run(Runnable::run, 1, () -> 0L, 0));
    }

    @Test
    void peakLoopDoesItsWork() {
        final VectorPeak peak = new VectorPeak();
        peak.run();
        final long chains = VectorPeak.operations() >> 23;
        assertEquals(1.0, peak.result() / chains, 1e-3, "every chain goes to 1");
    }

    @Test
    void refusesAShareThatIsNoMultiple() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 3, 4, 2, Scheme.RK4, 1);
        final String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new GradientWorkload(spec, PlainBatch.plain(), 5, 2, 1, 1))
                .getMessage();
        assertTrue(message.contains("multiple"), message);
    }
}
