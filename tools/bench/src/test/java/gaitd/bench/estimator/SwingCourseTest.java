package gaitd.bench.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The course against what several real recordings show with the foot over 25 mm high: the middle three quarters of a swing. */
class SwingCourseTest {
    private final double[] high = new double[750];

    SwingCourseTest() {
        Arrays.setAll(high, i -> SwingCourse.forceN(0.125 + i / 1000.0));
    }

    private double shareOver(final double forceN) {
        return Arrays.stream(high).filter(f -> f > forceN).count() / (double) high.length;
    }

    @Test
    void hasTheMedianAndTheSharesOfRealSwings() {
        final double[] sorted = high.clone();
        Arrays.sort(sorted);
        assertTrue(sorted[375] >= 17 && sorted[375] <= 26, "median " + sorted[375]);
        assertTrue(shareOver(8) >= 0.65 && shareOver(8) <= 0.9, "over 8 N: " + shareOver(8));
        assertTrue(shareOver(25) >= 0.35 && shareOver(25) <= 0.5, "over 25 N: " + shareOver(25));
    }

    @Test
    void liftsFirstAndStretchesLastAndIsNothingAtBothEnds() {
        assertEquals(0, SwingCourse.forceN(0));
        assertEquals(-41, SwingCourse.forceN(0.05), 1e-12);
        assertEquals(39, SwingCourse.forceN(0.25), 1e-12);
        assertEquals(19, SwingCourse.forceN(0.7), 1e-12);
        assertEquals(-25, SwingCourse.forceN(0.95), 1e-12);
        assertEquals(0, SwingCourse.forceN(1), 1e-12);
    }
}
