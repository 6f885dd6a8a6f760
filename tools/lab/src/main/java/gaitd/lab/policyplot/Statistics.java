package gaitd.lab.policyplot;

import java.util.Arrays;

/** Statistics of series of equal length. */
final class Statistics {
    /** Spread below which a series counts as constant. */
    static final double STILL = 1e-9;

    private Statistics() {}

    static double mean(final double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    static double deviation(final double[] values) {
        final double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    /** Less the mean, over the deviation; zeros when constant. */
    static double[] standardised(final double[] values) {
        final double mean = mean(values);
        final double deviation = deviation(values);
        return Arrays.stream(values)
                .map(v -> deviation < STILL ? 0 : (v - mean) / deviation)
                .toArray();
    }

    /**
     * Correlation of two series.
     *
     * @param a one
     * @param b other
     * @return -1 to 1, NaN when one is constant
     */
    static double correlation(final double[] a, final double[] b) {
        if (deviation(a) < STILL || deviation(b) < STILL) {
            return Double.NaN;
        }
        final double[] x = standardised(a);
        final double[] y = standardised(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return Math.clamp(sum / x.length, -1, 1);
    }

    /**
     * Correlation time: lag at which the autocorrelation falls to 1/e.
     *
     * @param values the series
     * @return in steps, between steps in proportion; NaN when it is constant or never falls so low
     */
    static double memorySteps(final double[] values) {
        final double[] x = standardised(values);
        if (deviation(values) < STILL) {
            return Double.NaN;
        }
        double before = 1;
        for (int lag = 1; lag < x.length; lag++) {
            double sum = 0;
            for (int k = lag; k < x.length; k++) {
                sum += x[k] * x[k - lag];
            }
            final double now = sum / x.length;
            if (now <= 1 / Math.E) {
                return lag - 1 + (before - 1 / Math.E) / (before - now);
            }
            before = now;
        }
        return Double.NaN;
    }
}
