package gaitd.robot.motors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import org.junit.jupiter.api.Test;

class WiggleTest {
    private static final long STEP_NS = 1_000_000L;
    private static final double LITTLE = 1e-6;
    private static final WiggleLimits LIMITS = new WiggleLimits(-1, 1, 0.2, 2, 8, 65);

    @Test
    void beginsAndEndsWhereTheJointIsWithoutAJerkAndStaysWithin() {
        final Wiggle wiggle = new Wiggle(0.3, 1, 2, LIMITS);
        assertTrue(wiggle.begin(5, 0.5, 0, 0, 30, 0));
        double before = 0.5;
        double fastest = 0;
        double highest = 0;
        double lowest = 0;
        double firstExtreme = 0;
        for (long ns = 0; ns < 2_000_000_000L; ns += STEP_NS) {
            assertTrue(wiggle.step(5 + ns, before, 0, 0, 30, 0), wiggle::problem);
            final double moved = wiggle.targetRad() - before;
            assertEquals(moved, wiggle.targetRadS() * 1e-3, 5e-5, "at " + ns);
            fastest = Math.max(fastest, Math.abs(wiggle.targetRadS()));
            highest = Math.max(highest, wiggle.targetRad() - 0.5);
            lowest = Math.min(lowest, wiggle.targetRad() - 0.5);
            if (firstExtreme == 0 && Math.abs(wiggle.targetRad() - 0.5) > 0.01) {
                firstExtreme = wiggle.targetRad() - 0.5;
            }
            before = wiggle.targetRad();
        }
        assertEquals(0.5, before, 1e-5);
        assertEquals(0, wiggle.targetRadS(), 1e-3);
        assertTrue(highest > 0.2 && highest <= 0.3, "highest " + highest);
        assertTrue(lowest < -0.2 && lowest >= -0.3, "lowest " + lowest);
        assertTrue(firstExtreme > 0);
        assertTrue(fastest < LIMITS.speedRadS(), "fastest " + fastest);
        assertFalse(wiggle.step(5 + 2_000_000_000L, before, 0, 0, 30, 0));
        assertTrue(wiggle.ended());
        assertEquals("", wiggle.problem());
    }

    @Test
    void staysEndedWhateverComesLater() {
        final Wiggle wiggle = begun(0);
        assertFalse(wiggle.step(STEP_NS, 0, 0, 0, 30, 4));
        final String problem = wiggle.problem();
        assertFalse(wiggle.step(2 * STEP_NS, 0, 0, 9, 90, 0));
        assertEquals(problem, wiggle.problem());
    }

    @Test
    void everyLimitHoldsJustInsideAndEndsItJustOutside() {
        for (final int sign : new int[] {-1, 1}) {
            goesOn(0, sign * (2 - LITTLE), 0, 30, 0);
            endsFor("it turned at ", 0, sign * (2 + LITTLE), 0, 30, 0);
            goesOn(0, 0, sign * (8 - LITTLE), 30, 0);
            endsFor("it took ", 0, 0, sign * (8 + LITTLE), 30, 0);
            goesOn(sign * (0.2 - LITTLE), 0, 0, 30, 0);
            endsFor("from its target: expected at most 0.20", sign * (0.2 + LITTLE), 0, 0, 30, 0);
        }
        goesOn(0, 0, 0, 65, 0);
        endsFor("its motor has 65 degrees", 0, 0, 0, 65.001, 0);
        endsFor("its motor tells error 1: expected 0", 0, 0, 0, 30, 1);
        endsFor("its motor tells error -1", 0, 0, 0, 30, -1);
        endsFor("it is NaN rad", Double.NaN, 0, 0, 30, 0);
        endsFor("it turned at NaN", 0, Double.NaN, 0, 30, 0);
        endsFor("it took NaN", 0, 0, Double.NaN, 30, 0);
    }

    private static Wiggle begun(final double qRad) {
        final Wiggle wiggle = new Wiggle(0.1, 2, 2, LIMITS);
        assertTrue(wiggle.begin(0, qRad, 0, 0, 30, 0), wiggle::problem);
        return wiggle;
    }

    private static void goesOn(
            final double qRad, final double dqRadS, final double tauNm, final double temperatureC, final int error) {
        final Wiggle wiggle = begun(0);
        assertTrue(wiggle.step(STEP_NS, qRad, dqRadS, tauNm, temperatureC, error), wiggle::problem);
        assertEquals("", wiggle.problem());
    }

    private static void endsFor(
            final String told,
            final double qRad,
            final double dqRadS,
            final double tauNm,
            final double temperatureC,
            final int error) {
        final Wiggle moving = begun(0);
        assertFalse(moving.step(STEP_NS, qRad, dqRadS, tauNm, temperatureC, error));
        assertTrue(moving.ended());
        assertTrue(moving.problem().contains(told), moving.problem());
        if (!told.contains("from its target") && !Double.isNaN(qRad)) {
            final Wiggle atOnce = new Wiggle(0.1, 2, 2, LIMITS);
            assertFalse(atOnce.begin(0, qRad, dqRadS, tauNm, temperatureC, error));
            assertTrue(atOnce.problem().contains(told), atOnce.problem());
        }
    }

    @Test
    void aJointNeedsRoomBothWays() {
        for (final int sign : new int[] {-1, 1}) {
            begun(sign * (0.9 - LITTLE));
            final Wiggle narrow = new Wiggle(0.1, 2, 2, LIMITS);
            assertFalse(narrow.begin(0, sign * (0.9 + LITTLE), 0, 0, 30, 0));
            assertTrue(narrow.problem().contains("no room for 0.10 rad both ways"), narrow.problem());
        }
    }

    @Test
    void leavesNoJointsRange() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final WiggleLimits limits = WiggleLimits.of(joint);
            for (final boolean upper : new boolean[] {false, true}) {
                final double stop = upper ? A1.positionMaxRad(joint) : A1.positionMinRad(joint);
                final double inward = upper ? -1 : 1;
                final Wiggle wiggle = new Wiggle(0.1, 2, 2, limits);
                assertTrue(wiggle.begin(0, stop + inward * 0.11, 0, 0, 30, 0));
                assertTrue(wiggle.step(STEP_NS, stop + inward * LITTLE, 0, 0, 30, 0), wiggle::problem);
                assertFalse(wiggle.step(2 * STEP_NS, stop - inward * LITTLE, 0, 0, 30, 0));
                assertTrue(wiggle.problem().startsWith("it is at "), wiggle.problem());
            }
        }
    }

    @Test
    void tooFarTooFastAndTooFewAreRefused() {
        new Wiggle(Wiggle.AMPLITUDE_MAX_RAD, Wiggle.PERIOD_MIN_S, 2, LIMITS);
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(0.301, 1, 2, LIMITS));
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(0, 1, 2, LIMITS));
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(Double.NaN, 1, 2, LIMITS));
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(0.1, 0.99, 2, LIMITS));
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(0.1, Double.NaN, 2, LIMITS));
        assertThrows(IllegalArgumentException.class, () -> new Wiggle(0.1, 1, 1, LIMITS));
    }
}
