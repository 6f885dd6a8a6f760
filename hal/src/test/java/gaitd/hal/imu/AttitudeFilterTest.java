package gaitd.hal.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttitudeFilterTest {
    private static final double PERIOD_S = 0.002;

    private final AttitudeFilter filter = new AttitudeFilter(PERIOD_S);
    private final Sensed sensed = new Sensed();

    @BeforeEach
    void level() {
        force(0, 0);
    }

    private void force(final double roll, final double pitch) {
        sensed.accelerometer[0] = -Gravity.M_S2 * Math.sin(pitch);
        sensed.accelerometer[1] = Gravity.M_S2 * Math.sin(roll) * Math.cos(pitch);
        sensed.accelerometer[2] = Gravity.M_S2 * Math.cos(roll) * Math.cos(pitch);
    }

    private void run(final double seconds) {
        for (int i = 0; i < Math.round(seconds / PERIOD_S); i++) {
            filter.update(sensed);
        }
    }

    @Test
    void takesItsTiltFromTheFirstReading() {
        force(0.3, -0.2);
        filter.update(sensed);
        assertArrayEquals(new double[] {0.3, -0.2, 0}, sensed.rpy, 1e-12);
    }

    @Test
    void followsTurnsAboutEachAxis() {
        for (int axis = 0; axis < 3; axis++) {
            filter.reset();
            Arrays.fill(sensed.gyro, 0);
            force(0, 0);
            run(5);
            sensed.gyro[axis] = 0.5;
            for (int i = 1; i <= 100; i++) {
                final double angle = 0.5 * i * PERIOD_S;
                force(axis == 0 ? angle : 0, axis == 1 ? angle : 0);
                filter.update(sensed);
            }
            final double[] expected = new double[3];
            expected[axis] = 0.1;
            assertArrayEquals(expected, sensed.rpy, 1e-3, "axis " + axis);
        }
    }

    @Test
    void returnsToGravityAfterAKnockWithItsTimeConstant() {
        run(5);
        force(0.1, 0);
        run(4);
        assertEquals(0.1 * (1 - Math.exp(-1)), sensed.rpy[0], 0.01);
        run(16);
        assertEquals(0.1, sensed.rpy[0], 0.01);
    }

    @Test
    void learnsTheGyroscopesBiasAboutLevelAxes() {
        sensed.gyro[0] = 0.02;
        sensed.gyro[1] = -0.03;
        run(10);
        assertTrue(Math.abs(sensed.rpy[1]) > 0.05, "a bias tilts it at first");
        run(190);
        assertArrayEquals(new double[] {0, 0, 0}, sensed.rpy, 1e-3);
    }

    /** A stride's thrusts: 40 ms of 2.5 g and the rest of 0.4 s light, with forward force in the thrust alone. */
    @Test
    void thrustsOfTheFeetDoNotTiltIt() {
        run(5);
        double worst = 0;
        for (int tick = 0; tick < 10_000; tick++) {
            final boolean thrust = tick % 200 < 20;
            sensed.accelerometer[0] = thrust ? 9 : -1;
            sensed.accelerometer[2] = thrust ? 2.5 * Gravity.M_S2 : 2.5 / 3 * Gravity.M_S2;
            filter.update(sensed);
            worst = Math.max(worst, Math.abs(sensed.rpy[1]));
        }
        assertTrue(worst < Math.toRadians(0.6), "tilted by " + Math.toDegrees(worst) + " deg");
    }

    @Test
    void staysAUnitQuaternionInAnyMotion() {
        final Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            for (int k = 0; k < 3; k++) {
                sensed.gyro[k] = 20 * random.nextGaussian();
                sensed.accelerometer[k] = 50 * random.nextGaussian();
            }
            filter.update(sensed);
            double squares = 0;
            for (final double part : sensed.quaternion) {
                squares += part * part;
            }
            assertEquals(1, squares, 1e-12);
        }
    }

    @Test
    void aReadingThatIsNoNumberTurnsNothing() {
        force(0.2, 0.1);
        run(1);
        final double[] before = sensed.quaternion.clone();
        sensed.gyro[1] = Double.NaN;
        filter.update(sensed);
        sensed.gyro[1] = 0;
        sensed.accelerometer[2] = Double.POSITIVE_INFINITY;
        filter.update(sensed);
        assertArrayEquals(before, sensed.quaternion);
    }

    @Test
    void beginsAgainAfterAReset() {
        sensed.gyro[2] = 1;
        force(0.2, 0.1);
        run(3);
        filter.reset();
        sensed.gyro[2] = 0;
        force(-0.1, 0);
        filter.update(sensed);
        assertArrayEquals(new double[] {-0.1, 0, 0}, sensed.rpy, 1e-12);
    }
}
