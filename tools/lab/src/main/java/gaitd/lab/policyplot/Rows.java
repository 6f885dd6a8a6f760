package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Layer;
import gaitd.lab.policyplot.Circuit.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of named series, as pictures show them from top to bottom.
 *
 * @param groups in order
 */
record Rows(List<Group> groups) {
    Rows {
        groups = List.copyOf(groups);
    }

    /**
     * Series that belong together.
     *
     * @param name of the group
     * @param names one a series
     * @param series one row a series
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Group(String name, List<String> names, double[][] series) {
        int size() {
            return names.size();
        }
    }

    /** The observations, a group a channel. */
    static Rows observations(final PlottedPolicy subject) {
        final List<Group> groups = new ArrayList<>();
        final List<Node> nodes = subject.circuit().inputs().nodes();
        for (final SignalNames.Group group : subject.observations().groups()) {
            groups.add(group(subject, group.name(), nodes.subList(group.first(), group.first() + group.size())));
        }
        return new Rows(groups);
    }

    /**
     * The neurons, a group a layer.
     *
     * @param subject the policy
     * @param most how many at most; of more, each layer gives its share of those that vary most
     * @return the rows
     */
    static Rows neurons(final PlottedPolicy subject, final int most) {
        final List<Layer> layers = subject.circuit().neurons();
        final int all = layers.stream().mapToInt(layer -> layer.nodes().size()).sum();
        final double share = Math.min(1, (double) most / all);
        final List<Group> groups = new ArrayList<>();
        for (final Layer layer : layers) {
            final int count = Math.max(1, (int) (share * layer.nodes().size()));
            final double[] spread = layer.nodes().stream()
                    .mapToDouble(node -> Statistics.deviation(subject.run().series(node)))
                    .toArray();
            final List<Node> nodes = IntStream.range(0, spread.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -spread[i]))
                    .limit(count)
                    .sorted()
                    .map(layer.nodes()::get)
                    .toList();
            groups.add(group(subject, layer.name(), nodes));
        }
        return new Rows(groups);
    }

    /** The outputs, one group. */
    static Rows actions(final PlottedPolicy subject) {
        final List<Group> groups = new ArrayList<>();
        for (final SignalNames.Group group : subject.actions().groups()) {
            final List<Node> nodes = new ArrayList<>();
            for (int i = group.first(); i < group.first() + group.size(); i++) {
                nodes.add(new Node(subject.actions().names().get(i), Circuit.Source.OUTPUT, i, NodeTime.NONE));
            }
            groups.add(group(subject, group.name(), nodes));
        }
        return new Rows(groups);
    }

    private static Group group(final PlottedPolicy subject, final String name, final List<Node> nodes) {
        return new Group(
                name,
                nodes.stream().map(Node::name).toList(),
                nodes.stream().map(subject.run()::series).toArray(double[][]::new));
    }

    Rows and(final Rows others) {
        final List<Group> all = new ArrayList<>(groups);
        all.addAll(others.groups);
        return new Rows(all);
    }

    int size() {
        return groups.stream().mapToInt(Group::size).sum();
    }

    /** Text about neurons that are left out. */
    static String shown(final PlottedPolicy subject, final Rows rows) {
        final int all = subject.circuit().neurons().stream()
                .mapToInt(layer -> layer.nodes().size())
                .sum();
        return rows.size() < all ? "the %d of %d neurons that vary most".formatted(rows.size(), all) : all + " neurons";
    }
}
