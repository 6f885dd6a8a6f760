package gaitd.maths;

/** Powers with the same bits on every processor and without the arrays that StrictMath's allocate. */
public final class Power {
    private Power() {}

    /**
     * A number to a power, as {@link StrictMath#pow} but for rounding: the relative error is below 1e-13 for results from 1e-100 to 1e100.
     * Allocates only for bases or exponents that are not finite.
     *
     * @param base any number
     * @param exponent any number
     * @return the power; NaN for a negative base and an exponent that is not whole
     */
    public static double of(final double base, final double exponent) {
        if (exponent == 0) {
            return 1;
        }
        if (!Double.isFinite(base) || !Double.isFinite(exponent)) {
            return StrictMath.pow(base, exponent);
        }
        final boolean whole = exponent == Math.rint(exponent);
        final double sign = base < 0 && whole && Math.abs(Math.IEEEremainder(exponent, 2)) == 1 ? -1 : 1;
        if (base < 0 && !whole) {
            return Double.NaN;
        }
        if (base == 0) {
            return exponent > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return sign * StrictMath.exp(exponent * StrictMath.log(Math.abs(base)));
    }
}
