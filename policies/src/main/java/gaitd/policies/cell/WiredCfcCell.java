package gaitd.policies.cell;

import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * Three closed-form layers in a row, inter, command and motor, as in ncps (1.0.1): the first gets the input, each next one the
 * new state of the one before, each its own old state.
 *
 * <p>A layer's pattern leads from [input of the layer, own state] to its units and thins ff1 and ff2 only. State: inter, command,
 * motor; output: the motor state. Parameters: those of {@link CfcCell} with the prefixes layer_0., layer_1., layer_2.
 *
 * @param <A> double[] or float[]
 */
public final class WiredCfcCell<A> implements Cell<A> {
    private final CfcCell<A>[] layers;
    private final int[] at;
    private final CellShape shape;
    private final int states;
    private final A between;
    private final A next;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param mode which closed form
     * @param patterns one a layer, from [layer's input, own state] to its units
     * @throws IllegalArgumentException when a layer's sources are not the units before it and its own
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public WiredCfcCell(final Kernels<A> kernels, final Mode mode, final Synapses... patterns) {
        layers = new CfcCell[patterns.length];
        at = new int[patterns.length];
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        int before = patterns[0].sources() - patterns[0].targets();
        int total = 0;
        int widest = 1;
        for (int i = 0; i < patterns.length; i++) {
            final int units = patterns[i].targets();
            if (patterns[i].sources() != before + units) {
                throw new IllegalArgumentException("layer " + i + ": pattern of " + patterns[i].sources()
                        + " sources, expected " + before + " of the layer before and " + units + " of its own");
            }
            layers[i] =
                    new CfcCell<>(kernels, new CfcSpec(before, units, mode, 0, 0, Activation.IDENTITY), patterns[i]);
            at[i] = names.addAll("layer_" + i + ".", layers[i].layout());
            total += units;
            widest = Math.max(widest, units);
            before = units;
        }
        states = total;
        shape = new CellShape(names.build(), layers[0].inputs(), layers[layers.length - 1].outputs(), states);
        between = kernels.allocate(widest);
        next = kernels.allocate(widest);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int from) {
        for (int i = 0; i < layers.length; i++) {
            layers[i].load(parameters, from + at[i]);
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
        A from = input;
        int fromAt = inputAt;
        int own = stateAt;
        A to = between;
        A spare = next;
        for (int i = 0; i < layers.length - 1; i++) {
            layers[i].step(state, own, from, fromAt, elapsed, to, 0);
            own += layers[i].states();
            from = to;
            fromAt = 0;
            to = spare;
            spare = from;
        }
        layers[layers.length - 1].step(state, own, from, fromAt, elapsed, output, outputAt);
    }
}
