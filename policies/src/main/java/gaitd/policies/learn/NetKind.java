package gaitd.policies.learn;

import gaitd.policies.text.Words;

/** Networks that can be trained. */
public enum NetKind {
    /** Liquid time-constant neurons, sigmoid gate. */
    LTC,
    /** Liquid neurons with conductance synapses, as in ncps. */
    NCPS_LTC,
    /** Layers with symmetric feedback that descend an energy. */
    ENERGY,
    /** Dense layers with tanh between them. */
    MLP,
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
    /** Gated recurrent unit with several time scales. */
    CT_GRU,
    /** Closed-form continuous-time neurons. */
    CFC,
    /** The same without the gate between the two heads. */
    CFC_NO_GATE,
    /** The same in the form that the equation has without an approximation. */
    CFC_PURE;

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
     * Whether its gradient can be computed by a rule.
     *
     * @param rule which
     * @return true for backpropagation; for the others where the network integrates or settles
     */
    public boolean learnsBy(final Rule rule) {
        return switch (rule) {
            case EP -> settles();
            case BPTT -> true;
            case ADJOINT -> integrates();
        };
    }

    /**
     * Whether its synapses may be those of a wiring.
     *
     * @param wiring which
     * @return true for a full one; for a random one where neurons form one layer; for a circuit there and where they form three
     */
    public boolean takes(final WiringPlan.Kind wiring) {
        return switch (wiring) {
            case FULL -> true;
            case RANDOM -> this == NCPS_LTC || (integrates() && this != ENERGY);
            case NCP -> takes(WiringPlan.Kind.RANDOM) || isClosedForm();
        };
    }

    /**
     * Whether a long short-term memory may run in front of its neurons.
     *
     * @return true for the cells of ncps
     */
    public boolean takesMemory() {
        return this == NCPS_LTC || isClosedForm();
    }

    /**
     * Whether it is one of the closed forms.
     *
     * @return true for CFC, CFC_NO_GATE and CFC_PURE
     */
    boolean isClosedForm() {
        return this == CFC || this == CFC_NO_GATE || this == CFC_PURE;
    }

    /**
     * Name on the command line.
     *
     * @return lower case with dashes
     */
    public String key() {
        return Words.lower(this).replace('_', '-');
    }
}
