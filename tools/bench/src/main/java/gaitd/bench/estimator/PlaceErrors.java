package gaitd.bench.estimator;

import gaitd.maths.EulerAngles;
import gaitd.maths.Trig;

/** Errors of odometry, height and orientation over a part of a recording; odometry begins where the part does, with the true yaw. */
final class PlaceErrors {
    /** Way that the trunk's origin went, by places 0.1 s apart, m. */
    final double wayM;
    /** Where odometry ends from where the trunk does, per metre of the way. */
    final double drift;
    /** Forward way by odometry, times that of the truth; sums of velocities in the heading frame. */
    final double distance;
    /** Height, its mean error taken out (the marker's zero is where it began), root of the mean square, m. */
    final double heightRmsM;
    /** Roll and pitch, root of the mean square, rad. */
    final double[] tiltRmsRad = new double[2];
    /** Roll and pitch, mean, rad. */
    final double[] tiltBiasRad = new double[2];
    /** Yaw from beginning to end, rad. */
    final double yawDriftRad;

    private static final double STEP_S = 0.1;

    PlaceErrors(
            final Recording recording,
            final Estimated estimated,
            final TruthMotion truth,
            final int from,
            final int to) {
        final int last = to - 1;
        final double turn = yawError(recording, estimated, from);
        final double x = estimated.place[3 * last] - estimated.place[3 * from];
        final double y = estimated.place[3 * last + 1] - estimated.place[3 * from + 1];
        final double offX = Trig.cos(turn) * x + Trig.sin(turn) * y - (truth.place[3 * last] - truth.place[3 * from]);
        final double offY =
                -Trig.sin(turn) * x + Trig.cos(turn) * y - (truth.place[3 * last + 1] - truth.place[3 * from + 1]);
        wayM = way(recording, truth, from, last);
        drift = StrictMath.hypot(offX, offY) / wayM;
        yawDriftRad = EulerAngles.wrapped(yawError(recording, estimated, last) - turn);
        double said = 0;
        double was = 0;
        double height = 0;
        double heightSquares = 0;
        final double[] tilt = new double[2];
        final double[] tiltSquares = new double[2];
        for (int row = from; row < to; row++) {
            said += estimated.velocity[3 * row];
            was += truth.velocity[3 * row];
            final double off = estimated.place[3 * row + 2] - truth.place[3 * row + 2];
            height += off;
            heightSquares += off * off;
            for (int axis = 0; axis < 2; axis++) {
                final double error =
                        EulerAngles.wrapped(estimated.rpy[3 * row + axis] - recording.get(Column.TRUE_RPY, row, axis));
                tilt[axis] += error;
                tiltSquares[axis] += error * error;
            }
        }
        final int rows = to - from;
        distance = said / was;
        heightRmsM = Math.sqrt(Math.max(0, heightSquares / rows - height / rows * height / rows));
        for (int axis = 0; axis < 2; axis++) {
            tiltBiasRad[axis] = tilt[axis] / rows;
            tiltRmsRad[axis] = Math.sqrt(tiltSquares[axis] / rows);
        }
    }

    private static double yawError(final Recording recording, final Estimated estimated, final int row) {
        return estimated.rpy[3 * row + 2] - recording.get(Column.TRUE_RPY, row, 2);
    }

    private static double way(final Recording recording, final TruthMotion truth, final int from, final int last) {
        final int step = (int) Math.rint(STEP_S / recording.periodS);
        double sum = 0;
        for (int row = from; row + step <= last; row += step) {
            sum += StrictMath.hypot(
                    truth.place[3 * (row + step)] - truth.place[3 * row],
                    truth.place[3 * (row + step) + 1] - truth.place[3 * row + 1]);
        }
        return sum;
    }
}
