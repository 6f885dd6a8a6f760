package gaitd.policies.cpg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaitTest {
    private static final int FR = 0;
    private static final int FL = 1;
    private static final int RR = 2;
    private static final int RL = 3;

    @ParameterizedTest
    @EnumSource
    void readsWhatItPrints(final Gait gait) {
        assertSame(gait, Gait.parse(gait.toString()));
        assertSame(gait, Gait.parse("  " + gait.name() + " "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "gallop", "trott", "tr\not"})
    void refusesUnknownNamesInOneLineWithTheAllowedOnes(final String name) {
        final String message = assertThrows(IllegalArgumentException.class, () -> Gait.parse(name))
                .getMessage();
        assertTrue(message.endsWith("use one of walk, trot, pace, bound"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void walksInLateralSequence() {
        final int[] order = {RL, FL, RR, FR};
        for (int i = 0; i < order.length; i++) {
            final double laterBy = Gait.WALK.phaseOffset(order[i]) - Gait.WALK.phaseOffset(order[(i + 1) % 4]);
            assertEquals(0.25, laterBy - Math.floor(laterBy), 0);
        }
    }

    @Test
    void pairsTheLegsOfTrotPaceAndBound() {
        assertPairs(Gait.TROT, FR, RL, FL, RR);
        assertPairs(Gait.PACE, FR, RR, FL, RL);
        assertPairs(Gait.BOUND, FR, FL, RR, RL);
    }

    @Test
    void hasDefaultsOfEachGait() {
        assertEquals(0.75, Gait.WALK.dutyFactor());
        assertEquals(0.55, Gait.TROT.dutyFactor());
        assertEquals(0.65, Gait.PACE.dutyFactor());
        assertEquals(0.6, Gait.BOUND.dutyFactor());
        assertEquals(1.3, Gait.WALK.frequencyHz());
        assertEquals(2.2, Gait.TROT.frequencyHz());
        assertEquals(3.0, Gait.PACE.frequencyHz());
        assertEquals(3.0, Gait.BOUND.frequencyHz());
    }

    @Test
    void refusesLegsThatAreNot() {
        assertThrows(IndexOutOfBoundsException.class, () -> Gait.TROT.phaseOffset(4));
        assertThrows(IndexOutOfBoundsException.class, () -> Gait.TROT.phaseOffset(-1));
    }

    private static void assertPairs(final Gait gait, final int a, final int b, final int c, final int d) {
        assertEquals(gait.phaseOffset(a), gait.phaseOffset(b));
        assertEquals(gait.phaseOffset(c), gait.phaseOffset(d));
        assertEquals(0.5, Math.abs(gait.phaseOffset(a) - gait.phaseOffset(c)));
    }
}
