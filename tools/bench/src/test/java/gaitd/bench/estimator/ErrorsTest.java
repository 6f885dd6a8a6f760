package gaitd.bench.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.leg.RobotKind;
import gaitd.runtime.config.Config;
import org.junit.jupiter.api.Test;

/** Errors put into an estimate are those that are told. */
class ErrorsTest {
    private static final double PERIOD_S = 0.005;

    private final Recording recording = SimulatedRecording.make(Config.defaults(), 4, 7, new double[] {0, 0, 0});
    private final TruthMotion truth = new TruthMotion(recording, new double[] {0, 0, 0});
    private final Estimated estimated = new Estimated(recording, new Additions(RobotKind.A1, true, false, 0, 0));
    private final int from = truth.edge;
    private final int to = recording.rows - truth.edge;

    @Test
    void scaleAndBiasAreThoseOfTheVelocity() {
        for (int i = 0; i < truth.velocity.length; i++) {
            estimated.velocity[i] = 0.9 * truth.velocity[i] + 0.02;
        }
        final VelocityErrors errors = new VelocityErrors(estimated, truth, from, to);
        assertArrayEquals(new double[] {0.9, 0.9, 0.9}, errors.scale, 1e-9);
        double mean = 0;
        double squares = 0;
        for (int row = from; row < to; row++) {
            final double error = 0.02 - 0.1 * truth.velocity[3 * row];
            mean += error / (to - from);
            squares += error * error / (to - from);
        }
        assertEquals(mean, errors.bias[0], 1e-12);
        assertEquals(Math.sqrt(squares), errors.rms[0], 1e-12);
    }

    @Test
    void driftIsWhereOdometryEndsWhateverTheYawItBeganWith() {
        final double turn = 0.7;
        for (int row = 0; row < recording.rows; row++) {
            final double x = truth.place[3 * row];
            final double y = truth.place[3 * row + 1];
            estimated.place[3 * row] = 5 + 1.1 * (Math.cos(turn) * x - Math.sin(turn) * y);
            estimated.place[3 * row + 1] = 1.1 * (Math.sin(turn) * x + Math.cos(turn) * y);
            estimated.place[3 * row + 2] = truth.place[3 * row + 2] + 0.3;
            estimated.rpy[3 * row] = recording.get(Column.TRUE_RPY, row, 0) + 0.01;
            estimated.rpy[3 * row + 1] = recording.get(Column.TRUE_RPY, row, 1) - 0.02;
            estimated.rpy[3 * row + 2] = recording.get(Column.TRUE_RPY, row, 2) + turn + 0.001 * row * PERIOD_S;
        }
        final PlaceErrors errors = new PlaceErrors(recording, estimated, truth, from, to);
        final int last = to - 1;
        final double way = Math.hypot(
                truth.place[3 * last] - truth.place[3 * from], truth.place[3 * last + 1] - truth.place[3 * from + 1]);
        assertEquals(0.1 * way / errors.wayM, errors.drift, 1e-4);
        assertEquals(0, errors.heightRmsM, 1e-7);
        assertArrayEquals(new double[] {0.01, -0.02}, errors.tiltBiasRad, 1e-12);
        assertArrayEquals(new double[] {0.01, 0.02}, errors.tiltRmsRad, 1e-12);
        assertEquals(0.001 * PERIOD_S * (last - from), errors.yawDriftRad, 1e-9);
    }
}
