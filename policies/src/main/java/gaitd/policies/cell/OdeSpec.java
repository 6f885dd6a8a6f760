package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/**
 * Specification of an {@link OdeCell}.
 *
 * @param kind its equation
 * @param gate {@link Activation#TANH} or {@link Activation#SIGMOID}
 * @param sensory from inputs to neurons
 * @param inner from neurons to neurons
 * @param outputs size of the linear readout, or 0: the output is the state
 * @param scheme how it is integrated
 * @param subSteps solver steps a step, without meaning for the adaptive scheme
 */
public record OdeSpec(
        OdeKind kind, Activation gate, Synapses sensory, Synapses inner, int outputs, Scheme scheme, int subSteps)
        implements CellSpec {
    /**
     * Checks the values against each other.
     *
     * @throws IllegalArgumentException when the gate is another, patterns disagree or a number is out of range
     */
    public OdeSpec {
        if (gate != Activation.TANH && gate != Activation.SIGMOID) {
            throw new IllegalArgumentException("gate " + gate + ": must be TANH or SIGMOID");
        }
        if (inner.sources() != inner.targets() || inner.targets() != sensory.targets()) {
            throw new IllegalArgumentException("inner synapses from " + inner.sources() + " to " + inner.targets()
                    + " neurons, sensory ones to " + sensory.targets() + ": must agree");
        }
        if (outputs < 0 || subSteps < 1) {
            throw new IllegalArgumentException(
                    outputs + " outputs, " + subSteps + " sub-steps: must be at least 0 and 1");
        }
    }

    /**
     * Fully connected.
     *
     * @param kind its equation
     * @param inputs 1 or more
     * @param neurons 1 or more
     * @param outputs size of the linear readout, or 0
     * @param scheme how it is integrated
     * @param subSteps solver steps a step
     * @return with the tanh gate
     */
    public static OdeSpec full(
            final OdeKind kind,
            final int inputs,
            final int neurons,
            final int outputs,
            final Scheme scheme,
            final int subSteps) {
        return new OdeSpec(
                kind,
                Activation.TANH,
                Synapses.full(inputs, neurons),
                Synapses.full(neurons, neurons),
                outputs,
                scheme,
                subSteps);
    }

    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new OdeCell<>(kernels, this);
    }
}
