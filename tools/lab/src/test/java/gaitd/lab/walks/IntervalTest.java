package gaitd.lab.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Intervals against values of tables. */
class IntervalTest {
    @Test
    void sharesHaveWilsonsInterval() {
        final Interval most = Interval.share(98, 100);
        assertEquals(0.98, most.value());
        assertEquals(0.9300, most.low(), 5e-5);
        assertEquals(0.9945, most.high(), 5e-5);
        assertEquals(1, Interval.share(20, 20).high());
        assertEquals(0, Interval.share(0, 20).low());
        assertEquals(0.8389, Interval.share(20, 20).low(), 5e-5);
        assertTrue(Double.isNaN(Interval.share(0, 0).value()));
    }

    @Test
    void meansHaveStudentsInterval() {
        final Interval three = Interval.mean(6, 14, 3);
        assertEquals(2, three.value());
        assertEquals(2 - 4.30265 / Math.sqrt(3), three.low(), 1e-4);
        assertEquals(2 + 4.30265 / Math.sqrt(3), three.high(), 1e-4);
        assertEquals(Double.POSITIVE_INFINITY, Interval.mean(5, 25, 1).high());
        assertTrue(Double.isNaN(Interval.mean(0, 0, 0).value()));
    }

    @Test
    void quantilesAreThoseOfTheTable() {
        assertEquals(12.7062, Interval.student(1), 1e-4);
        assertEquals(3.18245, Interval.student(3), 0.016);
        assertEquals(2.57058, Interval.student(5), 0.003);
        assertEquals(2.22814, Interval.student(10), 2e-4);
        assertEquals(1.98397, Interval.student(100), 1e-4);
    }
}
