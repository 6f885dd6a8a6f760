package gaitd.bench.estimator;

import gaitd.maths.EulerAngles;
import gaitd.maths.Trig;
import gaitd.runtime.config.ConfigException;

/**
 * True motion of the trunk's origin from the places of a marker: velocity by a straight line fitted over 100 ms, turned into the
 * heading frame (x along the trunk, level, z up) by the true yaw.
 *
 * <p>A window on both sides, so a change of velocity is seen 50 ms before and after it; the first and the last 50 ms are not known.
 */
final class TruthMotion {
    /** Half of the window, s. */
    static final double HALF_WINDOW_S = 0.05;

    /** Rows at either end without velocity. */
    final int edge;
    /** Velocity in the heading frame, rows x 3, m/s. */
    final double[] velocity;
    /** Place of the trunk's origin, rows x 3, m. */
    final double[] place;

    /**
     * Motion of one recording.
     *
     * @param recording with truth
     * @param marker place of the marker from the trunk's origin, trunk axes, m
     */
    TruthMotion(final Recording recording, final double[] marker) {
        final int rows = recording.rows;
        edge = Math.max(1, (int) Math.rint(HALF_WINDOW_S / recording.periodS));
        if (rows <= 4 * edge) {
            throw new ConfigException(recording.name + ": is too short for a velocity over 100 ms");
        }
        place = new double[3 * rows];
        velocity = new double[3 * rows];
        final double[] rpy = new double[3];
        final double[] r = new double[9];
        for (int row = 0; row < rows; row++) {
            recording.read(Column.TRUE_RPY, row, rpy);
            EulerAngles.matrix(rpy, r);
            for (int i = 0; i < 3; i++) {
                final double arm = r[3 * i] * marker[0] + r[3 * i + 1] * marker[1] + r[3 * i + 2] * marker[2];
                place[3 * row + i] = recording.get(Column.TRUE_XYZ, row, i) - arm;
            }
        }
        double squares = 0;
        for (int k = 1; k <= edge; k++) {
            squares += 2.0 * k * k;
        }
        final double[] v = new double[3];
        for (int row = edge; row < rows - edge; row++) {
            for (int i = 0; i < 3; i++) {
                double sum = 0;
                for (int k = 1; k <= edge; k++) {
                    sum += k * (place[3 * (row + k) + i] - place[3 * (row - k) + i]);
                }
                v[i] = sum / (squares * recording.periodS);
            }
            final double yaw = recording.get(Column.TRUE_RPY, row, 2);
            velocity[3 * row] = Trig.cos(yaw) * v[0] + Trig.sin(yaw) * v[1];
            velocity[3 * row + 1] = -Trig.sin(yaw) * v[0] + Trig.cos(yaw) * v[1];
            velocity[3 * row + 2] = v[2];
        }
    }
}
