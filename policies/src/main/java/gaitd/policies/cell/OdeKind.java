package gaitd.policies.cell;

/** The equations of {@link OdeCell}, with f = gate(Win I + W x + mu). */
public enum OdeKind {
    /** dx/dt = -x/tau + f (A - x): the liquid time-constant neuron of Hasani et al., AAAI 2021, equation 1. */
    LTC,
    /** dx/dt = -x/tau + f. */
    CT_RNN,
    /** dx/dt = f. */
    RNN_ODE,
    /** z(0) = Win I, dz/dt = gate(W z + mu) for t from 0 to 1; no memory, elapsed time without meaning. */
    NEURAL_ODE;

    boolean leaks() {
        return this == LTC || this == CT_RNN;
    }
}
