package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import java.util.random.RandomGenerator;

/**
 * Random initial weights of a cell with symmetric feedback: W symmetric, Win with one over the root of the inputs, mu
 * zero, tau 1, or 1/2 for liquid neurons with a tanh gate, which are bounded below 1 only; A of alternating sign, so
 * that outputs can be of both; a small readout.
 *
 * @param gain largest eigenvalue of W, about; the feedback of a sigmoid gate is weaker, as its slope is at most 1/4
 * @param inputGain deviation of what a neuron gets from inputs of deviation 1
 * @param limit absolute value of A
 * @param readoutGain deviation of an output of neurons of deviation 1
 */
public record Initial(double gain, double inputGain, double limit, double readoutGain) {
    /** Feedback 0.5, inputs 1, limits 1, readout 0.1. */
    public static final Initial STANDARD = new Initial(0.5, 1, 1, 0.1);

    private static final double LIQUID_TANH_TAU = 0.5;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a number is negative or not a number
     */
    public Initial {
        if (!(gain >= 0) || !(inputGain >= 0) || !(limit >= 0) || !(readoutGain >= 0)) {
            throw new IllegalArgumentException("gains " + gain + ", " + inputGain + ", " + readoutGain + ", limit "
                    + limit + ": must be 0 or more");
        }
    }

    /**
     * Draws parameters; the readout has weights from all neurons.
     *
     * @param <A> double[] or float[]
     * @param kernels the precision
     * @param spec kind LTC or CT_RNN with a readout and a symmetric pattern
     * @param random decides them; in both precisions the same but for rounding
     * @return in the order of the cell's layout
     * @throws IllegalArgumentException when the pattern between neurons is not symmetric
     */
    public <A> A parameters(final Kernels<A> kernels, final OdeSpec spec, final RandomGenerator random) {
        return parameters(kernels, spec, Synapses.full(spec.inner().targets(), spec.outputs()), random);
    }

    /**
     * Draws parameters; the readout has weights from some of the neurons only.
     *
     * @param <A> double[] or float[]
     * @param kernels the precision
     * @param spec kind LTC or CT_RNN with a readout and a symmetric pattern
     * @param readout the weights of the readout that are not 0
     * @param random decides them; in both precisions the same but for rounding
     * @return in the order of the cell's layout
     * @throws IllegalArgumentException when the pattern between neurons is not symmetric
     */
    public <A> A parameters(
            final Kernels<A> kernels, final OdeSpec spec, final Synapses readout, final RandomGenerator random) {
        final ParameterLayout layout = spec.cell(kernels).layout();
        final A parameters = kernels.allocate(layout.size());
        final int neurons = spec.inner().targets();
        normal(kernels, parameters, layout.slice("Win"), inputGain / Math.sqrt(mostSources(spec.sensory())), random);
        // The mean of two independent weights deviates by the root of 1/2 of each.
        final double feedback = gain / Math.sqrt(2.0 * Math.max(1, mostSources(spec.inner())));
        normal(kernels, parameters, layout.slice("W"), feedback, random);
        Symmetry.impose(kernels, spec, parameters);
        final boolean liquid = spec.kind() == OdeKind.LTC;
        final double tau = liquid && spec.gate() == Activation.TANH ? LIQUID_TANH_TAU : 1;
        kernels.fill(parameters, layout.slice("tau").offset(), neurons, tau);
        for (int i = 0; liquid && i < neurons; i++) {
            kernels.set(parameters, layout.slice("A").offset() + i, i % 2 == 0 ? limit : -limit);
        }
        normal(kernels, parameters, layout.slice("Wout"), readoutGain / Math.sqrt(mostSources(readout)), random);
        Mask.impose(kernels, spec, readout, parameters);
        return parameters;
    }

    private static <A> void normal(
            final Kernels<A> kernels,
            final A parameters,
            final ParameterLayout.Slice slice,
            final double deviation,
            final RandomGenerator random) {
        for (int k = 0; k < slice.size(); k++) {
            kernels.set(parameters, slice.offset() + k, deviation * random.nextGaussian());
        }
    }

    private static int mostSources(final Synapses pattern) {
        final int[] sources = new int[pattern.targets()];
        int most = 0;
        for (int k = 0; k < pattern.count(); k++) {
            most = Math.max(most, ++sources[pattern.target(k)]);
        }
        return most;
    }
}
