package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;

/** Derivatives of the functions between layers, from their values, or from argument and value where the value does not tell. */
final class Slope {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double NORMAL_HEIGHT = 1 / Math.sqrt(2 * Math.PI);

    private Slope() {}

    /** Whether the argument is needed: the function is not monotonic. */
    static boolean readsArgument(final Activation f) {
        return f == Activation.SILU || f == Activation.GELU;
    }

    /** f'(x), with y = f(x). */
    static double of(final Activation f, final double x, final double y) {
        return switch (f) {
            case IDENTITY -> 1;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
            case RELU -> y > 0 ? 1 : 0;
            case LECUN_TANH -> {
                final double tanh = y / Activation.LECUN_HEIGHT;
                yield Activation.LECUN_HEIGHT * Activation.LECUN_SLOPE * (1 - tanh * tanh);
            }
            case ELU -> y > 0 ? 1 : 1 + y;
            case SOFTPLUS -> -StrictMath.expm1(-y);
            case EXP -> y;
            case SILU -> {
                final double s = Activation.SIGMOID.of(x);
                yield s * (1 + x * (1 - s));
            }
            case GELU -> {
                final double share = x == 0 ? 0.5 : y / x;
                yield share + x * NORMAL_HEIGHT * StrictMath.exp(-(x * ROOT_HALF) * (x * ROOT_HALF));
            }
        };
    }
}
