package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.estimate.BodyEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingHoldTest {
    private static final double PERIOD_S = 0.002;

    private final BodyEstimate estimate = new BodyEstimate();
    private final HeadingHold hold = new HeadingHold(2);

    private double after(final double yaw, final double commandRadS) {
        estimate.yaw = yaw;
        return hold.update(estimate, commandRadS, PERIOD_S);
    }

    @Test
    void turnsBackToWhereItBegan() {
        assertEquals(0, after(3.1, 0), 1e-12);
        assertEquals(-0.2, after(3.2 - 2 * Math.PI, 0), 1e-12);
        assertEquals(0.2, after(3.0, 0), 1e-12);
    }

    @Test
    void followsTheHeadingThatCommandsAddUpTo() {
        after(0, 0);
        double turn = 0;
        for (int tick = 0; tick < 100; tick++) {
            turn = after(0, 0.5);
        }
        assertEquals(2 * 100 * PERIOD_S * 0.5, turn, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void forgetsWhatIsBeyondItsLimit(final double sign) {
        after(0, 0);
        assertEquals(-sign * 0.78, after(sign * 0.39, 0), 1e-12);
        assertEquals(-sign * 0.8, after(sign * 0.41, 0), 1e-12);
        assertEquals(-sign * 0.8, after(sign * 1.5, 0), 1e-12);
        assertEquals(0, after(sign * 1.1, 0), 1e-12);
    }

    @Test
    void beginsAfreshAndAddsNothingWithoutAGain() {
        after(0, 0);
        hold.reset();
        assertEquals(0, after(0.3, 0), 1e-12);
        assertEquals(0, new HeadingHold(0).update(estimate, 1, PERIOD_S));
    }
}
