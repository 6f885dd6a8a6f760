package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/** Readouts that see a part of the neurons: the other weights are zeros, in training and in the deployed cell. */
public final class Mask {
    private Mask() {}

    /**
     * A readout of the last neurons.
     *
     * @param neurons all of them
     * @param seen how many of the last are read, 1 to neurons
     * @param outputs 1 or more
     * @return the pattern
     * @throws IllegalArgumentException when a number is out of range
     */
    public static Synapses lastNeurons(final int neurons, final int seen, final int outputs) {
        requireRange(neurons, seen, outputs);
        return between(neurons, neurons - seen, neurons, outputs);
    }

    /**
     * A readout of the first neurons.
     *
     * @param neurons all of them
     * @param seen how many of the first are read, 1 to neurons
     * @param outputs 1 or more
     * @return the pattern
     * @throws IllegalArgumentException when a number is out of range
     */
    public static Synapses firstNeurons(final int neurons, final int seen, final int outputs) {
        requireRange(neurons, seen, outputs);
        return between(neurons, 0, seen, outputs);
    }

    private static void requireRange(final int neurons, final int seen, final int outputs) {
        if (seen < 1 || seen > neurons || outputs < 1) {
            throw new IllegalArgumentException(seen + " neurons of " + neurons + " read by " + outputs
                    + " outputs: expected 1 to " + neurons + " and at least 1");
        }
    }

    private static Synapses between(final int neurons, final int first, final int end, final int outputs) {
        final boolean[] mask = new boolean[Math.multiplyExact(neurons, outputs)];
        Arrays.fill(mask, first * outputs, end * outputs, true);
        return Synapses.of(mask, neurons, outputs);
    }

    /**
     * Sets the readout weights behind a mask to zero.
     *
     * @param <A> double[] or float[]
     * @param kernels of the array's precision
     * @param spec the cell
     * @param readout the weights that stay
     * @param parameters changed, in the order of the cell's layout
     */
    public static <A> void impose(
            final Kernels<A> kernels, final OdeSpec spec, final Synapses readout, final A parameters) {
        final ParameterLayout.Slice slice = spec.cell(kernels).layout().slice("Wout");
        final boolean[] stays = new boolean[slice.size()];
        for (int k = 0; k < readout.count(); k++) {
            stays[readout.source(k) * spec.outputs() + readout.target(k)] = true;
        }
        for (int k = 0; k < stays.length; k++) {
            if (!stays[k]) {
                kernels.set(parameters, slice.offset() + k, 0);
            }
        }
    }
}
