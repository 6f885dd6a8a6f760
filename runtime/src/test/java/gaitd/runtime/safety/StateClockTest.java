package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The robot's clock against the loop's: what its tick counts, and how late its states come. */
class StateClockTest {
    private static final long MS = 1_000_000L;

    private final TickUnit unit = new TickUnit();
    private final StateLag lag = new StateLag();

    private void window(final long ticks, final long ns) {
        unit.reset();
        unit.update(1000, 77);
        unit.update(1000 + ticks, 77 + ns);
    }

    @ParameterizedTest
    @CsvSource({
        "500,500,1000000",
        "400,500,1000000",
        "399,500,0",
        "600,500,1000000",
        "601,500,0",
        "500000,500,1000",
        "400000,500,1000",
        "399999,500,0",
        "600000,500,1000",
        "600001,500,0",
        "-500,500,0",
        "0,500,0",
        "2000,2000,1000000"
    })
    void aWindowWithinAFifthOfAUnitDecides(final long ticks, final long windowMs, final long unitNs) {
        window(ticks, windowMs * MS);
        assertEquals(unitNs, unit.unitNs());
    }

    @Test
    void noWindowThatIsTooShortOrTooLongDecides() {
        window(500, 500 * MS - 1);
        assertEquals(0, unit.unitNs());
        window(2000, 2000 * MS + 1);
        assertEquals(0, unit.unitNs());
        unit.update(1000 + 2500, 77 + 2500 * MS + 1);
        assertEquals(MS, unit.unitNs(), "the long one began another");
    }

    @Test
    void theFirstWindowBeginsWithTheFirstState() {
        unit.update(0, 600 * MS);
        assertEquals(0, unit.unitNs());
        unit.update(499, 1099 * MS);
        assertEquals(0, unit.unitNs());
        unit.update(500, 1100 * MS);
        assertEquals(MS, unit.unitNs());
    }

    @Test
    void ticksMayWrapInAWindow() {
        unit.update(0xFFFF_FFF0L, 0);
        unit.update(484, 500 * MS);
        assertEquals(MS, unit.unitNs());
    }

    @Test
    void aUnitThatIsKnownStays() {
        window(500, 500 * MS);
        unit.update(1_000_000, 1000 * MS);
        unit.update(9_000_000, 1500 * MS);
        assertEquals(MS, unit.unitNs());
        assertFalse(unit.isUnusable());
    }

    @Test
    void twoMisfitsInARowAreUnusableUntilAWindowFits() {
        unit.update(0, 0);
        unit.update(50, 500 * MS);
        assertFalse(unit.isUnusable());
        unit.update(100, 1000 * MS);
        assertTrue(unit.isUnusable());
        unit.update(150, 1500 * MS);
        assertTrue(unit.isUnusable());
        unit.update(650, 2000 * MS);
        assertFalse(unit.isUnusable());
        assertEquals(MS, unit.unitNs());
    }

    @Test
    void aResetForgetsUnitAndMisfits() {
        window(500, 500 * MS);
        unit.reset();
        assertEquals(0, unit.unitNs());
        unit.update(0, 0);
        unit.update(0, 500 * MS);
        unit.update(0, 1000 * MS);
        unit.reset();
        assertFalse(unit.isUnusable());
        unit.update(0, 1500 * MS);
        unit.update(0, 2000 * MS);
        assertFalse(unit.isUnusable());
    }

    private double late(final double robotStepMs, final double receivedMs) {
        lag.update((long) (robotStepMs * MS), (long) (receivedMs * MS));
        return lag.lateMs();
    }

    @Test
    void lateIsWhatCameLaterThanTheEarliest() {
        assertEquals(0, late(2, 107));
        assertEquals(3, late(2, 112), 0.1);
        assertEquals(5, late(2, 116), 0.1);
        assertEquals(0, late(2, 113), 0.1);
        assertEquals(2, late(2, 117), 0.1);
    }

    @Test
    void theEarliestRisesByAHundredthOfTime() {
        late(0, 0);
        assertEquals(40 - 10, late(1000 - 40, 1000), 1e-9);
        assertEquals(40 - 20, late(1000, 2000), 1e-9);
    }

    @Test
    void aClockThatGainsIsFollowedAtOnce() {
        late(0, 0);
        assertEquals(0, late(1005, 1000));
        assertEquals(5 - 1, late(95, 1100), 1e-9);
    }

    @Test
    void aResetForgetsTheEarliestAndTheRobotsTime() {
        late(5000, 0);
        late(2, 40);
        lag.reset();
        assertEquals(0, lag.lateMs());
        assertEquals(0, late(2, 9000));
        assertEquals(3, late(2, 9005), 0.1);
    }
}
