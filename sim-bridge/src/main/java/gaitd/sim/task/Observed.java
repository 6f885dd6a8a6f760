package gaitd.sim.task;

import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.text.TomlView;
import java.util.Arrays;

/**
 * One entry of a task's observation list: (signal - offset) scale, value by value. A scale of 0 hides a value. Immutable.
 */
final class Observed {
    final ObservedSignal signal;
    final double[] scale;
    final double[] offset;
    /** Of a clock: its period and phase. */
    final TermFacts facts;

    private Observed(final ObservedSignal signal, final double[] scale, final double[] offset, final TermFacts facts) {
        this.signal = signal;
        this.scale = scale;
        this.offset = offset;
        this.facts = facts;
    }

    /** Reads an entry; {@code actions} is how many values the last action has, {@code rhythm} may be null. */
    static Observed read(final TomlView table, final int actions, final Rhythm rhythm) {
        final ObservedSignal signal = table.choice("name", ObservedSignal.class);
        if (signal == ObservedSignal.CONSTANT
                || signal == ObservedSignal.LAST_ACTION_SCALED
                || signal == ObservedSignal.PREVIOUS_ACTION) {
            table.problem("name", signal.key() + ", which only policies from elsewhere observe");
        }
        if (signal.isClock() && rhythm == null) {
            table.problem("name", signal.key() + ", but there is no [rhythm] whose clock it could be");
        }
        final int size = signal.size(actions, 1);
        final double[] scale = table.has("scale") ? table.numbers("scale", size, -1e3, 1e3) : ones(size);
        final double[] offset = table.has("offset") ? table.numbers("offset", size, -1e3, 1e3) : new double[size];
        if (table.has("mask")) {
            final double[] mask = table.numbers("mask", size, 0, 1);
            for (int i = 0; i < size; i++) {
                if (mask[i] != 0 && mask[i] != 1) {
                    table.problem("mask[" + i + "]", mask[i] + ", expected 0 to hide a value or 1");
                }
                scale[i] *= mask[i];
            }
        }
        table.end();
        return new Observed(signal, scale, offset, signal.isClock() ? rhythm.clock() : TermFacts.NONE);
    }

    private static double[] ones(final int size) {
        final double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
