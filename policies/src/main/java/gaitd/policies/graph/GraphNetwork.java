package gaitd.policies.graph;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.GraphFacts;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a network of what one output of a graph needs; all else is left out. */
public final class GraphNetwork {
    private final GraphBuilder graph;
    private final Set<Node> live = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Recurrence> kept = new ArrayList<>();

    private GraphNetwork(final GraphBuilder graph) {
        this.graph = graph;
    }

    /**
     * Makes the network. Its input is the graph's inputs one behind the other, in the order in which they were added, of those that
     * the output depends on.
     *
     * @param graph all operations
     * @param output what the network gives
     * @param states of the graph
     * @return layers in a row when the output is computed by those alone, else a plan
     * @throws BundleException when the output depends on no input, or the plan would be too long
     */
    public static ImportedNetwork of(final GraphBuilder graph, final Value output, final List<Recurrence> states) {
        return new GraphNetwork(graph).network(output, states);
    }

    private ImportedNetwork network(final Value output, final List<Recurrence> states) {
        final List<Recurrence> left = new ArrayList<>(states);
        mark(output.node());
        for (boolean more = true; more; ) {
            more = false;
            for (final Recurrence one : List.copyOf(left)) {
                if (live.contains(one.state().node())) {
                    left.remove(one);
                    kept.add(one);
                    mark(one.next().node());
                    more = true;
                }
            }
        }
        kept.sort((a, b) -> Integer.compare(states.indexOf(a), states.indexOf(b)));
        final List<Node> order = graph.nodes().stream().filter(live::remove).toList();
        final List<Node> inputs =
                order.stream().filter(Node.Input.class::isInstance).toList();
        if (inputs.isEmpty()) {
            throw new BundleException("the output does not depend on an input");
        }
        final ImportedNetwork layers = kept.isEmpty() ? ChainOfLayers.read(output.node(), inputs) : null;
        return finite(layers == null ? plan(order, output) : layers);
    }

    private void mark(final Node end) {
        live.add(end);
        final List<Node> nodes = graph.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (live.contains(nodes.get(i))) {
                live.addAll(nodes.get(i).sources());
            }
        }
    }

    private ImportedNetwork plan(final List<Node> order, final Value output) {
        final PlanWriter writer = new PlanWriter(order, output, kept);
        final GraphFacts facts = new GraphFacts(writer.write());
        final String problem = facts.plan().problem();
        if (!problem.isEmpty()) {
            throw new BundleException("the graph is too large: " + problem);
        }
        final List<Tensor> tensors = new ArrayList<>();
        for (final Map.Entry<String, int[]> shape : facts.shapes().entrySet()) {
            tensors.add(new Tensor(
                    shape.getKey(), shape.getValue(), writer.parameters().get(shape.getKey())));
        }
        if (tensors.isEmpty()) {
            throw new BundleException("the graph has no weights");
        }
        return new ImportedNetwork(facts, new Safetensors(tensors, Map.of()));
    }

    private static ImportedNetwork finite(final ImportedNetwork network) {
        for (final Tensor tensor : network.tensors().all()) {
            if (!Arrays.stream(tensor.values()).allMatch(value -> Float.isFinite((float) value))) {
                throw new BundleException("a constant of the graph becomes a number that is not finite");
            }
        }
        return network;
    }
}
