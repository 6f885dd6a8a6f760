package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A foot that steps every half second, or stands; its torques never say that it is free unless a test does. */
class FootLevelsTest {
    private static final double PERIOD_S = 0.002;

    private final FootLevels foot = new FootLevels(PERIOD_S);

    private void hold(final double counts, final double seconds) {
        for (int i = 0; i < Math.round(seconds / PERIOD_S); i++) {
            foot.update(counts, false);
        }
    }

    private void walk(final double offset, final double standing, final int strides) {
        for (int i = 0; i < strides; i++) {
            hold(offset + standing, 0.25);
            hold(offset, 0.25);
        }
    }

    /** Counts of a standing foot of 2 to 15 counts per newton, on offsets that real sensors have. */
    @ParameterizedTest
    @CsvSource({"0,60", "90,60", "-90,60", "0,300", "120,300", "114,400", "-120,300"})
    void anOffsetIsKnownFromTheFirstSwing(final double offset, final double standing) {
        hold(offset + standing, 3);
        assertFalse(foot.steps());
        hold(offset, 0.004);
        assertTrue(foot.steps());
        assertEquals(0, foot.pressure());
        hold(offset + standing, 0.004);
        assertEquals(1, foot.pressure());
        walk(offset, standing, 20);
        assertEquals(0, foot.pressure());
    }

    @Test
    void standsFromATenthOfItsUsualLoadOnAndFullyFromThreeTenths() {
        walk(50, 1000, 40);
        hold(149, PERIOD_S);
        assertEquals(0, foot.pressure());
        hold(250, PERIOD_S);
        assertEquals(0.5, foot.pressure(), 0.01);
        hold(350, PERIOD_S);
        assertEquals(1, foot.pressure());
    }

    /** A blow of some milliseconds and many times the load, as rigid ground gives, does not change what standing is. */
    @Test
    void thrustsAtTouchdownAreNoLoad() {
        for (int stride = 0; stride < 20; stride++) {
            hold(9000, 0.006);
            walk(0, 500, 1);
        }
        hold(300, PERIOD_S);
        assertEquals(1, foot.pressure());
    }

    @Test
    void aRangeOfThirtyCountsIsNoStepOneOfThirtyOneIs() {
        walk(0, 30, 4);
        assertFalse(foot.steps());
        walk(0, 31, 4);
        assertTrue(foot.steps());
    }

    @Test
    void aDriftThatGoesOnIsFollowedWhileItSteps() {
        for (int stride = 0; stride < 200; stride++) {
            walk(stride, 300, 1);
            assertEquals(0, foot.pressure(), "stride " + stride);
        }
        hold(199 + 300, 0.01);
        assertEquals(1, foot.pressure());
    }

    @Test
    void aFootThatStandsLongKeepsItsOffset() {
        walk(80, 300, 4);
        hold(380, 600);
        assertFalse(foot.steps());
        assertEquals(1, foot.pressure());
        hold(80, 0.004);
        assertEquals(0, foot.pressure());
    }

    @Test
    void oneWrongReadingTeachesNothing() {
        walk(80, 300, 4);
        hold(-20_000, PERIOD_S);
        hold(380, PERIOD_S);
        hold(20_000, PERIOD_S);
        hold(80, 0.1);
        assertEquals(0, foot.pressure());
        hold(380, PERIOD_S);
        assertEquals(1, foot.pressure());
    }

    @Test
    void theOffsetOfAFreeLegFollowsTheCountsInTwoSeconds() {
        for (int i = 0; i < 1000; i++) {
            foot.update(25, true);
        }
        final double offset = 25 * (1 - Math.exp(-1));
        foot.update(45, false);
        assertEquals((45 - offset - 15) / 30, foot.pressure(), 1e-3);
    }

    @Test
    void aResetForgetsOffsetLoadAndSteps() {
        walk(200, 1000, 4);
        foot.reset();
        assertFalse(foot.steps());
        hold(30, PERIOD_S);
        assertEquals(0.5, foot.pressure(), 1e-12);
    }
}
