package gaitd.policies.kernel;

/**
 * tanh in float without a branch or a table: x P(x^2) / Q(x^2), both of degree 4, beyond +-9 constant.
 *
 * <p>Coefficients from a weighted least-squares fit of the relative error, 2e-8 before rounding. In float the error is at most
 * 4e-7 of the value, and the result never leaves [-1, 1]. Not a number gives not a number.
 */
final class FloatTanh {
    /** Beyond this size tanh rounds to 1. */
    static final float LIMIT = 9f;

    static final float P1 = 0.13381027f;
    static final float P2 = 0.0034955884f;
    static final float P3 = 2.0609088e-5f;
    static final float P4 = 1.3354667e-8f;
    static final float Q1 = 0.46714342f;
    static final float Q2 = 0.025876984f;
    static final float Q3 = 3.2856353e-4f;
    static final float Q4 = 7.7765606e-7f;

    // The same for the logistic function, s(x) = 1/2 + tanh(x / 2) / 2, with the halves inside.
    static final float S_P0 = 1f / 4;
    static final float S_P1 = P1 / 16;
    static final float S_P2 = P2 / 64;
    static final float S_P3 = P3 / 256;
    static final float S_P4 = P4 / 1024;
    static final float S_Q1 = Q1 / 4;
    static final float S_Q2 = Q2 / 16;
    static final float S_Q3 = Q3 / 64;
    static final float S_Q4 = Q4 / 256;

    private FloatTanh() {}

    static float of(final float x) {
        return Math.max(-1f, Math.min(1f, inside(Math.max(-LIMIT, Math.min(LIMIT, x)))));
    }

    /** The fit alone, for x within the limit; may leave [-1, 1] by rounding. */
    static float inside(final float x) {
        final float u = x * x;
        final float p = (((P4 * u + P3) * u + P2) * u + P1) * u + 1;
        final float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1;
        return x * p / q;
    }

    /**
     * exp(min(x, 0)) - 1 from the same fit P / Q of t = tanh(x / 2): 2 t / (1 - t) is 2 P / (Q - P), where nothing cancels. May
     * leave [-1, 0] by rounding.
     */
    static float below(final float x) {
        final float c = 0.5f * Math.max(-2 * LIMIT, Math.min(0f, x));
        final float u = c * c;
        final float p = c * ((((P4 * u + P3) * u + P2) * u + P1) * u + 1);
        final float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1;
        return 2 * p / (q - p);
    }

    /** x above 0, exp(x) - 1 below. */
    static float elu(final float x) {
        return Math.max(0f, x) + Math.max(-1f, below(x));
    }

    /** The logistic function, from the same fit. */
    static float sigmoid(final float x) {
        return 0.5f + 0.5f * of(0.5f * x);
    }

    /** The fit of the logistic function alone, for x within twice the limit. */
    static float sigmoidInside(final float x) {
        final float u = x * x;
        final float p = (((S_P4 * u + S_P3) * u + S_P2) * u + S_P1) * u + S_P0;
        final float q = (((S_Q4 * u + S_Q3) * u + S_Q2) * u + S_Q1) * u + 1;
        return 0.5f + x * p / q;
    }
}
