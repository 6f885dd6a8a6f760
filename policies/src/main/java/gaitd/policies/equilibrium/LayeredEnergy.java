package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/**
 * Layers of neurons, each in both directions tied to the next: dx/dt = -x/tau + gate(u), u = input Win + x W + mu, with the input at the first layer and
 * the outputs at the last.
 *
 * <p>With W symmetric and the input still, it never climbs E(x) = sum_i tau_i G(x_i / tau_i) - (1/2) x' W x - x' (input Win + mu), G the integral of the
 * gate's inverse: dE/dx_i = gate^-1(x_i / tau_i) - u_i has the sign opposite to that of dx_i/dt, as the gate rises (Hopfield, PNAS 1984). Its
 * Jacobian is gate'(u) W - 1/tau, a diagonal times a symmetric matrix, so the same rule gives its gradient.
 */
public final class LayeredEnergy {
    private LayeredEnergy() {}

    /**
     * The cell, tanh gates.
     *
     * @param inputs 1 or more
     * @param layers neurons of each layer, one layer or more
     * @param outputs 1 or more
     * @param subSteps solver steps of the free phase, 1 or more
     * @return in which every parameter is stored once a synapse, the readout in full
     * @throws IllegalArgumentException when a number is below 1
     */
    public static OdeSpec spec(final int inputs, final int[] layers, final int outputs, final int subSteps) {
        final int neurons = neurons(layers);
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(inputs + " inputs, " + outputs + " outputs: both must be at least 1");
        }
        final boolean[] sensory = new boolean[Math.multiplyExact(inputs, neurons)];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < layers[0]; j++) {
                sensory[i * neurons + j] = true;
            }
        }
        final boolean[] inner = new boolean[Math.multiplyExact(neurons, neurons)];
        int start = 0;
        for (int layer = 0; layer + 1 < layers.length; layer++) {
            final int next = start + layers[layer];
            for (int i = start; i < next; i++) {
                for (int j = next; j < next + layers[layer + 1]; j++) {
                    inner[i * neurons + j] = true;
                    inner[j * neurons + i] = true;
                }
            }
            start = next;
        }
        return new OdeSpec(
                OdeKind.CT_RNN,
                Activation.TANH,
                Synapses.of(sensory, inputs, neurons),
                Synapses.of(inner, neurons, neurons),
                outputs,
                Scheme.SEMI_IMPLICIT,
                subSteps);
    }

    /**
     * The readout of the last layer, to be given to an {@link EquilibriumGradient}.
     *
     * @param layers neurons of each layer
     * @param outputs 1 or more
     * @return the pattern
     * @throws IllegalArgumentException when a number is below 1
     */
    public static Synapses readout(final int[] layers, final int outputs) {
        return Mask.lastNeurons(neurons(layers), layers[layers.length - 1], outputs);
    }

    private static int neurons(final int[] layers) {
        int sum = 0;
        for (final int layer : layers) {
            if (layer < 1) {
                throw new IllegalArgumentException("a layer of " + layer + " neurons: must be at least 1");
            }
            sum = Math.addExact(sum, layer);
        }
        if (sum == 0) {
            throw new IllegalArgumentException("no layer: expected at least one");
        }
        return sum;
    }
}
