package gaitd.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;

class TickStatisticsTest {
    private static final long PERIOD_NS = 1_000_000;

    private final TickStatistics statistics = new TickStatistics();
    private final TickFrame frame = new TickFrame();

    private void tick(final long tick, final long grid, final long latenessNs, final long missed) {
        frame.put(TickField.TICK, tick);
        frame.put(TickField.SCHEDULED_NS, 5_000_000_000L + grid * PERIOD_NS);
        frame.put(TickField.WAKEUP_LATENESS_NS, latenessNs);
        frame.put(TickField.MISSED_TICKS, missed);
        frame.put(TickField.STATE_AGE_NS, -1);
        frame.put(TickField.POLICY_STEP_NS, -1);
        statistics.add(frame);
    }

    @Test
    void addsTheLatenessOfSkippedTicks() {
        tick(0, 0, 10_000, 0);
        tick(1, 1, 20_000, 0);
        tick(2, 4, 30_000, 2);
        assertEquals(3, statistics.wakeup.getTotalCount());
        assertEquals(5, statistics.wakeupCorrected.getTotalCount());
        assertTrue(statistics.wakeup.valuesAreEquivalent(30_000, statistics.wakeup.getMaxValue()));
        assertEquals(1, statistics.wakeupCorrected.getCountAtValue(1_030_000));
        assertTrue(statistics.wakeupCorrected.valuesAreEquivalent(2_030_000, statistics.wakeupCorrected.getMaxValue()));
        assertEquals(2, statistics.missedTicks());
    }

    @Test
    void measuresThePeriodBetweenConsecutiveTicksOnly() {
        tick(0, 0, 0, 0);
        tick(1, 1, 50_000, 0);
        tick(5, 5, 0, 0);
        assertEquals(1, statistics.period.getTotalCount());
        assertTrue(statistics.period.valuesAreEquivalent(1_050_000, statistics.period.getMaxValue()));
    }
}
