package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.runtime.loop.FakeRobot;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A robot that is placed anew begins with the estimate of a robot that was just switched on. */
class EstimateResetTest {
    private final BodyEstimator used = new BodyEstimator(0.002, LegGeometry.A1);
    private final BodyEstimate estimate = new BodyEstimate();

    private static String text(final BodyEstimate e) {
        return Arrays.toString(e.rotation)
                + Arrays.toString(new double[] {e.roll, e.pitch, e.yaw, e.tilt, e.powerW, e.legHeightM(), e.carriedN()})
                + Arrays.toString(e.angularVelocity)
                + Arrays.toString(e.velocityWorld)
                + Arrays.toString(e.velocityHeading)
                + Arrays.toString(e.position)
                + Arrays.toString(e.footBody)
                + Arrays.toString(e.footForceN)
                + Arrays.toString(e.contactBelief)
                + Arrays.toString(e.contact)
                + e.orientationDoubted;
    }

    @BeforeEach
    void walkAround() {
        final Sensed sensed = new FakeRobot().says;
        sensed.quaternion[0] = 0.9;
        sensed.quaternion[1] = 0.1;
        sensed.quaternion[2] = 0.2;
        sensed.quaternion[3] = 0.38;
        sensed.gyro[0] = 0.1;
        sensed.gyro[1] = 0.2;
        sensed.gyro[2] = 0.3;
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.dq[i] = 0.2 * i;
        }
        for (int i = 0; i < 500; i++) {
            used.update(sensed, estimate);
        }
        sensed.footForce[2] = 300;
        Arrays.fill(sensed.tauEst, 0);
        for (int i = 0; i < 500; i++) {
            used.update(sensed, estimate);
        }
        used.doubt(false, sensed, estimate);
        used.doubt(true, sensed, estimate);
        estimate.angularVelocity[1] = 1;
        estimate.contact[1] = true;
        estimate.contactBelief[1] = 1;
        estimate.footForceN[1] = 20;
    }

    @Test
    void everyFieldIsAsConstructed() {
        estimate.reset();
        assertEquals(text(new BodyEstimate()), text(estimate));
    }

    @Test
    void theEstimatorRemembersNothing() {
        used.reset();
        estimate.reset();
        final BodyEstimator fresh = new BodyEstimator(0.002, LegGeometry.A1);
        final BodyEstimate first = new BodyEstimate();
        final Sensed sensed = new FakeRobot().says;
        for (int i = 0; i < 100; i++) {
            sensed.footForce[2] = i;
            sensed.dq[4] = 0.1 * i;
            sensed.accelerometer[1] = 0.1 * i;
            used.update(sensed, estimate);
            fresh.update(sensed, first);
            used.doubt(true, sensed, estimate);
            fresh.doubt(true, sensed, first);
            assertEquals(text(first), text(estimate));
        }
    }
}
