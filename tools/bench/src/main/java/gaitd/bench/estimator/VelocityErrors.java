package gaitd.bench.estimator;

/** Errors of an estimated velocity over a part of a recording, by axis: forward, left, up. */
final class VelocityErrors {
    /** Root of the mean square, m/s. */
    final double[] rms = new double[3];
    /** Mean, m/s. */
    final double[] bias = new double[3];
    /** Slope of the estimate over the truth by least squares. */
    final double[] scale = new double[3];

    VelocityErrors(final Estimated estimated, final TruthMotion truth, final int from, final int to) {
        final int rows = to - from;
        for (int axis = 0; axis < 3; axis++) {
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            double squares = 0;
            for (int row = from; row < to; row++) {
                final double said = estimated.velocity[3 * row + axis];
                final double was = truth.velocity[3 * row + axis];
                x += was;
                y += said;
                xx += was * was;
                xy += was * said;
                squares += (said - was) * (said - was);
            }
            rms[axis] = Math.sqrt(squares / rows);
            bias[axis] = (y - x) / rows;
            scale[axis] = (xy - x * y / rows) / (xx - x * x / rows);
        }
    }
}
