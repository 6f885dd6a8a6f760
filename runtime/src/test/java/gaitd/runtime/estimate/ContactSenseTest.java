package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactSenseTest {
    private static final double PERIOD_S = 0.002;

    private final ContactSense contacts = new ContactSense(PERIOD_S);
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();

    private double belief(final int leg, final int counts, final double forceN) {
        sensed.footForce[leg] = counts;
        estimate.footForceN[leg] = forceN;
        contacts.update(sensed, estimate);
        return estimate.contactBelief[leg];
    }

    /** The force is one that does not move the offset. */
    @ParameterizedTest
    @CsvSource({
        "15,8,0", "30,8,0.25", "45,8,0.5", "100,8,0.5", "0,8,0", "-300,8,0",
        "0,25,0.5", "0,16.5,0.25", "0,90,0.5", "0,6,0", "45,25,1", "30,16.5,0.5"
    })
    void beliefIsTheMeanOfWhatPressureAndTorqueSay(final int counts, final double forceN, final double expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertEquals(expected, belief(leg, counts, forceN), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aContactBeginsAboveOneBeliefAndEndsBelowAnother(final int leg) {
        belief(leg, 45, 8 + 17 * 0.2);
        assertFalse(estimate.contact[leg], "0.6");
        belief(leg, 45, 8 + 17 * 0.22);
        assertTrue(estimate.contact[leg], "0.61");
        belief(leg, 15, 8 + 17 * 0.82);
        assertTrue(estimate.contact[leg], "0.41");
        belief(leg, 15, 8 + 17 * 0.78);
        assertFalse(estimate.contact[leg], "0.39");
        belief(leg, 15, 8 + 17 * 0.82);
        assertFalse(estimate.contact[leg], "0.41 again");
    }

    @Test
    void aBeliefAtTheUpperLimitBeginsNoContactAndOneAtTheLowerEndsIt() {
        assertEquals(0.6, belief(0, 21, 25));
        assertFalse(estimate.contact[0]);
        contacts.reset();
        belief(1, 45, 25);
        assertTrue(estimate.contact[1]);
        assertEquals(0.4, belief(1, 39, 8));
        assertFalse(estimate.contact[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {-80, 80})
    void theOffsetFollowsTheCountsInTwoSecondsWhileTheLegCarriesNothing(final int drift) {
        for (int i = 0; i < 1000; i++) {
            belief(2, drift, 5.99);
        }
        final double offset = drift * (1 - Math.exp(-1));
        final int counts = 30 + (int) Math.round(offset);
        assertEquals(0.5 * (counts - offset - 15) / 30, belief(2, counts, 6), 1e-3);
    }

    @Test
    void theOffsetStaysWhileTheLegCarriesWeight() {
        for (int i = 0; i < 10_000; i++) {
            belief(3, 40, 6);
        }
        assertEquals(0.5 * 25 / 30, belief(3, 40, 6), 1e-12);
    }

    /** What a real swing shows: torques as of a loaded foot, counts of an offset that was never seen in the air before. */
    @Test
    void aSteppingFootIsInTheAirWhateverItsTorquesSay() {
        for (int stride = 0; stride < 4; stride++) {
            for (int i = 0; i < 125; i++) {
                belief(1, 390, 30);
            }
            assertTrue(estimate.contact[1]);
            assertEquals(1, estimate.contactBelief[1]);
            for (int i = 0; i < 125; i++) {
                belief(1, 90, 30);
            }
            assertFalse(estimate.contact[1], "stride " + stride);
            assertEquals(0.25, estimate.contactBelief[1]);
        }
        belief(1, 390, 0);
        assertTrue(estimate.contact[1], "its counts alone are enough");
        assertEquals(0.75, estimate.contactBelief[1]);
    }

    @Test
    void aResetForgetsTheOffset() {
        for (int i = 0; i < 10_000; i++) {
            belief(0, 40, 0);
        }
        assertEquals(0, belief(0, 40, 6), 1e-2);
        contacts.reset();
        assertEquals(0.5 * 25 / 30, belief(0, 40, 6), 1e-12);
    }
}
