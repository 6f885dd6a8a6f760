package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.graph.GraphBuilder;
import gaitd.policies.graph.GraphNetwork;
import gaitd.policies.graph.Recurrence;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.OnnxGraph.Node;
import gaitd.policies.onnx.Operands.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A policy from an ONNX model: whatever leads from its inputs to the action through nodes that are known here. A batch of one is
 * assumed, as on a robot.
 *
 * <p>Several observations go in one behind the other, in the order of the model. An input that an output gives the next value of is a
 * state, zero at first. Outputs that are neither a state nor the action, such as values of a critic, are left out.
 */
public final class OnnxImport {
    /** The fact that names the output to be taken. */
    public static final String OUTPUT = "output";

    private static final Pattern NO_ACTION =
            Pattern.compile("(^|[^a-z])(v|values?|critics?|log_?probs?|std|sigma)([^a-z]|$)");
    private static final Pattern ACTION = Pattern.compile("act|mean|mu([^a-z]|$)");
    private static final Map<String, Rule> RULES = rules();

    private final OnnxGraph model;
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Value> values = new HashMap<>();

    private OnnxImport(final OnnxGraph model) {
        this.model = model;
    }

    /**
     * Imports a model.
     *
     * @param file the whole file
     * @param external files beside it that have its weights
     * @param facts {@value #OUTPUT}, the output to be taken when names do not tell; may be empty
     * @return the network; observations go in as the model takes them
     * @throws FactsException when a fact is missing or unknown
     * @throws BundleException when it has another structure, naming the node
     */
    public static ImportedNetwork read(
            final byte[] file, final ExternalData external, final Map<String, String> facts) {
        for (final String key : facts.keySet()) {
            if (!key.equals(OUTPUT)) {
                throw new FactsException("fact %s: an ONNX model contains all facts but %s".formatted(key, OUTPUT));
            }
        }
        return new OnnxImport(OnnxReader.read(file, external)).read(facts.get(OUTPUT));
    }

    private static Map<String, Rule> rules() {
        final Map<String, Rule> rules = new TreeMap<>();
        MathRules.addTo(rules);
        LinearRules.addTo(rules);
        MemoryRules.addTo(rules);
        NormRules.addTo(rules);
        ShapeRules.addTo(rules);
        OrderRules.addTo(rules);
        ConstantRules.addTo(rules);
        return rules;
    }

    private ImportedNetwork read(final String output) {
        final Map<String, String> pairs = StatePairs.of(model);
        final Map<String, Value> states = new LinkedHashMap<>();
        for (final Map.Entry<String, OnnxGraph.Constant> constant : model.constants.entrySet()) {
            final OnnxGraph.Constant given = constant.getValue();
            if (given.values != null) {
                values.put(constant.getKey(), graph.constant(given.values, given.whole, given.shape));
            }
        }
        for (final String input : model.inputs) {
            if (!model.constants.containsKey(input)) {
                final int[] shape = InputShapes.of(model, input);
                final boolean state = pairs.containsKey(input);
                values.put(input, state ? graph.state(input, shape) : graph.input(input, shape));
                if (state) {
                    states.put(input, values.get(input));
                }
            }
        }
        model.nodes.forEach(this::compute);
        final List<Recurrence> recurrences = new ArrayList<>();
        pairs.forEach((state, next) -> recurrences.add(recurrence(state, states.get(state), next)));
        return GraphNetwork.of(graph, action(output, List.copyOf(pairs.values())), recurrences);
    }

    private Recurrence recurrence(final String name, final Value state, final String next) {
        final Value value = values.get(next);
        if (value == null || value.size() != state.size()) {
            throw new BundleException("state '%s' has %d values, its next value '%s' %s"
                    .formatted(name, state.size(), next, value == null ? "is not computed" : value.size()));
        }
        return new Recurrence(state, value);
    }

    private void compute(final Node node) {
        final boolean known = node.domain.isEmpty() || node.domain.equals("ai.onnx");
        final Rule rule = known ? RULES.get(node.type) : null;
        if (rule == null) {
            throw new BundleException("node %s%s is not supported; supported are %s"
                    .formatted(node, known ? "" : " of domain " + node.domain, String.join(", ", RULES.keySet())));
        }
        try {
            final List<Value> results = rule.apply(new Operands(graph, model.opset, node, values));
            for (int i = 0; i < results.size(); i++) {
                values.put(node.output(i), results.get(i));
            }
        } catch (final BundleException e) {
            throw new BundleException("node " + node + " " + e.getMessage());
        } catch (final ArithmeticException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new BundleException("node " + node + " has sizes that do not fit");
        }
    }

    private Value action(final String given, final List<String> states) {
        final List<String> names = new ArrayList<>(model.outputs);
        names.removeAll(states);
        if (given != null && !names.contains(given)) {
            throw new FactsException("fact %s=%s: expected one of %s".formatted(OUTPUT, given, names));
        }
        final String name = given == null ? likely(names) : given;
        final Value value = values.get(name);
        if (value == null) {
            throw new BundleException("output '" + name + "' is not computed");
        }
        return value;
    }

    /** The one output that can be the action. */
    private static String likely(final List<String> names) {
        final List<String> left = new ArrayList<>(names);
        if (left.size() > 1) {
            left.removeIf(
                    name -> NO_ACTION.matcher(name.toLowerCase(Locale.ROOT)).find());
        }
        if (left.size() > 1) {
            left.removeIf(name -> !ACTION.matcher(name.toLowerCase(Locale.ROOT)).find());
        }
        if (left.size() != 1) {
            throw new FactsException(
                    "the model's outputs are %s: which is the action? --fact %s=NAME tells".formatted(names, OUTPUT));
        }
        return left.getFirst();
    }
}
