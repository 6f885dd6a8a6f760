package gaitd.policies.learn;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/**
 * What the weights of a network that settles keep to: those between two neurons are equal both ways, those behind the readout's mask are
 * zero. Applied after every update; allocates nothing.
 */
final class Ties {
    private final int[] first;
    private final int[] second;
    private final int[] zero;

    Ties(final OdeSpec spec, final ParameterLayout layout, final Synapses readout) {
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
        zero = readout == null ? new int[0] : behind(readout, layout.slice("Wout"));
    }

    private static int[] behind(final Synapses readout, final ParameterLayout.Slice slice) {
        final boolean[] stays = new boolean[slice.size()];
        for (int k = 0; k < readout.count(); k++) {
            stays[readout.source(k) * readout.targets() + readout.target(k)] = true;
        }
        final int[] behind = new int[slice.size() - readout.count()];
        int count = 0;
        for (int k = 0; k < stays.length; k++) {
            if (!stays[k]) {
                behind[count++] = slice.offset() + k;
            }
        }
        return behind;
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
