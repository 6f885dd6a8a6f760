package gaitd.robot.adapt;

import java.util.Arrays;

/**
 * How reward answers to distances from the shipped policy's outputs: a quadratic function fitted to samples, with its
 * uncertainty.
 *
 * <p>Bayesian linear regression with a conjugate prior; how large slopes and curvatures are is chosen by the evidence (Bishop, Pattern
 * Recognition and Machine Learning, 2006, chapter 3). Neighbouring samples share what disturbs them, so each is taken less a
 * share of the one before. Memory does not grow with samples.
 */
final class ResponseModel {
    private static final double SHARED = 0.5;
    private static final double LEVEL_PRECISION = 1e-6;
    private static final double[] SLOPE_PRECISIONS = {0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};
    private static final double[] CURVATURE_PRECISIONS = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1};
    private static final double NOISE_SHAPE = 1;
    private static final double NOISE_SCALE = 1e-5;

    private final int size;
    private final int crossed;
    private final int features;
    private final double[] now;
    private final double[] before;
    private final double[] row;
    private final double[] matrix;
    private final double[] right;
    private final PackedCholesky factor;
    private final double[] precision;
    private final double[] mean;
    private final double[] scratch;
    private double rewardBefore;
    private double squares;
    private double variance;
    private int samples;

    /**
     * Nothing is known.
     *
     * @param size numbers of a place
     * @param crossed how many of them, the first ones, may act together
     */
    ResponseModel(final int size, final int crossed) {
        this.size = size;
        this.crossed = crossed;
        features = 1 + size + crossed * (crossed + 1) / 2 + size - crossed;
        now = new double[features];
        before = new double[features];
        row = new double[features];
        matrix = new double[features * (features + 1) / 2];
        right = new double[features];
        factor = new PackedCholesky(features);
        precision = new double[features];
        mean = new double[features];
        scratch = new double[features];
    }

    /**
     * Adds a sample.
     *
     * @param place distances from the shipped policy's outputs, in half widths
     * @param rewardPerS that it gave
     * @param follows whether it comes right after the sample before
     */
    void add(final double[] place, final double rewardPerS, final boolean follows) {
        describe(place, now);
        final double share = follows ? SHARED : 0;
        if (follows) {
            for (int i = 0; i < features; i++) {
                row[i] = now[i] - share * before[i];
            }
            final double value = rewardPerS - share * rewardBefore;
            int k = 0;
            for (int i = 0; i < features; i++) {
                right[i] += row[i] * value;
                for (int j = 0; j <= i; j++) {
                    matrix[k] += row[i] * row[j];
                    k++;
                }
            }
            squares += value * value;
            samples++;
        }
        System.arraycopy(now, 0, before, 0, features);
        rewardBefore = rewardPerS;
    }

    private void describe(final double[] place, final double[] out) {
        out[0] = 1;
        int k = 1;
        for (int i = 0; i < size; i++) {
            out[k] = place[i];
            k++;
        }
        for (int i = 0; i < size; i++) {
            for (int j = i < crossed ? 0 : i; j <= i; j++) {
                out[k] = place[i] * place[j];
                k++;
            }
        }
    }

    /** Samples so far. */
    int samples() {
        return samples;
    }

    /** Solves with the prior that explains the samples best. */
    void fit() {
        double best = Double.NEGATIVE_INFINITY;
        double slopes = SLOPE_PRECISIONS[0];
        double curvatures = CURVATURE_PRECISIONS[0];
        for (final double slope : SLOPE_PRECISIONS) {
            for (final double curvature : CURVATURE_PRECISIONS) {
                final double evidence = solve(slope, curvature);
                if (evidence > best) {
                    best = evidence;
                    slopes = slope;
                    curvatures = curvature;
                }
            }
        }
        solve(slopes, curvatures);
    }

    /** Solves, and gives the logarithm of the evidence but for a constant. */
    private double solve(final double slope, final double curvature) {
        Arrays.fill(precision, 0, 1, LEVEL_PRECISION);
        Arrays.fill(precision, 1, 1 + size, slope);
        Arrays.fill(precision, 1 + size, features, curvature);
        System.arraycopy(matrix, 0, factor.lower, 0, matrix.length);
        double logs = 0;
        for (int i = 0; i < features; i++) {
            factor.lower[PackedCholesky.at(i, i)] += precision[i];
            logs += StrictMath.log(precision[i]);
        }
        logs -= factor.decompose();
        System.arraycopy(right, 0, mean, 0, features);
        factor.forward(mean);
        double explained = 0;
        for (final double value : mean) {
            explained += value * value;
        }
        factor.backward(mean);
        final double shape = NOISE_SHAPE + 0.5 * samples;
        final double scale = NOISE_SCALE + 0.5 * Math.max(0, squares - explained);
        variance = scale / shape;
        return 0.5 * logs - shape * StrictMath.log(scale);
    }

    /**
     * What one place is better than another, after {@link #fit}.
     *
     * @param place distances of the outputs, in half widths
     * @param other distances to compare with
     * @return reward a second
     */
    double gain(final double[] place, final double[] other) {
        difference(place, other);
        double sum = 0;
        for (int i = 0; i < features; i++) {
            sum += scratch[i] * mean[i];
        }
        return sum;
    }

    /**
     * Standard deviation of that.
     *
     * @param place distances of the outputs, in half widths
     * @param other distances to compare with
     * @return reward a second
     */
    double doubt(final double[] place, final double[] other) {
        difference(place, other);
        factor.forward(scratch);
        double sum = 0;
        for (final double value : scratch) {
            sum += value * value;
        }
        return Math.sqrt(variance * sum);
    }

    private void difference(final double[] place, final double[] other) {
        describe(place, scratch);
        describe(other, row);
        for (int i = 0; i < features; i++) {
            scratch[i] -= row[i];
        }
    }
}
