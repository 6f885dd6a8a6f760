package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.sim.engine.SimState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What recordings of real robots show, one at a time, on sensors that are exact otherwise. */
class RealSensorsTest {
    private static final double TICK_S = 0.002;

    private final Wear wear = new Wear();
    private final SimState truth = new SimState();
    private final Sensed out = new Sensed();
    private final SensorSuite suite = new SensorSuite(SensorNoise.none(), wear, new Hands(), 3);

    /** A tick in which every truth says its number. */
    private void tick(final int number) {
        truth.timeS = number * TICK_S;
        Arrays.fill(truth.q, 0.01 * number);
        Arrays.fill(truth.dq, number);
        Arrays.fill(truth.footForce, number);
        truth.baseAcceleration[0] = number;
        suite.sense(truth, out);
    }

    @Test
    void eachFootHasItsCountsPerNewton() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            wear.footCountsPerN[leg] = 9 + 2 * leg;
        }
        tick(30);
        assertArrayEquals(new int[] {270, 330, 390, 450}, out.footForce);
        tick(90);
        assertArrayEquals(new int[] {810, 990, 1000, 1000}, out.footForce);
    }

    @Test
    void feetTellLaterThanTheJointsAndTheseThanTheImu() {
        wear.footDelayS = 0.03;
        wear.jointDelayS = 0.01;
        for (int number = 0; number <= 60; number++) {
            tick(number);
            assertEquals(2 * Math.max(0, number - 15), out.footForce[2], "tick " + number);
            assertEquals(Math.max(0, number - 5), out.dq[7], "tick " + number);
            assertEquals(0.01 * Math.max(0, number - 5), out.q[7], 1e-12, "tick " + number);
            assertEquals(number, out.accelerometer[0], "tick " + number);
        }
    }

    @Test
    void aRobotThatIsPlacedAgainDoesNotRemember() {
        wear.footDelayS = 0.03;
        for (int number = 0; number <= 60; number++) {
            tick(number);
        }
        tick(1);
        assertEquals(2, out.footForce[0]);
        suite.reseed(4);
        tick(2);
        assertEquals(4, out.footForce[0]);
    }

    @Test
    void anglesComeInSteps() {
        wear.jointStepRad = 5e-5;
        Arrays.fill(truth.q, 0.123474);
        suite.sense(truth, out);
        assertEquals(0.12345, out.q[0], 1e-12);
        Arrays.fill(truth.q, 0.123476);
        suite.sense(truth, out);
        assertEquals(0.1235, out.q[0], 1e-12);
    }

    @Test
    void reportedTorqueShowsTheDrivesInertia() {
        wear.torqueInertiaKgM2 = 0.02;
        truth.motorTorque[4] = 3;
        truth.ddq[4] = -200;
        suite.sense(truth, out);
        assertEquals(-1, out.tauEst[4], 1e-12);
    }

    @Test
    void theAccelerometerRepeatsItself() {
        wear.accelerometerEvery = 2;
        for (int number = 0; number < 10; number++) {
            tick(number);
            assertEquals(number - number % 2, out.accelerometer[0]);
        }
    }

    @Test
    void noiseOfTheJointsAloneIsScaled() {
        final SensorSuite noisy = new SensorSuite(SensorNoise.typical(), wear, new Hands(), 3);
        wear.jointNoiseScale = 0;
        noisy.sense(truth, out);
        assertArrayEquals(new double[A1.JOINTS], out.q);
        assertNotEquals(0, out.dq[0]);
    }
}
