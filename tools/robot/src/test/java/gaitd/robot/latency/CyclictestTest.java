package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class CyclictestTest {
    private static final String SAID = """
            # /dev/cpu_dma_latency set to 0us
            # Histogram
            000000 000000
            000007 000010
            000012\t000085
            000020 000004
            # Total: 000000099
            # Max Latencies: 25001
            # Histogram Overflows: 00001
            # Thread 0: 00042
            """;

    @Test
    void readsItsHistogram() throws IOException {
        final Histogram histogram = Cyclictest.parse(SAID);
        assertEquals(100, histogram.getTotalCount());
        assertTrue(histogram.valuesAreEquivalent(12_000, histogram.getValueAtPercentile(50)));
        assertTrue(histogram.valuesAreEquivalent(20_000, histogram.getValueAtPercentile(99)));
    }

    @Test
    void countsWhatOverflowedAsTheMaximum() throws IOException {
        final Histogram histogram = Cyclictest.parse(SAID);
        assertTrue(histogram.valuesAreEquivalent(25_001_000, histogram.getMaxValue()));
    }

    @Test
    void refusesWhatHoldsNoWakeUp() {
        assertTrue(assertThrows(IOException.class, () -> Cyclictest.parse("FATAL: no privileges\n"))
                .getMessage()
                .contains("FATAL: no privileges"));
    }
}
