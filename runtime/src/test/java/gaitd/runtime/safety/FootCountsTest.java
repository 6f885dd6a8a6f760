package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One foot's counts over windows of 2 s, of which three in a row have to be flat, in steps that are exact in binary: 128 states of 1/64 s. */
class FootCountsTest {
    private static final double STEP_S = 1.0 / 64;
    private static final int WINDOW = 128;
    private static final double LOADED_N = 26;
    private static final double FREE_N = 7;
    private static final double BETWEEN_N = 15;

    private final FootCounts foot = new FootCounts();

    private void add(final int states, final int counts, final double forceN) {
        for (int i = 0; i < states; i++) {
            foot.add(counts, forceN, STEP_S);
        }
    }

    private void window(final int loaded, final int free) {
        add(WINDOW / 2, free, FREE_N);
        add(WINDOW / 2, loaded, LOADED_N);
    }

    /** Two windows without a rise, so that one more is a fault. */
    private void flatTwice() {
        window(20, 50);
        window(20, 50);
    }

    @Test
    void saysNothingBeforeTheThirdWindowIsFull() {
        flatTwice();
        add(WINDOW / 2, 50, FREE_N);
        add(WINDOW / 2 - 1, 20, LOADED_N);
        assertFalse(foot.isWrong());
        add(1, 20, LOADED_N);
        assertTrue(foot.isWrong());
        assertEquals(-30, foot.rise());
    }

    @ParameterizedTest
    @CsvSource({"3,0,false", "2,0,true", "-7,-10,false", "-8,-10,true", "0,0,true", "60,60,true", "500,20,false"})
    void countsRiseByThreeOrMore(final int loaded, final int free, final boolean wrong) {
        flatTwice();
        window(loaded, free);
        assertEquals(wrong, foot.isWrong());
        assertEquals(loaded - free, foot.rise(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"31999,0,false", "32000,0,true", "0,-31999,false", "0,-32000,true"})
    void countsAtTheEndOfTheirScaleAreWrongThoughTheyRise(final int loaded, final int free, final boolean wrong) {
        window(loaded, free);
        assertEquals(wrong, foot.isWrong());
    }

    @Test
    void oneCountAtTheEndOfTheScaleIsEnoughWhereverTheForceIs() {
        add(60, 0, FREE_N);
        add(1, 32_000, BETWEEN_N);
        add(67, 50, LOADED_N);
        assertTrue(foot.isWrong());
    }

    @ParameterizedTest
    @CsvSource({"25.01,true", "25,false"})
    void aFootIsLoadedAboveItsLimit(final double forceN, final boolean judged) {
        flatTwice();
        add(WINDOW / 2, 50, FREE_N);
        add(WINDOW / 2, 20, forceN);
        assertEquals(judged, foot.isWrong());
    }

    @ParameterizedTest
    @CsvSource({"7.99,true", "8,false", "-50,true"})
    void aFootIsFreeBelowItsLimit(final double forceN, final boolean judged) {
        flatTwice();
        add(WINDOW / 2, 50, forceN);
        add(WINDOW / 2, 20, LOADED_N);
        assertEquals(judged, foot.isWrong());
    }

    @ParameterizedTest
    @CsvSource({"13,60,true", "12,60,false", "60,13,true", "60,12,false"})
    void aWindowTellsOnlyWithAFifthOfASecondOfEither(final int loaded, final int free, final boolean judged) {
        flatTwice();
        add(loaded, 20, LOADED_N);
        add(free, 50, FREE_N);
        add(WINDOW - loaded - free, 30, BETWEEN_N);
        assertEquals(judged, foot.isWrong());
    }

    @Test
    void aFifthOfASecondItselfIsEnough() {
        flatTwice();
        foot.add(20, LOADED_N, 0.2);
        foot.add(50, FREE_N, 0.2);
        foot.add(30, BETWEEN_N, 1.6);
        assertTrue(foot.isWrong());
    }

    @Test
    void theRiseIsThatOfTheMeansByTime() {
        foot.add(10, FREE_N, 0.25);
        foot.add(40, FREE_N, 0.5);
        foot.add(100, LOADED_N, 0.25);
        foot.add(70, LOADED_N, 0.5);
        foot.add(0, BETWEEN_N, 0.5);
        assertEquals(80.0 - 30.0, foot.rise(), 1e-12);
        assertFalse(foot.isWrong());
    }

    @Test
    void onlyFlatWindowsInARowCount() {
        flatTwice();
        assertFalse(foot.isWrong());
        window(50, 20);
        flatTwice();
        assertFalse(foot.isWrong(), "one between them rose");
        window(20, 50);
        assertTrue(foot.isWrong());
        window(50, 20);
        assertFalse(foot.isWrong());
        assertEquals(30, foot.rise(), 1e-12);
    }

    @Test
    void theEndOfTheScaleCountsInItsWindowOnly() {
        window(32_000, 20);
        assertTrue(foot.isWrong());
        window(50, 20);
        assertFalse(foot.isWrong());
    }

    /** What the unloaded counts are in window after window; those under load rise enough. */
    @ParameterizedTest
    @CsvSource({
        "0 20 40 60 80 100, false",
        "0 21 42 63 84, true",
        "0 -21 -42 -63 -84, true",
        "0 21 42 63, false",
        "0 21 42 63 83, false",
        "0 21 42 42 63 84 105, false",
        "0 21 0 21 0 21, false",
        "0 21 0 -21 -42 -63, true",
        "0 -21 0 21 42 63, true",
        "500 521 542 563 584 584, false",
        "0 100, false"
    })
    void countsWithoutLoadMayChangeAndNotGoOnDriftingOneWay(final String windows, final boolean wrong) {
        for (final String free : windows.split(" ", -1)) {
            final int counts = Integer.parseInt(free);
            window(counts + 40, counts);
        }
        assertEquals(wrong, foot.isWrong());
        foot.reset();
        window(1000, 900);
        window(1000, 930);
        assertFalse(foot.isWrong());
    }

    @Test
    void aWindowThatSaysNothingChangesNothing() {
        flatTwice();
        add(WINDOW, 30, BETWEEN_N);
        assertFalse(foot.isWrong());
        window(20, 50);
        assertTrue(foot.isWrong());
        add(WINDOW, 30, BETWEEN_N);
        assertTrue(foot.isWrong());
        assertEquals(-30, foot.rise(), 1e-12);
    }

    @Test
    void aResetForgetsAll() {
        flatTwice();
        add(WINDOW / 2, 50, FREE_N);
        foot.reset();
        assertFalse(foot.isWrong());
        assertEquals(0, foot.rise());
        flatTwice();
        add(WINDOW / 2, 20, LOADED_N);
        add(WINDOW / 2 - 1, 50, FREE_N);
        assertFalse(foot.isWrong());
        add(1, 50, FREE_N);
        assertTrue(foot.isWrong());
    }
}
