package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.estimate.BodyEstimate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GroundSlopeTest {
    private static final double PERIOD_S = 0.002;

    private final GroundSlope slope = new GroundSlope(PERIOD_S);
    private final BodyEstimate estimate = new BodyEstimate();

    private static double[] feet(final double forward, final double left) {
        final double[] feet = {0.18, -0.13, 0, 0.18, 0.13, 0, -0.18, -0.13, 0, -0.18, 0.13, 0};
        for (int i = 0; i < feet.length; i += 3) {
            feet[i + 2] = -0.27 + forward * feet[i] + left * feet[i + 1];
        }
        return feet;
    }

    private void run(final double[] feet, final double seconds) {
        for (int i = 0; i < seconds / PERIOD_S; i++) {
            slope.update(estimate, feet);
        }
    }

    @Test
    void findsTheSlopeUnderStandingFeet() {
        Arrays.fill(estimate.contact, true);
        slope.begin(feet(0, 0));
        run(feet(0.3, -0.1), 2);
        assertEquals(0.3, slope.forward, 1e-3);
        assertEquals(-0.1, slope.left, 1e-3);
        assertEquals(0.3 * 0.18 + 0.1 * 0.13, slope.heightM(0), 1e-3);
    }

    @Test
    void isHeldToSixTenths() {
        Arrays.fill(estimate.contact, true);
        slope.begin(feet(0, 0));
        run(feet(2, -2), 3);
        assertEquals(0.6, slope.forward, 1e-3);
        assertEquals(-0.6, slope.left, 1e-3);
    }

    /** What feet in the air do says nothing of the ground. */
    @Test
    void swingingFeetKeepTheirLastPlaces() {
        Arrays.fill(estimate.contact, true);
        slope.begin(feet(0, 0));
        run(feet(0, 0), 0.1);
        estimate.contact[0] = false;
        estimate.contact[3] = false;
        final double[] lifted = feet(0, 0);
        lifted[2] += 0.1;
        lifted[11] += 0.1;
        run(lifted, 1);
        assertEquals(0, slope.forward, 1e-9);
        assertEquals(0, slope.left, 1e-9);
    }

    /** A place on the ground passes under a trunk that moves on, sinks and turns. */
    @Test
    void placesMoveAgainstTheTrunk() {
        slope.begin(feet(0, 0));
        estimate.velocityHeading[0] = 0.5;
        estimate.velocityHeading[2] = -0.1;
        run(feet(0, 0), 0.1);
        estimate.velocityHeading[0] = 0;
        estimate.velocityHeading[2] = 0;
        estimate.angularVelocity[2] = 1;
        run(feet(0, 0), 0.2);
        estimate.contact[0] = true;
        final double[] raised = feet(0, 0);
        raised[2] = -0.27 + 0.01 + 0.04;
        slope.update(estimate, raised);
        assertEquals(0.03, slope.heightM(0), 1e-9);
    }
}
