package gaitd.lab.policyplot;

import java.util.ArrayList;
import java.util.List;

/**
 * Neurons and synapses of a network as they are drawn, layers from inputs to outputs.
 *
 * @param layers the first has the inputs, the last what leads to the actions
 * @param synapses between nodes
 * @param note what is not drawn or what a weight is, for the reader; may be empty
 */
record Circuit(List<Layer> layers, List<Synapse> synapses, String note) {
    Circuit {
        layers = List.copyOf(layers);
        synapses = List.copyOf(synapses);
    }

    /** Where a node's value is found in a run. */
    enum Source {
        /** In the network's input. */
        INPUT,
        /** In its hidden values. */
        HIDDEN,
        /** In its output. */
        OUTPUT
    }

    /**
     * An input, a neuron or an output.
     *
     * @param name short
     * @param source where its value is found
     * @param at index there
     * @param time its time constant
     */
    record Node(String name, Source source, int at, NodeTime time) {}

    /**
     * Nodes drawn together.
     *
     * @param name of the layer
     * @param first number of its first node in the circuit
     * @param nodes in order
     */
    record Layer(String name, int first, List<Node> nodes) {
        Layer {
            nodes = List.copyOf(nodes);
        }

        boolean has(final int node) {
            return node >= first && node < first + nodes.size();
        }
    }

    /**
     * A connection.
     *
     * @param from number of a node
     * @param to number of a node
     * @param weight signed; NaN where a neuron is an output as it is
     */
    record Synapse(int from, int to, double weight) {
        boolean isLink() {
            return Double.isNaN(weight);
        }
    }

    /** All nodes, in the order of their numbers. */
    List<Node> nodes() {
        return layers.stream().flatMap(layer -> layer.nodes().stream()).toList();
    }

    /** Layers behind the inputs that have something hidden; the outputs where nothing is. */
    List<Layer> neurons() {
        final List<Layer> hidden = layers.stream()
                .filter(layer -> layer.nodes().getFirst().source() == Source.HIDDEN)
                .toList();
        return hidden.isEmpty() ? List.of(layers.getLast()) : hidden;
    }

    Layer inputs() {
        return layers.getFirst();
    }

    /** Whether a layer has synapses within. */
    boolean isRecurrent(final Layer layer) {
        return synapses.stream().anyMatch(synapse -> layer.has(synapse.from()) && layer.has(synapse.to()));
    }

    /** Connections with a weight. */
    List<Synapse> weighted() {
        return synapses.stream().filter(synapse -> !synapse.isLink()).toList();
    }

    /** Collects layers and synapses. */
    static final class Builder {
        private final List<Layer> layers = new ArrayList<>();
        private final List<Synapse> synapses = new ArrayList<>();
        private int count;

        /** Adds a layer and returns the number of its first node. */
        int add(final String name, final List<Node> nodes) {
            final int first = count;
            layers.add(new Layer(name, first, nodes));
            count += nodes.size();
            return first;
        }

        void connect(final int from, final int to, final double weight) {
            synapses.add(new Synapse(from, to, weight));
        }

        Circuit build(final String note) {
            return new Circuit(layers, synapses, note);
        }
    }
}
