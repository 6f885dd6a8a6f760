package gaitd.policies.learn;

import java.util.Locale;

/** Networks that can be trained. */
public enum NetKind {
    /** Dense layers with tanh between them. */
    MLP,
    /** Liquid time-constant neurons, sigmoid gate. */
    LTC,
    /** Layers with symmetric feedback that descend an energy. */
    ENERGY,
    /** Continuous-time recurrent network. */
    CTRNN,
    /** Neural differential equation without memory. */
    NODE,
    /** Recurrent differential equation without a leak. */
    RNNODE,
    /** Long short-term memory. */
    LSTM,
    /** Gated recurrent unit. */
    GRU,
    /** Closed-form continuous-time neurons. */
    CFC;

    /**
     * Whether an equation is integrated in a step, so that there is an adjoint.
     *
     * @return true for LTC, ENERGY, CTRNN, NODE and RNNODE
     */
    public boolean integrates() {
        return this == LTC || this == ENERGY || this == CTRNN || this == NODE || this == RNNODE;
    }

    /**
     * Whether it settles by symmetric feedback, as equilibrium propagation needs.
     *
     * @return true for LTC and ENERGY
     */
    public boolean settles() {
        return this == LTC || this == ENERGY;
    }

    /**
     * Name on the command line.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
