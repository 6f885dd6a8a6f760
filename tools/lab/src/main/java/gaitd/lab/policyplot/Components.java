package gaitd.lab.policyplot;

import gaitd.maths.Trig;
import java.util.Arrays;

/** Principal components of series: directions in which they vary most, by power iteration with deflation. */
final class Components {
    private static final int ITERATIONS = 200;

    private final double[][] scores;
    private final double[] shares;

    /**
     * Computes them.
     *
     * @param series one row a series, all of one length
     * @param count how many components
     */
    Components(final double[][] series, final int count) {
        final double[][] rest = Arrays.stream(series).map(Components::centred).toArray(double[][]::new);
        final double total = energy(rest);
        scores = new double[count][];
        shares = new double[count];
        for (int c = 0; c < count; c++) {
            final double[] direction = direction(rest);
            scores[c] = project(rest, direction);
            shares[c] = total > 0 ? energy(new double[][] {scores[c]}) / total : 0;
            for (int i = 0; i < rest.length; i++) {
                for (int k = 0; k < scores[c].length; k++) {
                    rest[i][k] -= direction[i] * scores[c][k];
                }
            }
        }
    }

    /** Values of a component over the run. */
    double[] score(final int component) {
        return scores[component];
    }

    /** Its share of all variance, 0 to 1. */
    double share(final int component) {
        return shares[component];
    }

    private static double[] centred(final double[] values) {
        final double mean = Statistics.mean(values);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double energy(final double[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(v -> v * v)
                .sum();
    }

    private static double[] project(final double[][] rows, final double[] direction) {
        final double[] out = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < out.length; k++) {
                out[k] += direction[i] * rows[i][k];
            }
        }
        return out;
    }

    private static double[] direction(final double[][] rows) {
        double[] direction = new double[rows.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = Trig.sin(1 + i);
        }
        normalise(direction);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            final double[] score = project(rows, direction);
            final double[] next = new double[direction.length];
            for (int i = 0; i < next.length; i++) {
                for (int k = 0; k < score.length; k++) {
                    next[i] += rows[i][k] * score[k];
                }
            }
            if (!normalise(next)) {
                return new double[direction.length];
            }
            direction = next;
        }
        return direction;
    }

    private static boolean normalise(final double[] direction) {
        final double length = Math.sqrt(Arrays.stream(direction).map(v -> v * v).sum());
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= length;
        }
        return length > Double.MIN_NORMAL;
    }
}
