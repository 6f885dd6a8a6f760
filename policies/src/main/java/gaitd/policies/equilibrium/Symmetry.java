package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/** Symmetric feedback, W_ij = W_ji, which equilibrium propagation requires. */
public final class Symmetry {
    private Symmetry() {}

    /**
     * Whether every synapse between neurons has one back.
     *
     * @param inner the pattern
     * @return true when it is its own mirror image
     */
    public static boolean holds(final Synapses inner) {
        final int[] at = places(inner);
        final int n = inner.targets();
        for (int k = 0; k < inner.count(); k++) {
            if (at[inner.target(k) * n + inner.source(k)] < 0) {
                return false;
            }
        }
        return inner.sources() == n;
    }

    /**
     * Sets every weight between neurons and its mirror image to their mean.
     *
     * @param <A> double[] or float[]
     * @param kernels of the array's precision
     * @param spec the cell, with a symmetric pattern
     * @param parameters changed, in the order of the cell's layout
     * @throws IllegalArgumentException when the pattern is not symmetric
     */
    public static <A> void impose(final Kernels<A> kernels, final OdeSpec spec, final A parameters) {
        final Synapses inner = spec.inner();
        require(inner);
        final int first = spec.cell(kernels).layout().slice("W").offset();
        final int[] at = places(inner);
        for (int k = 0; k < inner.count(); k++) {
            final int mirror = at[inner.target(k) * inner.targets() + inner.source(k)];
            if (mirror > k) {
                final double mean =
                        0.5 * (kernels.get(parameters, first + k) + kernels.get(parameters, first + mirror));
                kernels.set(parameters, first + k, mean);
                kernels.set(parameters, first + mirror, mean);
            }
        }
    }

    static void require(final Synapses inner) {
        if (!holds(inner)) {
            throw new IllegalArgumentException(
                    "synapses between neurons lead one way: equilibrium propagation needs one back for each");
        }
    }

    private static int[] places(final Synapses inner) {
        final int n = inner.targets();
        final int[] at = new int[Math.multiplyExact(n, n)];
        Arrays.fill(at, -1);
        for (int k = 0; k < inner.count(); k++) {
            at[inner.source(k) * n + inner.target(k)] = k;
        }
        return at;
    }
}
