package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;

/** The map that keeps parameters positive: softplus, or none. */
final class Positive {
    private Positive() {}

    static double of(final double raw, final boolean softplus) {
        return softplus ? Activation.SOFTPLUS.of(raw) : raw;
    }

    static double slope(final double raw, final boolean softplus) {
        return softplus ? Activation.SIGMOID.of(raw) : 1;
    }
}
