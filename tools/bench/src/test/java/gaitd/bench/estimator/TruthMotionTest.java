package gaitd.bench.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.maths.EulerAngles;
import org.junit.jupiter.api.Test;

/** A trunk that goes along a circle, rolling to and fro, with a marker off its origin. */
class TruthMotionTest {
    private static final double PERIOD_S = 0.005;
    private static final int ROWS = 400;
    private static final double[] MARKER = {0.05, -0.02, 0.07};
    private static final double SPEED = 0.4;
    private static final double YAW_RATE = 0.5;

    private final double[][] values = new double[Column.values().length][];
    private final Recording recording = new Recording("circle", PERIOD_S, new double[ROWS], values);

    TruthMotionTest() {
        values[Column.TRUE_RPY.ordinal()] = new double[3 * ROWS];
        values[Column.TRUE_XYZ.ordinal()] = new double[3 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            final double yaw = YAW_RATE * PERIOD_S * row;
            final double[] rpy = {0.2 * Math.sin(8 * PERIOD_S * row), 0.1, yaw};
            System.arraycopy(rpy, 0, values[Column.TRUE_RPY.ordinal()], 3 * row, 3);
            final double[] r = new double[9];
            EulerAngles.matrix(rpy, r);
            final double radius = SPEED / YAW_RATE;
            final double[] origin = {radius * Math.sin(yaw), radius * (1 - Math.cos(yaw)), 0.3 + 0.01 * PERIOD_S * row};
            for (int i = 0; i < 3; i++) {
                values[Column.TRUE_XYZ.ordinal()][3 * row + i] =
                        origin[i] + r[3 * i] * MARKER[0] + r[3 * i + 1] * MARKER[1] + r[3 * i + 2] * MARKER[2];
            }
        }
    }

    @Test
    void isThatOfTheTrunksOriginInTheHeadingFrame() {
        final TruthMotion truth = new TruthMotion(recording, MARKER);
        assertEquals(10, truth.edge);
        for (int row = truth.edge; row < ROWS - truth.edge; row++) {
            assertEquals(SPEED, truth.velocity[3 * row], 1e-4);
            assertEquals(0, truth.velocity[3 * row + 1], 1e-9);
            assertEquals(0.01, truth.velocity[3 * row + 2], 1e-9);
        }
    }

    @Test
    void aMarkerLeftOutShowsTheRollingAsVelocityToTheLeft() {
        final TruthMotion truth = new TruthMotion(recording, new double[] {0, 0, 0});
        double most = 0;
        for (int row = truth.edge; row < ROWS - truth.edge; row++) {
            most = Math.max(most, Math.abs(truth.velocity[3 * row + 1]));
        }
        assertEquals(0.2 * 8 * MARKER[2], most, 0.03);
    }
}
