package gaitd.policies.graph;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Gives each node a place in one array of values, and writes the steps that fill it. Values that lie in order are not copied. */
final class PlanWriter {
    private final List<Node> order;
    private final Value output;
    private final List<Recurrence> states;
    private final List<PlanStep> steps = new ArrayList<>();
    private final Map<String, double[]> parameters = new HashMap<>();
    private final IdentityHashMap<Node, Integer> places = new IdentityHashMap<>();
    /** Names of weights, by the array: a product that is repeated has them once. */
    private final IdentityHashMap<double[], String> names = new IdentityHashMap<>();
    /** By how many nodes each is read, outputs and states among them. */
    private final IdentityHashMap<Node, Integer> readers = new IdentityHashMap<>();
    /** The function of each product that nothing else reads. */
    private final IdentityHashMap<Node, Node.Map> functions = new IdentityHashMap<>();

    private int end;

    /** For nodes that are all needed, each after those it reads. */
    PlanWriter(final List<Node> order, final Value output, final List<Recurrence> states) {
        this.order = order;
        this.output = output;
        this.states = states;
    }

    /** Values by the names of their parameters, after {@link #write}. */
    Map<String, double[]> parameters() {
        return parameters;
    }

    Plan write() {
        count();
        for (final Node node : order) {
            if (node instanceof Node.Input) {
                placed(node);
            }
        }
        final int inputs = end;
        for (final Recurrence one : states) {
            placed(one.state().node());
        }
        final int stateSize = end - inputs;
        for (final Node node : order) {
            if (!places.containsKey(node)) {
                write(node);
            }
        }
        int nextAt = 0;
        if (!states.isEmpty()) {
            final int[] next = states.stream()
                    .flatMapToInt(one -> places(one.next().node()))
                    .toArray();
            nextAt = gathered(next);
        }
        return new Plan(inputs, stateSize, output.size(), end, places.get(output.node()), nextAt, steps);
    }

    private IntStream places(final Node node) {
        final int first = places.get(node);
        return IntStream.range(first, first + node.size());
    }

    private void count() {
        for (final Node node : order) {
            node.sources().forEach(source -> readers.merge(source, 1, Integer::sum));
        }
        readers.merge(output.node(), 1, Integer::sum);
        states.forEach(one -> readers.merge(one.next().node(), 1, Integer::sum));
        for (final Node node : order) {
            if (node instanceof final Node.Map map
                    && map.source() instanceof Node.Affine
                    && readers.get(map.source()) == 1) {
                functions.put(map.source(), map);
            }
        }
    }

    private int placed(final Node node) {
        final int at = free(node.size());
        places.put(node, at);
        return at;
    }

    private int free(final int size) {
        final int at = end;
        end += size;
        if (end > Plan.MEMORY_MAX) {
            throw new BundleException("the graph needs more than " + Plan.MEMORY_MAX + " values in a step");
        }
        return at;
    }

    private void add(final PlanStep step) {
        steps.add(step);
        if (steps.size() > Plan.STEPS_MAX) {
            throw new BundleException("the graph needs more than " + Plan.STEPS_MAX + " steps");
        }
    }

    private void write(final Node node) {
        switch (node) {
            case Node.Input _, Node.State _ -> throw new IllegalStateException("not among the inputs and states");
            case Node.Constant constant -> {
                final String name = "c" + parameters.size();
                parameters.put(name, constant.values());
                add(new PlanStep.Constant(name, placed(node), node.size()));
            }
            case Node.Affine affine -> product(affine);
            case Node.Map map -> function(map, placed(node));
            case Node.Combine combine -> {
                final int left = places.get(combine.left());
                final int right = places.get(combine.right());
                add(new PlanStep.Combine(combine.operator(), left, right, placed(node), node.size()));
            }
            case Node.Reduce reduce -> {
                final int size = reduce.source().size() / reduce.groups();
                final int from = places.get(reduce.source());
                add(new PlanStep.Reduce(reduce.reduction(), from, placed(node), reduce.groups(), size));
            }
            case Node.Gather gather -> {
                final int[] at = new int[gather.size()];
                for (int i = 0; i < at.length; i++) {
                    at[i] = places.get(gather.sources().get(gather.which()[i])) + gather.at()[i];
                }
                places.put(node, gathered(at));
            }
        }
    }

    private void product(final Node.Affine affine) {
        final String name = names.computeIfAbsent(affine.weight(), any -> "w" + parameters.size());
        parameters.put(name + ".weight", affine.weight());
        parameters.put(name + ".bias", affine.bias());
        final int from = places.get(affine.source());
        final int to = placed(affine);
        add(new PlanStep.Affine(name, from, affine.in(), to, affine.bias().length, affine.rows()));
        final Node.Map function = functions.get(affine);
        if (function != null) {
            places.put(function, to);
            function(function, to);
        }
    }

    private void function(final Node.Map map, final int to) {
        add(new PlanStep.Map(map.function(), map.a(), map.b(), places.get(map.source()), to, map.size()));
    }

    /** Where values lie in this order one behind the other, after copies if need be. */
    private int gathered(final int... at) {
        boolean inOrder = at.length > 0;
        for (int i = 1; i < at.length && inOrder; i++) {
            inOrder = at[i] == at[0] + i;
        }
        if (inOrder) {
            return at[0];
        }
        final int to = free(at.length);
        for (int i = 0; i < at.length; ) {
            final int run = run(at, i);
            add(new PlanStep.Copy(at[i], run > 1 ? at[i + 1] - at[i] : 1, to + i, run));
            i += run;
        }
        return to;
    }

    /** How many values lie at equal distances; a pair that could be the end of one run and the start of the next is divided. */
    private static int run(final int[] at, final int from) {
        int size = Math.min(2, at.length - from);
        while (from + size < at.length && at[from + size] - at[from + size - 1] == at[from + 1] - at[from]) {
            size++;
        }
        return size == 2 && from + size < at.length ? 1 : size;
    }
}
