package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Matrix;
import gaitd.policies.kernel.Synapses;

/**
 * The four layers behind the backbone of a gated closed form: f1 = tanh(ff1 z), f2 = tanh(ff2 z), a = time_a z, b = time_b z. Full ones
 * are two matrices, values and times, because few wide products cost less than many narrow ones; a pattern thins ff1 and ff2 only.
 */
final class CfcHeads<A> {
    private static final String[] NAMES = {"ff1", "ff2", "time_a", "time_b"};
    private static final int PAIR = 2;

    private final Kernels<A> kernels;
    private final int sources;
    private final int units;
    private final Linear<A>[] thinned;
    private final Matrix<A>[] pairs;
    private final int weightsAt;
    private final A packed;
    private final A bias;

    /** With a pattern for ff1 and ff2, null for full ones. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    CfcHeads(
            final Kernels<A> kernels,
            final ParameterLayout.Builder layout,
            final int sources,
            final int units,
            final Synapses mask) {
        this.kernels = kernels;
        this.sources = sources;
        this.units = units;
        final boolean full = mask == null;
        thinned = new Linear[full ? 0 : NAMES.length];
        pairs = new Matrix[full ? PAIR : 0];
        packed = kernels.allocate(full ? sources * PAIR * units : 0);
        bias = kernels.allocate(full ? NAMES.length * units : 0);
        int first = 0;
        for (int head = 0; head < NAMES.length; head++) {
            final String name = NAMES[head];
            if (full) {
                final int at = layout.add(weight(name), sources, units);
                layout.add(bias(name), 1, units);
                first = head == 0 ? at : first;
            } else {
                final Synapses pattern = head < PAIR ? mask : Synapses.full(sources, units);
                thinned[head] = Linear.of(kernels, layout, weight(name), bias(name), pattern);
            }
        }
        weightsAt = first;
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = kernels.matrix(Synapses.full(sources, PAIR * units));
        }
    }

    private static String weight(final String name) {
        return name + ".weight";
    }

    private static String bias(final String name) {
        return name + ".bias";
    }

    void load(final A weights) {
        for (final Linear<A> layer : thinned) {
            layer.load(weights);
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            for (int side = 0; side < PAIR; side++) {
                final int head = pair * PAIR + side;
                final int from = weightsAt + head * (sources + 1) * units;
                for (int i = 0; i < sources; i++) {
                    kernels.copy(weights, from + i * units, packed, (i * PAIR + side) * units, units);
                }
                kernels.copy(weights, from + sources * units, bias, head * units, units);
            }
            pairs[pair].load(packed, 0);
        }
    }

    /** f1, f2, a and b one behind the other, from 0. */
    void apply(final A weights, final A z, final A y) {
        if (pairs.length > 0) {
            kernels.layer(Activation.TANH, pairs[0], z, 0, bias, 0, y, 0, PAIR * units);
            pairs[1].multiply(z, 0, bias, PAIR * units, y, PAIR * units);
        } else {
            for (int head = 0; head < NAMES.length; head++) {
                thinned[head].apply(weights, z, 0, y, head * units);
            }
            kernels.activate(Activation.TANH, y, 0, PAIR * units);
        }
    }
}
