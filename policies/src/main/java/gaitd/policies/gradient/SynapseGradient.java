package gaitd.policies.gradient;

import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** Conductance synapses of one pattern with the sums of their gradients. */
final class SynapseGradient<A> {
    /** Floating-point operations of a synapse in one pass, its gate counted as 10. */
    static final long OPERATIONS = 16;

    /** Synapses whose gates are found together. */
    static final int CHUNK = 64;

    private static final int FIELDS = 4;

    /** Source of each synapse. */
    final int[] from;
    /** Target of each synapse. */
    final int[] to;
    /** Number of synapses. */
    final int count;
    /** Blocks of one value a synapse: sigma, mu, w, drive = w erev. */
    final A p;
    /** Sums in the same blocks: for sigma, for -mu / sigma, for w with drive held, for drive. */
    final A sums;

    /** Scratch for the gates of up to CHUNK synapses. */
    final A gates;

    private final Kernels<A> kernels;
    private final int at;
    private final boolean softplus;

    /** Parameters sigma, mu, w, erev lie one behind the other from an offset of the cell's layout. */
    SynapseGradient(
            final Kernels<A> kernels, final Synapses pattern, final int at, final boolean softplus, final int rows) {
        this.kernels = kernels;
        this.at = at;
        this.softplus = softplus;
        count = pattern.count();
        from = new int[count];
        to = new int[count];
        for (int k = 0; k < count; k++) {
            from[k] = pattern.source(k);
            to[k] = pattern.target(k);
        }
        p = kernels.allocate(FIELDS * count);
        sums = kernels.allocate(FIELDS * count);
        gates = kernels.allocate(Math.multiplyExact(Math.min(CHUNK, count), rows));
    }

    /** Takes the parameters. */
    void load(final A weights) {
        kernels.copy(weights, at, p, 0, FIELDS * count);
        for (int k = 0; k < count; k++) {
            final double w = Positive.of(kernels.get(weights, at + 2 * count + k), softplus);
            kernels.set(p, 2 * count + k, w);
            kernels.set(p, 3 * count + k, w * kernels.get(weights, at + 3 * count + k));
        }
    }

    /** Sums from zero. */
    void clear() {
        kernels.fill(sums, 0, FIELDS * count, 0);
    }

    /** Turns the sums into gradients of the raw parameters. */
    void addTo(final A weights, final A gradient, final int gradientAt) {
        final int g = gradientAt + at;
        for (int k = 0; k < count; k++) {
            final double forDrive = kernels.get(sums, 3 * count + k);
            final double raw = kernels.get(weights, at + 2 * count + k);
            final double reversal = kernels.get(weights, at + 3 * count + k);
            final double forStrength = kernels.get(sums, 2 * count + k) + reversal * forDrive;
            add(gradient, g + k, kernels.get(sums, k));
            add(gradient, g + count + k, -kernels.get(p, k) * kernels.get(sums, count + k));
            add(gradient, g + 2 * count + k, forStrength * Positive.slope(raw, softplus));
            add(gradient, g + 3 * count + k, forDrive * kernels.get(p, 2 * count + k));
        }
    }

    private void add(final A gradient, final int index, final double value) {
        kernels.set(gradient, index, kernels.get(gradient, index) + value);
    }
}
