package gaitd.sim.task;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Channel;
import gaitd.policies.text.TomlView;
import java.util.Arrays;

/** One entry of a task's action list: what an action of 1 means, value by value; -1 to 1 is the allowed range. Immutable. */
final class Acted {
    /** What it acts on. */
    final ActedSignal signal;
    /** Value at an action of 1, in the signal's unit. */
    final double[] limit;

    private Acted(final ActedSignal signal, final double[] limit) {
        this.signal = signal;
        this.limit = limit;
    }

    static Acted read(final TomlView table) {
        final ActedSignal signal = table.choice("name", ActedSignal.class);
        final Acted acted = new Acted(signal, table.numbers("limit", signal.size, 1e-6, 1e3));
        table.end();
        return acted;
    }

    /** Its entry in a manifest. */
    Channel<ActedSignal> channel() {
        return new Channel<>(
                signal,
                limit,
                new double[limit.length],
                Arrays.stream(limit).map(l -> -l).toArray(),
                limit);
    }
}
