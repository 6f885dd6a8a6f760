package gaitd.policies.kernel;

/**
 * The error function, to about 1e-15: Taylor series near zero, continued fraction of its complement beyond.
 *
 * <p>Source: Abramowitz and Stegun 7.1.6 and 7.1.14.
 */
public final class Erf {
    private static final double SERIES_LIMIT = 2;
    private static final double ONE_BEYOND = 6;
    private static final int FRACTION_TERMS = 120;
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Erf() {}

    /**
     * The function's value.
     *
     * @param x any number
     * @return from -1 to 1
     */
    public static double of(final double x) {
        final double size = Math.abs(x);
        if (size > ONE_BEYOND) {
            return Math.signum(x);
        }
        return size <= SERIES_LIMIT ? series(x) : Math.signum(x) * (1 - complement(size));
    }

    private static double series(final double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
    }

    private static double complement(final double x) {
        double tail = x;
        for (int n = FRACTION_TERMS; n > 0; n--) {
            tail = x + n / 2.0 / tail;
        }
        return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / tail;
    }
}
