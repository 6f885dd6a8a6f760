package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.runtime.loop.FakeRobot;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyEstimatorTest {
    private static final double PERIOD_S = 0.002;

    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final Sensed sensed = new FakeRobot().says;
    private final BodyEstimator estimator = new BodyEstimator(PERIOD_S, LegGeometry.A1);
    private final BodyEstimate estimate = new BodyEstimate();

    private void run(final double seconds) {
        for (int i = 0; i < seconds / PERIOD_S; i++) {
            estimator.update(sensed, estimate);
        }
    }

    @Test
    void knowsItsHeightAndThatItStandsStill() {
        run(1);
        final double height = 0.2 * Math.cos(0.8) + 0.2 * Math.cos(-0.8) + 0.02;
        assertEquals(height, estimate.position[2], 1e-3);
        assertEquals(0, estimate.velocityHeading[0], 1e-3);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertTrue(estimate.contact[leg]);
        }
    }

    @Test
    void readsVelocityFromTheStandingFeet() {
        final double[] foot = new double[12];
        final double[] before = new double[12];
        double x = -0.03;
        for (int i = 0; i < 300; i++) {
            System.arraycopy(sensed.q, 0, before, 0, 12);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                kinematics.forward(leg, sensed.q, foot, 3 * leg);
                foot[3 * leg] = A1.frontSign(leg) * A1.HIP_X_M - x;
                kinematics.inverse(leg, foot, 3 * leg, sensed.q);
            }
            for (int j = 0; j < 12; j++) {
                sensed.dq[j] = i == 0 ? 0 : (sensed.q[j] - before[j]) / PERIOD_S;
            }
            estimator.update(sensed, estimate);
            x += 0.1 * PERIOD_S;
        }
        final double bend = sensed.dq[1] + sensed.dq[2];
        assertEquals(0.1 + A1.FOOT_RADIUS_M * bend, estimate.velocityHeading[0], 2e-3);
    }

    @Test
    void turnsVelocityIntoTheHeadingFrame() {
        sensed.quaternion[0] = Math.cos(Math.PI / 4);
        sensed.quaternion[3] = Math.sin(Math.PI / 4);
        sensed.footForce[0] = 0;
        Arrays.fill(sensed.footForce, 0);
        Arrays.fill(sensed.tauEst, 0);
        sensed.accelerometer[0] = 1;
        run(0.2);
        assertEquals(Math.PI / 2, estimate.yaw, 1e-9);
        assertEquals(0.2, estimate.velocityHeading[0], 0.01);
        assertEquals(0.2, estimate.velocityWorld[1], 0.01);
    }

    @Test
    void torqueAloneMakesNoContactAndNeitherDoesADriftedSensor() {
        Arrays.fill(sensed.tauEst, 0);
        run(20);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertFalse(estimate.contact[leg], "a constant count without load is drift");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 0.4})
    void aDoubtedTrunkGoesToLevelFromWhereItWas(final double rad) {
        lean(rad, rad);
        run(1);
        estimator.doubt(false, sensed, estimate);
        final double yaw = estimate.yaw;
        for (int i = 0; i < 500; i++) {
            final double roll = estimate.roll;
            lean(1.3, 0);
            sensed.gyro[0] = 3;
            estimator.update(sensed, estimate);
            estimator.doubt(true, sensed, estimate);
            assertEquals(roll, estimate.roll, 0.03, "no jump");
        }
        assertEquals(0, estimate.roll, 1e-3);
        assertEquals(0, estimate.pitch, 1e-3);
        assertEquals(1, estimate.rotation[8], 1e-6);
        assertEquals(yaw, estimate.yaw);
        assertArrayEquals(new double[3], estimate.angularVelocity);
        assertEquals(0, estimate.velocityWorld[1], 0.02);
        estimator.doubt(false, sensed, estimate);
        estimator.update(sensed, estimate);
        assertEquals(1.3, estimate.roll, 1e-9);
    }

    /** A doubted trunk leans only as far as both of its witnesses say. */
    @ParameterizedTest
    @CsvSource({"1.2,0,0", "0,1.2,0", "1.2,1.1,1.1", "1.1,1.2,1.1", "-1.2,1.2,1.2"})
    void theTiltOfADoubtedTrunkIsTheLesser(final double byQuaternion, final double byForce, final double tilt) {
        lean(byQuaternion, byForce);
        for (int i = 0; i < 1000; i++) {
            estimator.update(sensed, estimate);
            estimator.doubt(true, sensed, estimate);
        }
        assertEquals(tilt, estimate.tilt, 1e-3);
        assertEquals(0, estimate.roll, 1e-3);
    }

    private void lean(final double byQuaternion, final double byForce) {
        sensed.quaternion[0] = Math.cos(byQuaternion / 2);
        sensed.quaternion[1] = Math.sin(byQuaternion / 2);
        sensed.accelerometer[1] = 9.81 * Math.sin(byForce);
        sensed.accelerometer[2] = 9.81 * Math.cos(byForce);
    }

    @Test
    void leavesTheEstimateAloneWhenAReadingIsNotFinite() {
        run(1);
        final double height = estimate.position[2];
        sensed.accelerometer[2] = Double.NaN;
        run(0.1);
        assertEquals(height, estimate.position[2]);
        sensed.accelerometer[2] = 9.81;
        run(0.1);
        assertEquals(height, estimate.position[2], 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,36,0", "1,-1e5,0", "1,0,161", "1,0,-9e5", "0.8,0,0", "1.2,0,0"})
    void noImpossibleInertialValueMovesTheEstimate(final double length, final double radS, final double mS2) {
        sensed.quaternion[0] = Math.cos(0.1);
        sensed.quaternion[1] = Math.sin(0.1);
        run(1);
        final double tilt = estimate.tilt;
        final double height = estimate.position[2];
        assertEquals(0.2, tilt, 1e-9);
        sensed.quaternion[0] = length;
        sensed.quaternion[1] = 0;
        sensed.gyro[2] = radS;
        sensed.accelerometer[0] = mS2;
        run(0.1);
        assertEquals(tilt, estimate.tilt);
        assertEquals(height, estimate.position[2]);
        assertEquals(0, estimate.velocityHeading[0], 1e-3);
        assertEquals(0, estimate.angularVelocity[2]);
        sensed.dq[4] = 2;
        sensed.tauEst[4] = 3;
        run(0.002);
        assertEquals(6, estimate.powerW, 1e-9, "the joints are believed still");
    }

    @ParameterizedTest
    @CsvSource({"1,34.9,159.9", "0.91,-34.9,-159.9", "1.09,0,0"})
    void extremeInertialValuesAreBelieved(final double length, final double radS, final double mS2) {
        run(1);
        sensed.quaternion[0] = length * Math.cos(0.1);
        sensed.quaternion[1] = length * Math.sin(0.1);
        sensed.gyro[1] = radS;
        sensed.accelerometer[0] = mS2;
        run(0.002);
        assertEquals(0.2, estimate.tilt, 1e-9);
        assertEquals(radS, estimate.angularVelocity[1]);
    }

    @Test
    void ignoresAbsurdButFiniteValues() {
        run(0.1);
        sensed.dq[1] = 1e300;
        run(0.01);
        sensed.dq[1] = 0;
        run(2);
        assertEquals(0, estimate.velocityHeading[0], 1e-2);
    }

    @Test
    void comesBackAfterAWildReading() {
        run(0.1);
        sensed.dq[1] = 9e5;
        run(0.01);
        sensed.dq[1] = 0;
        run(2);
        assertEquals(0, estimate.velocityHeading[0], 1e-2);
    }

    /** A reading that stays the same, as one does while no state comes, is integrated; feet that stand again end it. */
    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "2, 30", "0, 9", "1, -9"})
    void comesBackAfterAnAccelerationThatLasted(final int axis, final double value) {
        final int[] standing = sensed.footForce.clone();
        final double[] torques = sensed.tauEst.clone();
        Arrays.fill(sensed.footForce, 0);
        Arrays.fill(sensed.tauEst, 0);
        sensed.gyro[0] = 0.5;
        final double gravity = sensed.accelerometer[axis];
        sensed.accelerometer[axis] = value;
        run(20);
        sensed.accelerometer[axis] = gravity;
        sensed.gyro[0] = 0;
        System.arraycopy(standing, 0, sensed.footForce, 0, standing.length);
        System.arraycopy(torques, 0, sensed.tauEst, 0, torques.length);
        run(1);
        final double height = 0.2 * Math.cos(0.8) + 0.2 * Math.cos(-0.8) + 0.02;
        assertEquals(height, estimate.position[2], 0.03);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, estimate.velocityHeading[i], 0.05);
        }
    }

    /** The fastest, up or down, that the standing robot is taken for within a time, m/s. */
    private double fastest(final double seconds) {
        double fastest = 0;
        for (int i = 0; i < seconds / PERIOD_S; i++) {
            estimator.update(sensed, estimate);
            fastest = Math.max(fastest, Math.abs(estimate.velocityHeading[2]));
        }
        return fastest;
    }

    @Test
    void feetThatAllContradictTheAccelerometerWinInAFewTicks() {
        run(1);
        final double height = estimate.position[2];
        sensed.accelerometer[2] = -sensed.accelerometer[2];
        final double fastest = fastest(2);
        assertTrue(fastest > 1 && fastest < 2.5, "taken for " + fastest + " m/s");
        assertEquals(height, estimate.position[2], 0.1);
    }

    @ParameterizedTest
    @CsvSource({"0.09, true", "0.12, false"})
    void feetThatContradictForAShortTimeDoNot(final double seconds, final boolean carriedOn) {
        run(1);
        sensed.accelerometer[2] = -sensed.accelerometer[2];
        run(seconds);
        assertEquals(
                carriedOn, Math.abs(estimate.velocityHeading[2]) > 0.5, "taken for " + estimate.velocityHeading[2]);
    }
}
