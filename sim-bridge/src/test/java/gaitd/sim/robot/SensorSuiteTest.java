package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;
import gaitd.sim.engine.SimState;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SensorSuiteTest {
    private final SimState truth = new SimState();
    private final Sensed out = new Sensed();
    private final SensorSuite exact = new SensorSuite(SensorNoise.none(), new Wear(), new Hands(), 3);

    @Test
    void readsGravityOnZAtRest() {
        exact.sense(truth, out);
        assertArrayEquals(new double[] {0, 0, 9.81}, out.accelerometer, 1e-12);
        assertArrayEquals(new double[] {0, 0, 0}, out.rpy, 1e-12);
    }

    @Test
    void readsNothingInFreeFall() {
        truth.baseAcceleration[2] = -9.81;
        exact.sense(truth, out);
        assertArrayEquals(new double[3], out.accelerometer, 1e-12);
    }

    @Test
    void readsGravityInTrunkAxesWhenTilted() {
        Attitudes.fromRollPitchYaw(0, 0.5, 1.2, truth.baseQuaternion);
        exact.sense(truth, out);
        assertArrayEquals(
                new double[] {-9.81 * Math.sin(0.5), 0, 9.81 * Math.cos(0.5)}, out.accelerometer, 1e-12, "nose down");
        Attitudes.fromRollPitchYaw(0.5, 0, 0, truth.baseQuaternion);
        exact.sense(truth, out);
        assertArrayEquals(new double[] {0, 9.81 * Math.sin(0.5), 9.81 * Math.cos(0.5)}, out.accelerometer, 1e-12);
    }

    @Test
    void anglesAndQuaternionsAgree() {
        final Random random = new Random(11);
        final double[] rpy = new double[3];
        final double[] back = new double[3];
        final double[] q = new double[4];
        for (int i = 0; i < 200; i++) {
            rpy[0] = 6 * random.nextDouble() - 3;
            rpy[1] = 3 * random.nextDouble() - 1.5;
            rpy[2] = 6 * random.nextDouble() - 3;
            Attitudes.fromRollPitchYaw(rpy[0], rpy[1], rpy[2], q);
            EulerAngles.of(q, back);
            assertArrayEquals(rpy, back, 1e-9, "seed 11, round " + i);
        }
    }

    @Test
    void staysFiniteWithTheNoseStraightDown() {
        truth.baseQuaternion[0] = Math.sqrt(0.5) + 1e-12;
        truth.baseQuaternion[2] = Math.sqrt(0.5) + 1e-12;
        exact.sense(truth, out);
        assertEquals(Math.PI / 2, out.rpy[1], 1e-5);
        assertTrue(out.isFinite());
    }

    @Test
    void copiesJointsExactlyWithoutNoise() {
        truth.q[3] = 0.1;
        truth.dq[4] = -2;
        truth.ddq[5] = 33;
        truth.motorTorque[6] = 7;
        truth.baseAngularVelocity[1] = 0.4;
        truth.footForce[3 * 2 + 2] = 30;
        exact.sense(truth, out);
        assertEquals(0.1, out.q[3]);
        assertEquals(-2, out.dq[4]);
        assertEquals(33, out.ddq[5]);
        assertEquals(7, out.tauEst[6]);
        assertEquals(0.4, out.gyro[1]);
        assertArrayEquals(new int[] {0, 0, 60, 0}, out.footForce);
    }

    @Test
    void inertialValuesEndAtFullScale() {
        for (int axis = 0; axis < 3; axis++) {
            for (final int sign : new int[] {-1, 1}) {
                truth.baseAngularVelocity[axis] = sign * 34;
                truth.baseAcceleration[axis] = sign * 140;
                exact.sense(truth, out);
                assertEquals(sign * 34, out.gyro[axis]);
                assertEquals(sign * 140, out.accelerometer[axis], 10);
                truth.baseAngularVelocity[axis] = sign * 50;
                truth.baseAcceleration[axis] = sign * 1000;
                exact.sense(truth, out);
                assertEquals(sign * 34.9, out.gyro[axis]);
                assertEquals(sign * 156.9, out.accelerometer[axis]);
            }
        }
    }

    @Test
    void footOffsetsDifferByFootAndStayWithinTen() {
        final SensorSuite offsets =
                new SensorSuite(new SensorNoise(0, 0, 0, 0, 0, 0, 0, 10, 0), new Wear(), new Hands(), 5);
        offsets.sense(truth, out);
        for (final int counts : out.footForce) {
            assertTrue(Math.abs(counts) <= 10, "offset " + counts);
        }
        assertNotEquals(out.footForce[0], out.footForce[1]);
        final int before = out.footForce[0];
        truth.timeS = 30;
        offsets.sense(truth, out);
        assertEquals(before, out.footForce[0], "without drift the offset stays");
    }

    @Test
    void footDriftGrowsSlowly() {
        final SensorSuite drifting =
                new SensorSuite(new SensorNoise(0, 0, 0, 0, 0, 0, 0, 0, 50), new Wear(), new Hands(), 5);
        drifting.sense(truth, out);
        assertArrayEquals(new int[4], out.footForce);
        truth.timeS = 0.1;
        drifting.sense(truth, out);
        for (final int counts : out.footForce) {
            assertTrue(Math.abs(counts) <= 1, "drift in 0.1 s is " + counts);
        }
        truth.timeS = 20;
        drifting.sense(truth, out);
        final int first = Math.abs(out.footForce[0]);
        final int second = Math.abs(out.footForce[1]);
        assertTrue(first > 1 && first < 40 && second > 1, first + " and " + second);
        assertNotEquals(out.footForce[0], out.footForce[1]);
    }

    @Test
    void noiseHasTheDeclaredSize() {
        final SensorSuite noisy = new SensorSuite(SensorNoise.typical(), new Wear(), new Hands(), 17);
        double gyro = 0;
        double speed = 0;
        double roll = 0;
        final int rounds = 4000;
        for (int i = 0; i < rounds; i++) {
            noisy.sense(truth, out);
            gyro += out.gyro[2] * out.gyro[2];
            speed += out.dq[3] * out.dq[3];
            roll += out.rpy[0] * out.rpy[0];
        }
        assertEquals(0.01, Math.sqrt(gyro / rounds), 0.001);
        assertEquals(0.05, Math.sqrt(speed / rounds), 0.005);
        assertEquals(0.002, Math.sqrt(roll / rounds), 0.0002);
    }

    @Test
    void noisyAttitudeStaysAUnitQuaternionThatAgreesWithItsAngles() {
        Attitudes.fromRollPitchYaw(0.3, -0.4, 2, truth.baseQuaternion);
        final SensorSuite noisy =
                new SensorSuite(new SensorNoise(0, 0, 0, 0.01, 0, 0, 0, 0, 0), new Wear(), new Hands(), 23);
        noisy.sense(truth, out);
        final double[] back = new double[4];
        Attitudes.fromRollPitchYaw(out.rpy[0], out.rpy[1], out.rpy[2], back);
        assertArrayEquals(out.quaternion, back, 1e-12);
        assertEquals(0.3, out.rpy[0], 0.05);
        assertNotEquals(0.3, out.rpy[0], 1e-6);
    }

    @Test
    void refusesNoiseThatIsNegativeOrNotANumber() {
        for (int i = 0; i < 9; i++) {
            final double[] v = new double[9];
            v[i] = -1;
            assertThrows(IllegalArgumentException.class, () -> noise(v));
            v[i] = Double.NaN;
            assertThrows(IllegalArgumentException.class, () -> noise(v));
        }
    }

    private static SensorNoise noise(final double[] v) {
        return new SensorNoise(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
    }
}
