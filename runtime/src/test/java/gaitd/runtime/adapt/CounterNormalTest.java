package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CounterNormalTest {
    private static final int DRAWS = 200_000;

    @Test
    void isANormalDistributionWithinTwoDeviations() {
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        int withinOne = 0;
        for (int i = 0; i < DRAWS; i++) {
            final double x = CounterNormal.draw(7, i / 20, i % 20);
            sum += x;
            squares += x * x;
            greatest = Math.max(greatest, Math.abs(x));
            withinOne += Math.abs(x) < 1 ? 1 : 0;
        }
        // Of the normal distribution cut off at 2 deviations: variance 0.7737, 71.53 % within one deviation.
        assertEquals(0, sum / DRAWS, 0.008);
        assertEquals(0.7737, squares / DRAWS, 0.008);
        assertEquals(0.7153, (double) withinOne / DRAWS, 0.005);
        assertTrue(greatest <= CounterNormal.BOUND && greatest > 1.99, "greatest " + greatest);
    }

    @Test
    void neighboursKnowNothingOfEachOther() {
        double counters = 0;
        double indices = 0;
        double seeds = 0;
        for (int i = 0; i < DRAWS; i++) {
            final double here = CounterNormal.draw(3, i, 5);
            counters += here * CounterNormal.draw(3, i + 1L, 5);
            indices += here * CounterNormal.draw(3, i, 6);
            seeds += here * CounterNormal.draw(4, i, 5);
        }
        assertEquals(0, counters / DRAWS, 0.01);
        assertEquals(0, indices / DRAWS, 0.01);
        assertEquals(0, seeds / DRAWS, 0.01);
    }

    /** A log is replayed by the number alone, in any order and on any machine. */
    @Test
    void theSameCountersGiveTheSameBits() {
        final double forwards = CounterNormal.draw(11, 1000, 3);
        for (int i = 2000; i > 0; i--) {
            final double again = CounterNormal.draw(11, i, 3);
            if (i == 1000) {
                assertEquals(forwards, again);
            }
        }
        assertNotEquals(forwards, CounterNormal.draw(12, 1000, 3));
        assertNotEquals(forwards, CounterNormal.draw(11, 1001, 3));
        assertNotEquals(forwards, CounterNormal.draw(11, 1000, 4));
        assertEquals(forwards, CounterNormal.draw(11, 1000, 3));
    }

    @Test
    void anySeedAndCounterGivesAFiniteNumber() {
        for (final long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            for (final long counter : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
                assertTrue(Math.abs(CounterNormal.draw(seed, counter, 0)) <= CounterNormal.BOUND);
            }
        }
    }
}
