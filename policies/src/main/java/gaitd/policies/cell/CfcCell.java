package gaitd.policies.cell;

import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * The closed-form continuous-time cell of the ncps library (1.0.1), Hasani et al., Nat. Mach. Intell. 2022.
 *
 * <p>z = backbone([input, state]); f1 = tanh(ff1 z), f2 = tanh(ff2 z), t = s(elapsed time_a z + time_b z); the pure form has
 * q = ff1 z and the parameters w_tau and A. The output is the new state. Parameters: backbone.0, backbone.1, ... (counted without gaps),
 * ff1, ff2, time_a, time_b, each with weight and bias.
 *
 * @param <A> double[] or float[]
 */
public final class CfcCell<A> implements Cell<A> {
    private static final int HEADS = 4;

    private final Kernels<A> kernels;
    private final CfcSpec spec;
    private final CellShape shape;
    private final Linear<A>[] backbone;
    private final Linear<A> rest;
    private final CfcHeads<A> heads;
    private final int rateAt;
    private final int limitAt;
    private final A weights;
    private final A joined;
    private final A hidden;
    private final A hiddenNext;
    private final A values;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param spec the cell
     */
    public CfcCell(final Kernels<A> kernels, final CfcSpec spec) {
        this(kernels, spec, null);
    }

    /** With a pattern for the weights of ff1 and ff2, null for full ones; only without a backbone. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    CfcCell(final Kernels<A> kernels, final CfcSpec spec, final Synapses mask) {
        this.kernels = kernels;
        this.spec = spec;
        final int joinedSize = spec.inputs() + spec.units();
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        backbone = new Linear[spec.backboneLayers()];
        int width = joinedSize;
        for (int i = 0; i < backbone.length; i++) {
            backbone[i] = Linear.of(kernels, names, "backbone." + i, width, spec.backboneUnits());
            width = spec.backboneUnits();
        }
        final boolean pure = spec.mode() == Mode.PURE;
        final Synapses pattern = mask == null ? Synapses.full(width, spec.units()) : mask;
        rest = pure ? Linear.of(kernels, names, "ff1.weight", "ff1.bias", pattern) : null;
        heads = pure ? null : new CfcHeads<>(kernels, names, width, spec.units(), mask);
        rateAt = pure ? names.add("w_tau", 1, spec.units()) : 0;
        limitAt = pure ? names.add("A", 1, spec.units()) : 0;
        shape = new CellShape(names.build(), spec.inputs(), spec.units(), spec.units());
        weights = kernels.allocate(shape.layout().size());
        joined = kernels.allocate(joinedSize);
        hidden = kernels.allocate(spec.backboneUnits());
        hiddenNext = kernels.allocate(spec.backboneUnits());
        values = kernels.allocate(HEADS * spec.units());
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        for (final Linear<A> layer : backbone) {
            layer.load(weights);
        }
        if (spec.mode() == Mode.PURE) {
            rest.load(weights);
        } else {
            heads.load(weights);
        }
    }

    @Override
    public void step(
            final A state,
            final int stateAt,
            final A input,
            final int inputAt,
            final double elapsed,
            final A output,
            final int outputAt) {
        final int units = spec.units();
        kernels.copy(input, inputAt, joined, 0, spec.inputs());
        kernels.copy(state, stateAt, joined, spec.inputs(), units);
        final A features = features();
        if (spec.mode() == Mode.PURE) {
            rest.apply(weights, features, 0, state, stateAt);
            kernels.approach(elapsed, weights, rateAt, weights, limitAt, state, stateAt, units);
        } else {
            heads.apply(weights, features, values);
            final int slope = 2 * units;
            final int time = 3 * units;
            kernels.addScaled(elapsed, values, slope, values, time, units);
            kernels.activate(Activation.SIGMOID, values, time, units);
            if (spec.mode() == Mode.DEFAULT) {
                kernels.blend(values, time, values, 0, values, units, state, stateAt, units);
            } else {
                kernels.addProduct(values, time, values, units, values, 0, units);
                kernels.copy(values, 0, state, stateAt, units);
            }
        }
        kernels.copy(state, stateAt, output, outputAt, units);
    }

    private A features() {
        A from = joined;
        A to = hidden;
        A spare = hiddenNext;
        for (final Linear<A> layer : backbone) {
            layer.apply(spec.backboneActivation(), weights, from, 0, to, 0);
            from = to;
            to = spare;
            spare = from;
        }
        return from;
    }
}
