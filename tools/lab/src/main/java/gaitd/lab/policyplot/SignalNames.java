package gaitd.lab.policyplot;

import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.InputLayout;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Names of the values in an observation or action list.
 *
 * @param groups one a channel
 * @param names one a value
 */
record SignalNames(List<Group> groups, List<String> names) {
    private static final int JOINTS = 12;
    private static final int LEGS = 4;

    SignalNames {
        groups = List.copyOf(groups);
        names = List.copyOf(names);
    }

    /**
     * A channel.
     *
     * @param name in words
     * @param first index of its first value
     * @param size how many
     */
    record Group(String name, int first, int size) {}

    static SignalNames observations(final Manifest manifest) {
        final List<String> actions = actions(manifest).names();
        final SignalNames terms = of(manifest.observations(), manifest.joints(), actions);
        final InputLayout layout = Manifest.inputs(manifest.observations());
        return layout.steps() == 1 ? terms : terms.through(layout);
    }

    /** Names of all steps, with how many steps ago; neighbours of one term are a group. */
    private SignalNames through(final InputLayout layout) {
        final List<Group> all = new ArrayList<>();
        final List<String> inputs = new ArrayList<>();
        for (int i = 0; i < layout.inputs(); i++) {
            final int value = layout.value(i);
            final String term = groups.stream()
                    .filter(group -> value >= group.first() && value < group.first() + group.size())
                    .findFirst()
                    .orElseThrow()
                    .name();
            final boolean goesOn = !all.isEmpty() && all.getLast().name().equals(term);
            final Group group = goesOn ? all.removeLast() : new Group(term, i, 0);
            all.add(new Group(term, group.first(), group.size() + 1));
            inputs.add(names.get(value) + (layout.lag(i) == 0 ? "" : " -" + layout.lag(i)));
        }
        return new SignalNames(all, inputs);
    }

    static SignalNames actions(final Manifest manifest) {
        return of(manifest.actions(), manifest.joints(), List.of());
    }

    private static SignalNames of(
            final List<? extends Channel<?>> channels, final List<String> joints, final List<String> last) {
        final List<Group> groups = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        for (final Channel<?> channel : channels) {
            final String name = channel.signal().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            groups.add(new Group(name, names.size(), channel.size()));
            names.addAll(
                    channel.signal() == ObservedSignal.LAST_ACTION && last.size() == channel.size()
                            ? last
                            : elements(channel, joints));
        }
        return new SignalNames(groups, names);
    }

    private static List<String> elements(final Channel<?> channel, final List<String> joints) {
        return switch (channel.size()) {
            case JOINTS -> joints.stream().map(joint -> joint.replace('_', ' ')).toList();
            case LEGS ->
                IntStream.range(0, LEGS)
                        .mapToObj(leg -> joints.get(leg * JOINTS / LEGS).split("_", 2)[0])
                        .toList();
            case 3 ->
                channel.signal() == ObservedSignal.COMMAND
                        ? List.of("forward", "left", "turn")
                        : List.of("x", "y", "z");
            case 2 -> List.of("roll", "pitch");
            default ->
                IntStream.range(0, channel.size()).mapToObj(Integer::toString).toList();
        };
    }
}
