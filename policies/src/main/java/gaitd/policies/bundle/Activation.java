package gaitd.policies.bundle;

/** What follows a linear layer. */
public enum Activation {
    /** Nothing. */
    NONE,
    /** Hyperbolic tangent. */
    TANH,
    /** max(x, 0). */
    RELU,
    /** x above 0, exp(x) - 1 below. */
    ELU,
    /** x times its logistic function. */
    SILU,
    /** x times the normal distribution function of x, exact. */
    GELU,
    /** 1.7159 tanh(0.666 x). */
    LECUN_TANH,
    /** Logistic function. */
    SIGMOID
}
