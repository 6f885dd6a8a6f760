package gaitd.policies.kernel;

/**
 * tanh in float without a branch or a table: x P(x^2) / Q(x^2), both of degree 4, beyond +-8 constant.
 *
 * <p>Coefficients from a weighted least-squares fit of the relative error, 7e-9 before rounding. In float the error is at most
 * 5e-7 of the value, and the result never leaves [-1, 1]. Not a number gives not a number.
 */
final class FloatTanh {
    /** Beyond this size tanh is 1 to within 2.3e-7. */
    static final float LIMIT = 8f;

    static final float P0 = 1f;
    static final float P1 = 0.13444509f;
    static final float P2 = 0.003571611f;
    static final float P3 = 2.1894877e-5f;
    static final float P4 = 1.5230723e-8f;
    static final float Q1 = 0.46777835f;
    static final float Q2 = 0.026164493f;
    static final float Q3 = 3.4113132e-4f;
    static final float Q4 = 8.5225696e-7f;

    private FloatTanh() {}

    static float of(final float x) {
        final float c = Math.max(-LIMIT, Math.min(LIMIT, x));
        final float u = c * c;
        final float p = (((P4 * u + P3) * u + P2) * u + P1) * u + P0;
        final float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1;
        return Math.max(-1f, Math.min(1f, c * p / q));
    }

    /** The logistic function, from the same fit. */
    static float sigmoid(final float x) {
        return 0.5f + 0.5f * of(0.5f * x);
    }
}
