package gaitd.policies.bundle;

import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What an observation's signal, scales and limits do not tell: its history, and facts of a clock and of a held heading. Immutable.
 *
 * @param steps of the history, 1 for the present step alone
 * @param order of the steps
 * @param layout of the steps
 * @param periodS of a clock, s; 0 for other signals
 * @param phase of each value of a clock, in periods; empty for other signals
 * @param headingGain turn rate added to the command by the error of the heading, 1/s; 0 holds none
 */
public record TermFacts(
        int steps, HistoryOrder order, HistoryLayout layout, double periodS, List<Double> phase, double headingGain) {
    /** Of a term without any. */
    public static final TermFacts NONE =
            new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0, List.of(), 0);

    private static final int STEPS_MAX = 100;
    private static final double PERIOD_MIN_S = 0.05;
    private static final double PERIOD_MAX_S = 60;
    private static final double HEADING_GAIN_MAX_1_S = 5;

    /** Copies the list. */
    public TermFacts {
        phase = List.copyOf(phase);
    }

    /**
     * Facts that a new entry of a manifest needs.
     *
     * @param signal of the entry
     * @return a clock of 0.5 s for a clock, else none
     */
    public static TermFacts of(final ObservedSignal signal) {
        return signal.isClock()
                ? new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0.5, List.of(0.0), 0)
                : NONE;
    }

    /** Reads an entry's; {@code size} is how many values its signal has. */
    static TermFacts read(final TomlView view, final ObservedSignal signal, final int size) {
        final int steps = view.has("history") ? view.size("history", 1, STEPS_MAX) : 1;
        final HistoryOrder order = view.has("history_order")
                ? view.choice("history_order", HistoryOrder.class)
                : HistoryOrder.OLDEST_FIRST;
        final HistoryLayout layout =
                view.has("history_layout") ? view.choice("history_layout", HistoryLayout.class) : HistoryLayout.BY_TERM;
        double periodS = 0;
        List<Double> phase = List.of();
        if (signal.isClock()) {
            periodS = view.number("period_s", PERIOD_MIN_S, PERIOD_MAX_S);
            phase = view.has("phase")
                    ? DoubleStream.of(view.numbers("phase", size, -1, 1))
                            .boxed()
                            .toList()
                    : Collections.nCopies(size, 0.0);
        }
        final double headingGain = signal == ObservedSignal.COMMAND && view.has("heading_gain_1_s")
                ? view.number("heading_gain_1_s", 0, HEADING_GAIN_MAX_1_S)
                : 0;
        return new TermFacts(steps, order, layout, periodS, phase, headingGain);
    }

    /**
     * Phases of a clock.
     *
     * @return one a value, in periods
     */
    public double[] phases() {
        return phase.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Writes those that are not {@link #NONE}'s. */
    void write(final TomlText text) {
        if (steps > 1) {
            text.put("history", steps).put("history_order", order).put("history_layout", layout);
        }
        if (periodS > 0) {
            text.put("period_s", periodS);
            text.put("phase", phases());
        }
        if (headingGain > 0) {
            text.put("heading_gain_1_s", headingGain);
        }
    }

    /** Whether another term's steps are listed together with this one's. */
    boolean isTogetherWith(final TermFacts other) {
        return layout == HistoryLayout.BY_TIME
                && other.layout == layout
                && other.steps == steps
                && other.order == order;
    }
}
