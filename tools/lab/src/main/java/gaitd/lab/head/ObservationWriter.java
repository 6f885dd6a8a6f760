package gaitd.lab.head;

import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.HistoryLayout;
import gaitd.policies.bundle.HistoryOrder;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TermFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Makes a manifest's observation list from facts, and the history of its terms from the size of the network. */
final class ObservationWriter {
    private static final int ACTIONS = 12;
    private static final double NO_LIMIT = 1e6;

    private final HeadFacts facts;
    private final int inputs;
    private List<ObservedSignal> signals = List.of();
    private int steps = 1;

    ObservationWriter(final HeadFacts facts, final int inputs) {
        this.facts = facts;
        this.inputs = inputs;
    }

    /** Asks for the facts of the list, and of those that follow from it. */
    void ask() {
        final HeadFact list = facts.ask(HeadKey.OBSERVE);
        if (list == null) {
            return;
        }
        signals = list.words().stream().map(ObservationWriter::signal).toList();
        if (signals.stream().anyMatch(signal -> facts.find(HeadKey.SCALE.of(signal)) == null)) {
            facts.ask(HeadKey.SCALE);
        }
        if (signals.stream().anyMatch(ObservedSignal::isClock)) {
            facts.ask(HeadKey.PERIOD_S);
            facts.ask(HeadKey.PHASE);
        }
        if (signals.contains(ObservedSignal.CONSTANT)
                && facts.find(HeadKey.SCALE.of(ObservedSignal.CONSTANT)) == null) {
            throw new FactsException("nothing tells the values of constant in the list (%s): --set %s=... gives them"
                    .formatted(list.source(), HeadKey.SCALE.of(ObservedSignal.CONSTANT)));
        }
        history(list);
        if (signals.stream().anyMatch(signal -> steps(signal) > 1)) {
            facts.ask(HeadKey.HISTORY_ORDER);
            facts.ask(HeadKey.HISTORY_LAYOUT);
        }
    }

    /** Steps that are told, or those that make the network's inputs of the list's values. */
    private void history(final HeadFact list) {
        final int values = signals.stream().mapToInt(this::size).sum();
        final HeadFact given = facts.find(HeadKey.HISTORY);
        final boolean each = signals.stream().anyMatch(signal -> facts.find(HeadKey.HISTORY.of(signal)) != null);
        if (given != null) {
            steps = count(HeadKey.HISTORY.key(), given);
        } else if (!each && values > 0 && inputs % values == 0 && inputs > values) {
            steps = inputs / values;
            facts.note(
                    HeadKey.HISTORY.key(),
                    Integer.toString(steps),
                    "the network takes %d inputs, the list has %d".formatted(inputs, values));
        }
        int total = 0;
        for (final ObservedSignal signal : signals) {
            total += size(signal) * steps(signal);
        }
        if (total != inputs) {
            throw new FactsException("the network takes %d inputs, the list %s (%s) has %d: --set observe=... gives it"
                    .formatted(
                            inputs,
                            signals.stream().map(ObservedSignal::key).collect(Collectors.joining(",")),
                            list.source(),
                            total));
        }
    }

    private int steps(final ObservedSignal signal) {
        final HeadFact own = facts.find(HeadKey.HISTORY.of(signal));
        return own == null ? steps : count(HeadKey.HISTORY.of(signal), own);
    }

    private static int count(final String key, final HeadFact fact) {
        final double value = JointWords.number(key, fact.words().getFirst());
        if (value < 1 || value > 100 || value != Math.rint(value)) {
            throw new FactsException("%s is %s (%s), expected 1 to 100 steps"
                    .formatted(key, fact.words().getFirst(), fact.source()));
        }
        return (int) value;
    }

