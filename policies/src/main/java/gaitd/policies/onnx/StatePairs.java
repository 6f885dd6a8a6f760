package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.onnx.OnnxGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the inputs that are states, each with the output that is its next value: those of memory nodes by the nodes between, all
 * others by names that differ only in a mark as {@code in} and {@code out}.
 */
final class StatePairs {
    private static final Set<String> PASSED = Set.of(
            "Identity",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Transpose",
            "Cast",
            "Slice",
            "Concat",
            "Gather",
            "Split",
            "Expand");
    private static final Set<String> MARKS = Set.of("in", "out", "next", "new", "prev", "old", "input", "output", "n");

    private final OnnxGraph graph;
    private final Map<String, String> nextByState = new LinkedHashMap<>();

    private StatePairs(final OnnxGraph graph) {
        this.graph = graph;
    }

    /** Names of the outputs by the names of the inputs. */
    static Map<String, String> of(final OnnxGraph graph) {
        final StatePairs pairs = new StatePairs(graph);
        pairs.ofMemories();
        pairs.byName();
        return pairs.nextByState;
    }

    private void ofMemories() {
        for (final Node node : graph.nodes) {
            if (node.type.equals("LSTM") || node.type.equals("GRU") || node.type.equals("RNN")) {
                for (int i = 0; i < 2 && 5 + i < node.inputs.size(); i++) {
                    final String state = input(node.input(5 + i));
                    if (state != null) {
                        final String next = output(node.output(1 + i), state);
                        if (next == null) {
                            throw new BundleException(
                                    "input '%s' is a state of node %s, but no output gives its next value"
                                            .formatted(state, node));
                        }
                        nextByState.put(state, next);
                    }
                }
            }
        }
    }

    /** The model's input that a value is taken from, null when it is computed. */
    private String input(final String name) {
        String at = name;
        for (int i = graph.nodes.size() - 1; i >= 0; i--) {
            final Node node = graph.nodes.get(i);
            if (!at.isEmpty() && node.outputs.contains(at)) {
                if (!PASSED.contains(node.type)) {
                    return null;
                }
                at = node.input(0);
            }
        }
        return graph.inputs.contains(at) && !graph.constants.containsKey(at) ? at : null;
    }

    /** The model's output that a value ends in, one named as the state before others; null when there is none. */
    private String output(final String name, final String state) {
        final Set<String> same = new HashSet<>(Set.of(name));
        for (final Node node : graph.nodes) {
            if (PASSED.contains(node.type) && node.inputs.stream().anyMatch(same::contains)) {
                same.addAll(node.outputs);
            }
        }
        same.remove("");
        final List<String> found = graph.outputs.stream().filter(same::contains).toList();
        return found.stream()
                .filter(one -> stem(one).equals(stem(state)))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getLast());
    }

    private void byName() {
        final Map<List<String>, String> outputs = new HashMap<>();
        for (final String output : graph.outputs) {
            outputs.putIfAbsent(stem(output), output);
        }
        for (final String input : graph.inputs) {
            final String output = outputs.get(stem(input));
            if (output != null
                    && !stem(input).isEmpty()
                    && !graph.constants.containsKey(input)
                    && !nextByState.containsKey(input)
                    && !nextByState.containsValue(output)) {
                nextByState.put(input, output);
            }
        }
    }

    /** Parts of a name without marks. */
    private static List<String> stem(final String name) {
        final List<String> parts =
                new ArrayList<>(List.of(name.toLowerCase(Locale.ROOT).split("[_./: -]")));
        parts.removeIf(MARKS::contains);
        return parts;
    }
}
