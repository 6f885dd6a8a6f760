package gaitd.policies.learn;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/**
 * Weight tying: recurrent weights of networks that settle to an equilibrium are symmetric, readout weights outside a mask are zero.
 * Applied after every optimiser step; allocates nothing.
 */
final class TiedWeights {
    private final int[] first;
    private final int[] second;
    private final int[] zero;

    /**
     * Of a cell.
     *
     * @param symmetric whether recurrent weights are the same both ways
     * @param readout weights of the readout that may differ from 0, null for all
     */
    TiedWeights(final OdeSpec spec, final ParameterLayout layout, final boolean symmetric, final Synapses readout) {
        zero = readout == null ? new int[0] : outside(readout, layout.slice("Wout"));
        if (!symmetric) {
            first = new int[0];
            second = new int[0];
            return;
        }
        final Synapses inner = spec.inner();
        final int n = inner.targets();
        final int[] place = new int[n * n];
        Arrays.fill(place, -1);
        for (int k = 0; k < inner.count(); k++) {
            place[inner.source(k) * n + inner.target(k)] = k;
        }
        final int at = layout.slice("W").offset();
        first = new int[inner.count()];
        second = new int[inner.count()];
        for (int k = 0; k < inner.count(); k++) {
            first[k] = at + k;
            second[k] = at + place[inner.target(k) * n + inner.source(k)];
        }
    }

    private static int[] outside(final Synapses readout, final ParameterLayout.Slice slice) {
        final boolean[] inMask = new boolean[slice.size()];
        for (int k = 0; k < readout.count(); k++) {
            inMask[readout.source(k) * readout.targets() + readout.target(k)] = true;
        }
        final int[] outside = new int[slice.size() - readout.count()];
        int count = 0;
        for (int k = 0; k < inMask.length; k++) {
            if (!inMask[k]) {
                outside[count++] = slice.offset() + k;
            }
        }
        return outside;
    }

    void impose(final float[] parameters) {
        for (int k = 0; k < first.length; k++) {
            final float mean = 0.5f * (parameters[first[k]] + parameters[second[k]]);
            parameters[first[k]] = mean;
            parameters[second[k]] = mean;
        }
        for (final int k : zero) {
            parameters[k] = 0;
        }
    }
}