    private static ObservedSignal signal(final String name) {
        return Arrays.stream(ObservedSignal.values())
                .filter(signal -> signal.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new FactsException("observe: '%s' is no signal; expected some of %s"
                        .formatted(
                                name,
                                Arrays.stream(ObservedSignal.values())
                                        .map(ObservedSignal::key)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Values of a signal; those of a constant or a clock are as many as it is told of. */
    private int size(final ObservedSignal signal) {
        final HeadFact many = signal.isClock()
                ? facts.find(HeadKey.PHASE)
                : signal == ObservedSignal.CONSTANT ? facts.find(HeadKey.SCALE.of(signal)) : null;
        return signal.size(ACTIONS, many == null ? 1 : many.words().size());
    }

    /** The list for joints in an order. */
    List<Channel<ObservedSignal>> write(final List<String> joints) {
        final List<Channel<ObservedSignal>> channels = new ArrayList<>();
        for (final ObservedSignal signal : signals) {
            channels.add(channel(signal, joints).with(facts(signal)));
        }
        return channels;
    }

    private TermFacts facts(final ObservedSignal signal) {
        final TermFacts none = TermFacts.NONE;
        final HeadFact order = steps(signal) == 1 ? null : facts.ask(HeadKey.HISTORY_ORDER);
        final HeadFact layout = steps(signal) == 1 ? null : facts.ask(HeadKey.HISTORY_LAYOUT);
        final HeadFact period = signal.isClock() ? facts.find(HeadKey.PERIOD_S) : null;
        final HeadFact phase = signal.isClock() ? facts.find(HeadKey.PHASE) : null;
        return new TermFacts(
                steps(signal),
                order == null ? none.order() : choice(HeadKey.HISTORY_ORDER, order, HistoryOrder.values()),
                layout == null ? none.layout() : choice(HeadKey.HISTORY_LAYOUT, layout, HistoryLayout.values()),
                period == null
                        ? 0
                        : JointWords.number(
                                HeadKey.PERIOD_S.key(), period.words().getFirst()),
                phase == null
                        ? List.of()
                        : phase.words().stream()
                                .map(word -> JointWords.number(HeadKey.PHASE.key(), word))
                                .toList(),
                0);
    }

    private static <E extends Enum<E>> E choice(final HeadKey key, final HeadFact fact, final E[] choices) {
        final String word = fact.words().getFirst();
        return Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new FactsException(
                        "%s is '%s' (%s), expected %s".formatted(key.key(), word, fact.source(), key.meaning)));
    }

    private Channel<ObservedSignal> channel(final ObservedSignal signal, final List<String> joints) {
        final int size = size(signal);
        final HeadFact own = facts.find(HeadKey.SCALE.of(signal));
        final double[] scale =
                values(HeadKey.SCALE.of(signal), own == null ? facts.ask(HeadKey.SCALE) : own, size, joints);
        final HeadFact clip = facts.find(HeadKey.CLIP);
        final HeadFact raw = facts.find(HeadKey.CLIP.of(signal));
        final double limit = clip == null
                ? NO_LIMIT
                : JointWords.number(HeadKey.CLIP.key(), clip.words().getFirst());
        final double[] min = new double[size];
        final double[] max = new double[size];
        Arrays.fill(min, -limit);
        Arrays.fill(max, limit);
        if (raw != null) {
            final double[] ends = DoubleStream.of(values(HeadKey.CLIP.of(signal), raw, 2, joints))
                    .sorted()
                    .toArray();
            for (int i = 0; i < size; i++) {
                min[i] = Math.max(-limit, Math.min(ends[0] * scale[i], ends[1] * scale[i]));
                max[i] = Math.min(limit, Math.max(ends[0] * scale[i], ends[1] * scale[i]));
            }
        }
        if (signal == ObservedSignal.LAST_ACTION) {
            outputs(scale, joints, min, max);
        }
        return new Channel<>(signal, scale, new double[size], min, max);
    }

    /** The last output is observed as it was limited. */
    private void outputs(final double[] scale, final List<String> joints, final double[] min, final double[] max) {
        if (facts.find(HeadKey.ACTION_MIN) == null || facts.find(HeadKey.ACTION_MAX) == null) {
            return;
        }
        final double[] least = facts.numbers(HeadKey.ACTION_MIN, joints);
        final double[] most = facts.numbers(HeadKey.ACTION_MAX, joints);
        for (int i = 0; i < scale.length; i++) {
            min[i] = Math.max(min[i], Math.min(least[i] * scale[i], most[i] * scale[i]));
            max[i] = Math.min(max[i], Math.max(least[i] * scale[i], most[i] * scale[i]));
        }
    }

    private static double[] values(final String key, final HeadFact fact, final int size, final List<String> joints) {
        if (size == joints.size()) {
            return JointWords.values(key, fact, joints);
        }
        final double[] values = new double[size];
        if (fact.words().size() != 1 && fact.words().size() != size) {
            throw new FactsException("%s has %d values (%s), expected 1 or %d"
                    .formatted(key, fact.words().size(), fact.source(), size));
        }
        for (int i = 0; i < size; i++) {
            values[i] = JointWords.number(key, fact.words().get(fact.words().size() == 1 ? 0 : i));
        }
        return values;
    }
}
