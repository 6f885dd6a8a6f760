package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import org.junit.jupiter.api.Test;

class RestSenseTest {
    private static final double PERIOD_S = 0.01;

    private final RestSense rest = new RestSense(PERIOD_S);
    private final Sensed sensed = new Sensed();

    private final double[] acceleration = new double[3];

    private boolean after(final int ticks) {
        boolean said = false;
        for (int i = 0; i < ticks; i++) {
            said = rest.update(sensed, acceleration);
        }
        return said;
    }

    @Test
    void takesAFifthOfASecondOfQuiet() {
        assertFalse(after(20));
        assertTrue(after(1));
        rest.reset();
        assertFalse(after(20));
    }

    @Test
    void anyTurnBendOrForceEndsIt() {
        after(30);
        for (int axis = 0; axis < 3; axis++) {
            sensed.gyro[axis] = -0.099;
            assertTrue(after(30), "axis " + axis);
            sensed.gyro[axis] = -0.101;
            assertFalse(after(1), "axis " + axis);
            sensed.gyro[axis] = 0;
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            sensed.dq[joint] = 0.299;
            assertTrue(after(30), "joint " + joint);
            sensed.dq[joint] = -0.301;
            assertFalse(after(1), "joint " + joint);
            sensed.dq[joint] = 0;
        }
        for (int axis = 0; axis < 3; axis++) {
            acceleration[axis] = -0.499;
            assertTrue(after(30), "axis " + axis);
            acceleration[axis] = 0.501;
            assertFalse(after(1), "axis " + axis);
            acceleration[axis] = 0;
        }
    }

    /** A robot on its belly, its accelerometer tilted by 2 degrees against its quaternion: no foot stands, and it stays where it is. */
    @Test
    void aLyingRobotDoesNotRunAway() {
        final BodyEstimator estimator = new BodyEstimator(0.002, LegGeometry.A1);
        final BodyEstimate estimate = new BodyEstimate();
        sensed.accelerometer[0] = 0.34;
        sensed.accelerometer[2] = 9.8;
        for (int joint = 0; joint < A1.JOINTS; joint += 3) {
            sensed.q[joint + 1] = 1.2;
            sensed.q[joint + 2] = -2.6;
        }
        for (int i = 0; i < 60 * 500; i++) {
            estimator.update(sensed, estimate);
        }
        assertEquals(0, estimate.velocityHeading[0], 1e-2);
        assertEquals(0, estimate.position[0], 0.1);
    }
}
