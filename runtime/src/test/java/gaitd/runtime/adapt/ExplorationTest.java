package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final double STEP_S = 0.01;

    private static Exploration exploration(final double deviation, final double holdS) {
        return new Exploration(
                new Config.Builder()
                        .set(Setting.ADAPT_DEVIATION, deviation, "test")
                        .set(Setting.ADAPT_HOLD_S, holdS, "test")
                        .conclude(),
                STEP_S);
    }

    private static Exploration risen(final double deviation, final double holdS) {
        final Exploration exploration = exploration(deviation, holdS);
        for (int i = 0; i < 50; i++) {
            exploration.rise();
        }
        assertEquals(1, exploration.share());
        return exploration;
    }

    @Test
    void isHeldAndChangesSmoothly() {
        final Exploration exploration = risen(0.1, 0.5);
        for (int hold = 1; hold < 40; hold++) {
            final double held = exploration.at(50L * hold + 13, 2);
            for (int i = 14; i < 50; i++) {
                assertEquals(held, exploration.at(50L * hold + i, 2));
            }
            assertNotEquals(held, exploration.at(50L * (hold + 1) + 13, 2));
        }
        for (long step = 50; step < 2000; step++) {
            final double change = Math.abs(exploration.at(step + 1, 2) - exploration.at(step, 2));
            // From end to end of the bound in 12.5 steps, 1.5 times as fast in the middle.
            assertTrue(change <= 0.4 * 1.5 / 12.5 + 1e-12, "step " + step + " changes by " + change);
        }
    }

    @Test
    void isDrawnAtEachStepWithoutAHold() {
        final Exploration exploration = risen(0.1, 0);
        for (long step = 0; step < 100; step++) {
            assertEquals(0.1 * CounterNormal.draw(1, step, 4), exploration.at(step, 4));
        }
    }

    @Test
    void neverLeavesTwoDeviations() {
        for (final double holdS : new double[] {0, 0.02, 0.5}) {
            final Exploration exploration = risen(0.1, holdS);
            for (long step = 0; step < 5000; step++) {
                assertTrue(Math.abs(exploration.at(step, 0)) <= 0.2);
            }
        }
    }

    @Test
    void goesAtOnceAndComesBackSlowly() {
        final Exploration exploration = risen(0.1, 0);
        exploration.off();
        assertEquals(0, Math.abs(exploration.at(7, 0)));
        double before = 0;
        for (int i = 0; i < 50; i++) {
            exploration.rise();
            final double share = exploration.share();
            assertTrue(share > before && share - before < 0.04, "share " + share);
            before = share;
        }
        assertEquals(1, before);
    }

    @Test
    void aDeviationOfZeroIsOff() {
        assertFalse(exploration(0, 0.5).isSet());
        assertTrue(exploration(0.001, 0.5).isSet());
    }
}
