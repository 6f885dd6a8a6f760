package gaitd.policies.cell.plan;

import gaitd.maths.Power;
import gaitd.maths.Trig;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Erf;

/** Functions of one value x with two constants a and b, given in double as the reference. */
public enum PlanFunction {
    /** a x + b. */
    LINEAR,
    /** max(x, 0). */
    RELU,
    /** x above 0, a x below. */
    LEAKY_RELU,
    /** b x above 0, b a (exp(x) - 1) below. */
    ELU,
    /** x above 0, a (exp(x / a) - 1) below. */
    CELU,
    /** x sigmoid(a x). */
    SWISH,
    /** x (1 + erf(x / sqrt 2)) / 2. */
    GELU,
    /** x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2. */
    TANH_GELU,
    /** x tanh(log(1 + exp(x))). */
    MISH,
    /** Hyperbolic tangent. */
    TANH,
    /** 1 / (1 + exp(-x)). */
    SIGMOID,
    /** a x + b held within 0 and 1. */
    HARD_SIGMOID,
    /** x (x / 6 + 1/2 held within 0 and 1). */
    HARD_SWISH,
    /** log(1 + exp(x)). */
    SOFTPLUS,
    /** x / (1 + |x|). */
    SOFTSIGN,
    /** x held within a and b. */
    CLIP,
    /** |x|. */
    ABS,
    /** -1, 0 or 1. */
    SIGN,
    /** Greatest whole number that is not above x. */
    FLOOR,
    /** Least whole number that is not below x. */
    CEIL,
    /** Nearest whole number, halves to the even one. */
    ROUND,
    /** Square root. */
    SQRT,
    /** 1 / x. */
    RECIPROCAL,
    /** x to the power of a. */
    POWER,
    /** exp(x). */
    EXP,
    /** Natural logarithm. */
    LOG,
    /** Error function. */
    ERF,
    /** Sine. */
    SIN,
    /** Cosine. */
    COS;

    private static final double TANH_GELU_CUBIC = 0.044715;

    /**
     * The function's value.
     *
     * @param x any number; not a number gives not a number
     * @param a first constant
     * @param b second constant
     * @return the value
     */
    public double of(final double x, final double a, final double b) {
        return switch (this) {
            case LINEAR -> a * x + b;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x >= 0 ? x : a * x;
            case ELU -> b * (x > 0 ? x : a * StrictMath.expm1(x));
            case CELU -> x > 0 ? x : a * StrictMath.expm1(x / a);
            case SWISH -> x * Activation.SIGMOID.of(a * x);
            case GELU -> Activation.GELU.of(x);
            case TANH_GELU -> x * (1 + StrictMath.tanh(Math.sqrt(2 / Math.PI) * (x + TANH_GELU_CUBIC * x * x * x))) / 2;
            case MISH -> x * StrictMath.tanh(Activation.SOFTPLUS.of(x));
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> Activation.SIGMOID.of(x);
            case HARD_SIGMOID -> held(a * x + b, 0, 1);
            case HARD_SWISH -> x * held(x / 6 + 0.5, 0, 1);
            case SOFTPLUS -> Activation.SOFTPLUS.of(x);
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case CLIP -> held(x, a, b);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            case SQRT -> Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case POWER -> a == 2 ? x * x : Power.of(x, a);
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case ERF -> Erf.of(x);
            case SIN -> Trig.sin(x);
            case COS -> Trig.cos(x);
        };
    }

    private static double held(final double x, final double min, final double max) {
        return Math.min(Math.max(x, min), max);
    }

    /**
     * The same function among those that the kernels have vector code for.
     *
     * @param a first constant
     * @param b second constant
     * @return the activation, null when there is none
     */
    public Activation activation(final double a, final double b) {
        return switch (this) {
            case LINEAR -> a == 1 && b == 0 ? Activation.IDENTITY : null;
            case RELU -> Activation.RELU;
            case ELU -> a == 1 && b == 1 ? Activation.ELU : null;
            case SWISH -> a == 1 ? Activation.SILU : null;
            case GELU -> Activation.GELU;
            case TANH -> Activation.TANH;
            case SIGMOID -> Activation.SIGMOID;
            case SOFTPLUS -> Activation.SOFTPLUS;
            case EXP -> Activation.EXP;
            default -> null;
        };
    }
}
