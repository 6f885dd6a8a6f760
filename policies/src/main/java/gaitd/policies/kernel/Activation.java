package gaitd.policies.kernel;

/** Scalar functions between layers, each given here in double as the reference. */
public enum Activation {
    /** x. */
    IDENTITY,
    /** Hyperbolic tangent. */
    TANH,
    /** 1 / (1 + exp(-x)). */
    SIGMOID,
    /** max(x, 0). */
    RELU,
    /** x sigmoid(x). */
    SILU,
    /** x (1 + erf(x / sqrt 2)) / 2, the exact form. */
    GELU,
    /** 1.7159 tanh(0.666 x): the constants of ncps, not LeCun's 2/3. */
    LECUN_TANH,
    /** x above 0, exp(x) - 1 below. */
    ELU,
    /** log(1 + exp(x)), without a threshold. */
    SOFTPLUS,
    /** exp(x). */
    EXP;

    /** Height of {@link #LECUN_TANH}. */
    public static final double LECUN_HEIGHT = 1.7159;
    /** Slope inside {@link #LECUN_TANH}. */
    public static final double LECUN_SLOPE = 0.666;

    /**
     * The function's value.
     *
     * @param x any number; not a number gives not a number
     * @return the value, to a few units in the last place
     */
    public double of(final double x) {
        return switch (this) {
            case IDENTITY -> x;
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> sigmoid(x);
            case RELU -> Math.max(x, 0);
            case SILU -> x * sigmoid(x);
            case GELU -> x * (1 + Erf.of(x / Math.sqrt(2))) / 2;
            case LECUN_TANH -> LECUN_HEIGHT * StrictMath.tanh(LECUN_SLOPE * x);
            case ELU -> x > 0 ? x : StrictMath.expm1(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case EXP -> StrictMath.exp(x);
        };
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
