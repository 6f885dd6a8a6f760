package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The filter against the textbook's, in matrices: x = A x + B u, P = A P A' + Q; K = P H' / s, P = (I - K H) P. */
class VelocityFilterTest {
    private static final double SIGMA = 0.8;
    private static final double EXACT = 1e-9;

    private final VelocityFilter filter = new VelocityFilter(SIGMA);
    private final double[] x = {0, 0};
    private final double[][] p = {{1, 0}, {0, 1}};

    private void predict(final double acceleration, final double dtS) {
        filter.predict(acceleration, dtS);
        final double[] b = {0.5 * dtS * dtS, dtS};
        final double[][] a = {{1, dtS}, {0, 1}};
        final double[] before = x.clone();
        final double[][] spread = new double[2][2];
        for (int i = 0; i < 2; i++) {
            x[i] = a[i][0] * before[0] + a[i][1] * before[1] + b[i] * acceleration;
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    for (int l = 0; l < 2; l++) {
                        spread[i][j] += a[i][k] * p[k][l] * a[j][l];
                    }
                }
                spread[i][j] += SIGMA * SIGMA * b[i] * b[j];
            }
        }
        p[0] = spread[0];
        p[1] = spread[1];
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
        final double[] gain = {p[0][part] / s, p[1][part] / s};
        final double[] row = p[part].clone();
        for (int i = 0; i < 2; i++) {
            x[i] += gain[i] * error;
            for (int j = 0; j < 2; j++) {
                p[i][j] -= gain[i] * row[j];
            }
        }
    }

    private void assertSame() {
        assertEquals(x[0], filter.place(), EXACT);
        assertEquals(x[1], filter.speed(), EXACT);
    }

    @Test
    void isAKalmanFilter() {
        final Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            predict(random.nextGaussian(), 0.3 * random.nextDouble());
            assertSame();
            for (int n = random.nextInt(4); n > 0; n--) {
                correct(random.nextInt(2), random.nextGaussian(), 0.01 + random.nextDouble());
                assertSame();
            }
        }
    }

    @Test
    void isAtRestAtZeroAgainAfterAReset() {
        predict(3, 0.5);
        correct(0, 2, 0.1);
        filter.reset();
        x[0] = 0;
        x[1] = 0;
        p[0] = new double[] {1, 0};
        p[1] = new double[] {0, 1};
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
                p[0][1] *= scale;
                p[1][0] *= scale;
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
        filter.predict(1, 0.5);
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
}
