package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The filter against the textbook's, in matrices: x = A x + B u, P = A P A' + Q; K = P H' / s, P = (I - K H) P. The state is position,
 * speed and bias of the acceleration.
 */
class VelocityFilterTest {
    private static final double NOISE = 0.3;
    private static final double EXACT = 1e-9;

    private final VelocityFilter filter = new VelocityFilter();
    private final double[] x = new double[3];
    private final double[][] p = new double[3][3];

    VelocityFilterTest() {
        begin();
    }

    private void begin() {
        for (int i = 0; i < 3; i++) {
            x[i] = 0;
            p[i] = new double[3];
            p[i][i] = i == 2 ? 0.3 * 0.3 : 1;
        }
    }

    private void predict(final double acceleration, final double dtS) {
        filter.predict(acceleration, NOISE, dtS);
        final double[] b = {0.5 * dtS * dtS, dtS, 0};
        final double[][] a = {{1, dtS, -b[0]}, {0, 1, -dtS}, {0, 0, 1}};
        final double[] before = x.clone();
        final double[][] spread = new double[3][3];
        for (int i = 0; i < 3; i++) {
            x[i] = b[i] * acceleration;
            for (int j = 0; j < 3; j++) {
                x[i] += a[i][j] * before[j];
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        spread[i][j] += a[i][k] * p[k][l] * a[j][l];
                    }
                }
                spread[i][j] += NOISE / dtS * b[i] * b[j];
            }
        }
        spread[2][2] += 4e-4 * dtS;
        System.arraycopy(spread, 0, p, 0, 3);
    }

    /** Corrects by a measurement of one part of the state: 0 position, 1 speed. */
    private void correct(final int part, final double measured, final double variance) {
        if (part == 0) {
            filter.correctPlace(measured, variance);
        } else {
            filter.correctSpeed(measured, variance);
        }
        final double s = p[part][part] + variance;
        final double error = measured - x[part];
        final double[] gain = {p[0][part] / s, p[1][part] / s, p[2][part] / s};
        final double[] row = p[part].clone();
        for (int i = 0; i < 3; i++) {
            x[i] += gain[i] * error;
            for (int j = 0; j < 3; j++) {
                p[i][j] -= gain[i] * row[j];
            }
        }
    }

    private void assertSame() {
        assertEquals(x[0], filter.place(), EXACT);
        assertEquals(x[1], filter.speed(), EXACT);
        assertEquals(p[1][1], filter.speedVariance(), EXACT);
    }

    @Test
    void isAKalmanFilter() {
        final Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            predict(random.nextGaussian(), 0.01 + 0.3 * random.nextDouble());
            assertSame();
            for (int n = random.nextInt(4); n > 0; n--) {
                correct(random.nextInt(2), random.nextGaussian(), 0.01 + random.nextDouble());
                assertSame();
            }
        }
    }

    /** An accelerometer off by what 2 degrees of tilt make of gravity, and a foot that says what the speed is. */
    @Test
    void learnsWhatTheAccelerometerIsOffBy() {
        final double offMS2 = 0.34;
        double most = 0;
        for (int tick = 0; tick < 30 * 500; tick++) {
            filter.predict(offMS2, 1.25e-3, 0.002);
            filter.correctSpeed(0, 0.01);
            most = Math.max(most, filter.speed());
        }
        assertTrue(most > 0.005, "at first it runs away: " + most);
        assertEquals(0, filter.speed(), 1e-3, "after thirty");
        for (int tick = 0; tick < 500; tick++) {
            filter.predict(offMS2, 1.25e-3, 0.002);
        }
        assertEquals(0, filter.speed(), 0.02, "after a second without a foot");
    }

    @Test
    void isAtRestAtZeroAgainAfterAReset() {
        predict(3, 0.5);
        correct(0, 2, 0.1);
        filter.reset();
        begin();
        assertSame();
        predict(-1, 0.1);
        correct(0, 1, 0.1);
        correct(1, 1, 0.1);
        assertSame();
    }

    /** Where nothing measures the position its variance would grow for ever; it is kept at 1, the correlation as it was. */
    @Test
    void keepsThePositionsVarianceAtOneWhereNothingMeasuresIt() {
        for (int i = 0; i < 100; i++) {
            predict(0.1, 0.2);
            correct(1, 0.4, 0.3);
            filter.settle();
            if (p[0][0] > 1) {
                final double scale = 1 / Math.sqrt(p[0][0]);
                p[0][0] = 1;
                for (int j = 1; j < 3; j++) {
                    p[0][j] *= scale;
                    p[j][0] *= scale;
                }
            }
            assertSame();
        }
        correct(0, 5, 0.5);
        assertSame();
    }

    @Test
    void aVarianceBelowOneIsLeftAlone() {
        correct(0, 0.3, 0.2);
        predict(1, 0.1);
        filter.settle();
        correct(0, 0.5, 0.2);
        correct(1, 0.5, 0.2);
        assertSame();
    }

    @Test
    void startsAgainWhenItsStateIsNotANumber() {
        filter.predict(1, NOISE, 0.5);
        filter.correctSpeed(Double.NaN, 0.1);
        filter.settle();
        assertSame();
        filter.correctPlace(Double.POSITIVE_INFINITY, 0.1);
        filter.settle();
        assertSame();
        predict(1, 0.1);
        correct(1, 1, 0.1);
        assertSame();
    }

    @Test
    void aPlaceThatIsTakenLeavesZero() {
        predict(2, 0.5);
        assertEquals(0.25, filter.takePlace(), EXACT);
        x[0] = 0;
        assertSame();
        predict(0, 0.5);
        correct(0, 0.4, 0.2);
        assertSame();
    }

    @Test
    void turningTheAxesKeepsTheVelocityInTheWorld() {
        final VelocityFilter next = new VelocityFilter();
        filter.predict(3, NOISE, 1);
        next.predict(4, NOISE, 1);
        filter.turn(next, Math.cos(0.3), Math.sin(0.3));
        assertEquals(3 * Math.cos(0.3) + 4 * Math.sin(0.3), filter.speed(), EXACT);
        assertEquals(4 * Math.cos(0.3) - 3 * Math.sin(0.3), next.speed(), EXACT);
    }
}
