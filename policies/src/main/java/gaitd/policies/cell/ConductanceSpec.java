package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * Specification of a {@link ConductanceCell}: the facts that a state dictionary of ncps lacks.
 *
 * @param sensory from inputs to neurons
 * @param inner from neurons to neurons
 * @param outputs motor neurons, the first ones, 1 to all
 * @param unfolds solver steps a step, 1 or more
 * @param epsilon added to the denominator, 0 or more
 * @param softplus whether w, sensory_w, cm and gleak go through softplus (implicit constraints) or are used as they are
 * @param inputMap map of the inputs
 * @param outputMap map of the outputs
 */
public record ConductanceSpec(
        Synapses sensory,
        Synapses inner,
        int outputs,
        int unfolds,
        double epsilon,
        boolean softplus,
        Mapping inputMap,
        Mapping outputMap)
        implements CellSpec {
    /** Default number of unfolds of the library. */
    public static final int DEFAULT_UNFOLDS = 6;
    /** Default epsilon of the library. */
    public static final double DEFAULT_EPSILON = 1e-8;

    /** Element-wise map in front of or behind the neurons. */
    public enum Mapping {
        /** As it is. */
        NONE,
        /** Times a weight. */
        LINEAR,
        /** Times a weight, plus a bias. */
        AFFINE
    }

    /**
     * Checks the values against each other.
     *
     * @throws IllegalArgumentException when patterns disagree or a number is out of range
     */
    public ConductanceSpec {
        if (inner.sources() != inner.targets() || inner.targets() != sensory.targets()) {
            throw new IllegalArgumentException("inner synapses from " + inner.sources() + " to " + inner.targets()
                    + " neurons, sensory ones to " + sensory.targets() + ": must agree");
        }
        if (outputs < 1 || outputs > inner.targets()) {
            throw new IllegalArgumentException(
                    outputs + " outputs of " + inner.targets() + " neurons: must be 1 to all");
        }
        if (unfolds < 1) {
            throw new IllegalArgumentException(unfolds + " unfolds: must be at least 1");
        }
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon " + epsilon + ": must be from 0 to below 1");
        }
    }

    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new ConductanceCell<>(kernels, this);
    }
}
