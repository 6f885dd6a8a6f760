package gaitd.policies.learn;

import java.util.Locale;

/** Methods to compute a network's gradient. */
public enum Rule {
    /** Equilibrium propagation: local, in two nudged phases. */
    EP,
    /** Backpropagation through time. */
    BPTT,
    /** The continuous adjoint. */
    ADJOINT;

    /**
     * Name on the command line.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
