package gaitd.bench.estimator;

import gaitd.hal.Sensed;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;

/** What the product's estimator says about a recording, row by row. */
final class Estimated {
    /** Velocity in the heading frame, rows x 3, m/s. */
    final double[] velocity;
    /** Place by odometry and height over the ground under the feet, rows x 3, m. */
    final double[] place;
    /** Roll, pitch and yaw, rows x 3, rad. */
    final double[] rpy;

    Estimated(final Recording recording, final Additions additions) {
        final int rows = recording.rows;
        velocity = new double[3 * rows];
        place = new double[3 * rows];
        rpy = new double[3 * rows];
        final PlayedSensors sensors = new PlayedSensors(recording, additions);
        final BodyEstimator estimator =
                new BodyEstimator(recording.periodS, additions.robot().legs());
        final BodyEstimate estimate = new BodyEstimate();
        final Sensed sensed = new Sensed();
        for (int row = 0; row < rows; row++) {
            sensors.read(row, sensed);
            estimator.update(sensed, estimate);
            System.arraycopy(estimate.velocityHeading, 0, velocity, 3 * row, 3);
            System.arraycopy(estimate.position, 0, place, 3 * row, 3);
            rpy[3 * row] = estimate.roll;
            rpy[3 * row + 1] = estimate.pitch;
            rpy[3 * row + 2] = estimate.yaw;
        }
    }
}
