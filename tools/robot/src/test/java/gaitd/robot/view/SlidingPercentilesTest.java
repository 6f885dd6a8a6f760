package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlidingPercentilesTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private final SlidingPercentiles percentiles = new SlidingPercentiles();

    @Test
    void isZeroBeforeTheFirstRecord() {
        assertEquals(0, percentiles.percentileNs(99));
        assertEquals(0, percentiles.maxNs());
    }

    @Test
    void givesPercentilesToOnePercent() {
        for (int i = 1; i <= 1000; i++) {
            percentiles.record(0, i * 1000L);
        }
        assertEquals(500_000.0, (double) percentiles.percentileNs(50), 5_000.0);
        assertEquals(990_000.0, (double) percentiles.percentileNs(99), 9_900.0);
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        percentiles.record(0, 900_000);
        percentiles.record(SECOND_NS, 100);
        percentiles.record(9 * SECOND_NS, 100);
        assertEquals(900_000.0, (double) percentiles.maxNs(), 9_000.0);
        percentiles.record(10 * SECOND_NS, 100);
        assertEquals(100, percentiles.maxNs());
    }

    @Test
    void forgetsEverythingAfterALongGapOrAStepBack() {
        percentiles.record(100 * SECOND_NS, 900_000);
        percentiles.record(1_000 * SECOND_NS, 100);
        assertEquals(100, percentiles.maxNs());
        percentiles.record(3 * SECOND_NS, 50);
        assertEquals(50, percentiles.maxNs());
    }

    @Test
    void boundsDurationsOutOfRange() {
        percentiles.record(-5, -20);
        assertEquals(0, percentiles.maxNs());
        percentiles.record(-5, Long.MAX_VALUE);
        assertEquals(1e9, (double) percentiles.maxNs(), 1e7);
    }
}
