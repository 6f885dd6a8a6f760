package gaitd.lab.walks;

/**
 * A value with its 95 % confidence interval.
 *
 * @param value the estimate; NaN without samples
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    private static final double Z = 1.959964;

    /**
     * Share of successes, with Wilson's interval.
     *
     * @param successes how many
     * @param trials of how many
     * @return the share
     */
    public static Interval share(final long successes, final long trials) {
        if (trials == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        final double share = successes / (double) trials;
        final double z2 = Z * Z / trials;
        final double middle = (share + z2 / 2) / (1 + z2);
        final double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(share, successes == 0 ? 0 : middle - half, successes == trials ? 1 : middle + half);
    }

    /**
     * Mean of a sample, with Student's interval.
     *
     * @param sum of the values
     * @param squares sum of their squares
     * @param count how many
     * @return the mean; an infinite interval for a single value
     */
    public static Interval mean(final double sum, final double squares, final long count) {
        if (count == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        final double mean = sum / count;
        if (count == 1) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        final double variance = Math.max(0, squares - sum * mean) / (count - 1);
        final double half = student(count - 1) * Math.sqrt(variance / count);
        return new Interval(mean, mean - half, mean + half);
    }

    /**
     * Student's two-sided 95 % quantile, by the expansion in 1 / degrees that is within 0.5 % from 3 degrees on.
     *
     * <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
     */
    static double student(final long degrees) {
        if (degrees == 1) {
            return 12.7062;
        }
        if (degrees == 2) {
            return 4.30265;
        }
        final double z2 = Z * Z;
        final double g1 = Z * (z2 + 1) / 4;
        final double g2 = Z * ((5 * z2 + 16) * z2 + 3) / 96;
        final double g3 = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        final double g4 = Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160;
        final double v = degrees;
        return Z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v;
    }
}
