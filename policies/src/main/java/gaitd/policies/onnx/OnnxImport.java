package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.kernel.Activation;
import gaitd.policies.onnx.OnnxGraph.Constant;
import gaitd.policies.onnx.OnnxGraph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A policy from an ONNX model: one chain from the observation to the action through Gemm, MatMul and Add, Elu, Relu, Tanh,
 * Sigmoid and Softplus, LSTM and GRU, and scales and shifts by constants. Nodes that only change shapes are passed over; a batch of
 * one and one time step a call are assumed, as on a robot.
 *
 * <p>A memory has to get its state from an input of the model, as deployed policies do: without, the model would forget
 * everything between two calls.
 */
public final class OnnxImport {
    private static final Set<String> SHAPES =
            Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Dropout", "Cast");

    private final OnnxGraph graph;
    private final LayerStack stack = new LayerStack();
    /** Values that carry a memory's state. */
    private final Set<String> states = new HashSet<>();
    /** Values that only carry shapes. */
    private final Set<String> shapes = new HashSet<>();

    private String current = "";

    private OnnxImport(final OnnxGraph graph) {
        this.graph = graph;
    }

    /**
     * Imports a model.
     *
     * @param file the whole file
     * @return the network; observations go in as the model takes them
     * @throws BundleException when it has another structure, naming the node
     */
    public static ImportedNetwork read(final byte[] file) {
        return new OnnxImport(OnnxReader.read(file)).read();
    }

    private ImportedNetwork read() {
        findStates();
        for (final String input : graph.inputs) {
            if (!graph.constants.containsKey(input) && !states.contains(input)) {
                if (!current.isEmpty()) {
                    throw new BundleException(
                            "two inputs, '%s' and '%s', expected one observation".formatted(current, input));
                }
                current = input;
            }
        }
        if (current.isEmpty()) {
            throw new BundleException("the model has no input");
        }
        final String observation = current;
        for (final Node node : graph.nodes) {
            if (!node.domain.isEmpty() && !node.domain.equals("ai.onnx")) {
                throw new BundleException("node %s of domain %s is not supported".formatted(node, node.domain));
            }
            if (node.type.equals("Constant")) {
                constant(node);
            } else if (node.type.equals("Shape")) {
                shapes.addAll(node.outputs);
            } else if (node.inputs.contains(current)) {
                follow(node);
            } else {
                besides(node);
            }
        }
        for (final String output : graph.outputs) {
            if (!output.equals(current) && !states.contains(output)) {
                throw new BundleException(
                        "output '%s' is neither the end of the chain, '%s', nor a state".formatted(output, current));
            }
        }
        if (!graph.outputs.contains(current)) {
            throw new BundleException("the chain ends at '" + current + "', which is no output of the model");
        }
        final ImportedNetwork network = stack.network();
        checkSize(observation, network.facts().inputs(), "take");
        checkSize(current, network.facts().outputs(), "give");
        return network;
    }

    /** Refuses values of several rows, of which the layers would read only the first. */
    private void checkSize(final String name, final int size, final String verb) {
        final Long declared = graph.sizes.get(name);
        if (declared != null && declared != size) {
            throw new BundleException(
                    "'%s' has %d values in the model, the layers %s %d".formatted(name, declared, verb, size));
        }
    }

    /** Marks everything that leads into the initial states of the memories. */
    private void findStates() {
        for (int i = graph.nodes.size() - 1; i >= 0; i--) {
            final Node node = graph.nodes.get(i);
            if (isMemory(node)) {
                states.add(node.input(5));
                states.add(node.input(6));
            } else if (!node.type.equals("Shape") && node.outputs.stream().anyMatch(states::contains)) {
                states.addAll(node.inputs);
            }
        }
        states.remove("");
    }

    private static boolean isMemory(final Node node) {
        return node.type.equals("LSTM") || node.type.equals("GRU");
    }

    private void constant(final Node node) {
        final OnnxGraph.Attribute value = node.attributes.get("value");
        final OnnxGraph.Attribute scalar = node.attributes.get("value_float");
        if (value != null && value.constant != null) {
            graph.constants.put(node.output(0), value.constant);
        } else if (scalar != null) {
            final Constant constant = new Constant();
            constant.values = new double[] {scalar.number};
            graph.constants.put(node.output(0), constant);
        } else {
            shapes.addAll(node.outputs);
        }
    }

    /** A node that is not on the chain may only handle states and shapes. */
    private void besides(final Node node) {
        final boolean state = node.inputs.stream().anyMatch(states::contains);
        for (final String input : node.inputs) {
            if (!input.isEmpty()
                    && !states.contains(input)
                    && !shapes.contains(input)
                    && !graph.constants.containsKey(input)) {
                throw new BundleException(
                        "node %s uses '%s', which is not the end of the chain: branches are not supported"
                                .formatted(node, input));
            }
        }
        if (states.containsAll(node.outputs) && (node.type.equals("ConstantOfShape") || node.type.equals("Expand"))) {
            throw new BundleException(
                    "node " + node + " makes a constant state: the model would forget between two calls");
        }
        if (state) {
            final boolean harmless = SHAPES.contains(node.type)
                    || Set.of("Slice", "Concat", "Gather", "Split").contains(node.type);
            if (!harmless) {
                throw new BundleException(
                        "node %s computes with a memory's state, which is not supported".formatted(node));
            }
            states.addAll(node.outputs);
        } else {
            shapes.addAll(node.outputs);
        }
    }

    private void follow(final Node node) {
        switch (node.type) {
            case "Gemm" -> gemm(node);
            case "MatMul" -> {
                requireFirst(node);
                final Constant weight = matrix(node, node.input(1));
                dense(weight, false, new double[weight.shape[1]]);
            }
            case "Add" -> stack.affine(new double[] {1}, vector(node, other(node)));
            case "Mul" -> stack.affine(vector(node, other(node)), new double[] {0});
            case "Sub" -> {
                requireFirst(node);
                stack.affine(new double[] {1}, negated(vector(node, node.input(1))));
            }
            case "Div" -> {
                requireFirst(node);
                stack.affine(inverse(node, vector(node, node.input(1))), new double[] {0});
            }
            case "Elu" -> {
                require(node, node.number("alpha", 1) == 1, "alpha " + node.number("alpha", 1) + ", expected 1");
                stack.activate(Activation.ELU);
            }
            case "Relu" -> stack.activate(Activation.RELU);
            case "Tanh" -> stack.activate(Activation.TANH);
            case "Sigmoid" -> stack.activate(Activation.SIGMOID);
            case "Softplus" -> stack.activate(Activation.SOFTPLUS);
            case "LSTM" -> lstm(node);
            case "GRU" -> gru(node);
            default -> {
                if (!SHAPES.contains(node.type)) {
                    throw new BundleException(
                            "node " + node + " is not supported; supported are Gemm, MatMul, Add, Sub, Mul,"
                                    + " Div, Elu, Relu, Tanh, Sigmoid, Softplus, LSTM, GRU and nodes that only change shapes");
                }
                requireFirst(node);
                require(
                        node,
                        !node.type.equals("Cast") || node.whole("to", 0) == 1,
                        "to=" + node.whole("to", 0) + ", expected float");
            }
        }
        require(node, !node.output(0).isEmpty(), "no first output");
        current = node.output(0);
    }

    private void gemm(final Node node) {
        requireFirst(node);
        require(node, node.whole("transA", 0) == 0, "transA, expected 0");
        require(node, node.number("alpha", 1) == 1, "alpha " + node.number("alpha", 1) + ", expected 1");
        require(node, node.number("beta", 1) == 1, "beta " + node.number("beta", 1) + ", expected 1");
        final boolean rowsAreOutputs = node.whole("transB", 0) != 0;
        final Constant weight = matrix(node, node.input(1));
        final int out = weight.shape[rowsAreOutputs ? 0 : 1];
        final double[] bias = node.input(2).isEmpty() ? new double[out] : vector(node, node.input(2));
        final double[] wide = new double[out];
        require(node, bias.length == 1 || bias.length == out, "a bias of " + bias.length + " values, expected " + out);
        for (int i = 0; i < out; i++) {
            wide[i] = bias[bias.length == 1 ? 0 : i];
        }
        dense(weight, rowsAreOutputs, wide);
    }

    private void dense(final Constant weight, final boolean rowsAreOutputs, final double[] bias) {
        final int in = weight.shape[rowsAreOutputs ? 1 : 0];
        final int out = bias.length;
        final double[] rows = new double[in * out];
        for (int row = 0; row < out; row++) {
            for (int col = 0; col < in; col++) {
                rows[row * in + col] = weight.values[rowsAreOutputs ? row * in + col : col * out + row];
            }
        }
        stack.dense(rows, bias, in, out);
    }

    private void lstm(final Node node) {
        final String[] defaults = {"Sigmoid", "Tanh", "Tanh"};
        require(node, node.whole("input_forget", 0) == 0, "input_forget, expected 0");
        require(node, node.input(7).isEmpty(), "peepholes");
        // i, o, f, c here; i, f, c, o there
        memory(node, LayersFacts.Type.LSTM, defaults, 0, 2, 3, 1);
        require(node, !node.input(6).isEmpty(), "no initial cell state: the model would forget between two calls");
    }

    private void gru(final Node node) {
        final String[] defaults = {"Sigmoid", "Tanh"};
        require(
                node,
                node.whole("linear_before_reset", 0) != 0,
                "linear_before_reset 0, expected 1 as PyTorch exports it");
        // z, r, h here; r, z, h there
        memory(node, LayersFacts.Type.GRU, defaults, 1, 0, 2);
    }

    private void memory(final Node node, final LayersFacts.Type type, final String[] defaults, final int... gateOrder) {
        requireFirst(node);
        final OnnxGraph.Attribute direction = node.attributes.get("direction");
        require(node, direction == null || direction.text.equals("forward"), "a direction other than forward");
        require(node, !node.attributes.containsKey("clip"), "clip");
        final OnnxGraph.Attribute activations = node.attributes.get("activations");
        require(
                node,
                activations == null || activations.texts.equals(List.of(defaults)),
                "activations other than " + String.join(", ", defaults));
        require(node, node.input(4).isEmpty() || shapes.contains(node.input(4)), "sequence lengths");
        final String initial = node.input(5);
        require(
                node,
                !initial.isEmpty() && !graph.constants.containsKey(initial) && !shapes.contains(initial),
                "no initial state from an input: the model would forget between two calls");
        final int gates = gateOrder.length;
        final Constant in = tensor(node, node.input(1), 3);
        final Constant state = tensor(node, node.input(2), 3);
        final int units = state.shape[2];
        final boolean fits = in.shape[0] == 1
                && state.shape[0] == 1
                && in.shape[1] == gates * units
                && state.shape[1] == gates * units
                && units > 0;
        require(node, fits, "weights whose shapes disagree");
        final double[] bias = node.input(3).isEmpty() ? new double[2 * gates * units] : floats(node, node.input(3));
        require(node, bias.length == 2 * gates * units, "a bias of " + bias.length + " values");
        final int inputs = in.shape[2];
        stack.memory(
                type,
                reorder(in.values, 0, units * inputs, gateOrder),
                reorder(state.values, 0, units * units, gateOrder),
                reorder(bias, 0, units, gateOrder),
                reorder(bias, gates * units, units, gateOrder),
                inputs,
                units);
        for (int i = 1; i < node.outputs.size(); i++) {
            states.add(node.output(i));
        }
    }

    /** Blocks of a size, from another place each. */
    private static double[] reorder(final double[] from, final int at, final int size, final int... order) {
        final double[] result = new double[size * order.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(from, at + order[i] * size, result, i * size, size);
        }
        return result;
    }

    private void requireFirst(final Node node) {
        require(node, node.input(0).equals(current), "the chain as another input than the first");
        require(node, node.inputs.stream().filter(current::equals).count() == 1, "the chain as two inputs");
    }

    private static void require(final Node node, final boolean right, final String what) {
        if (!right) {
            throw new BundleException("node " + node + " has " + what);
        }
    }

    private String other(final Node node) {
        require(node, node.inputs.size() == 2, node.inputs.size() + " inputs, expected 2");
        return node.input(node.input(0).equals(current) ? 1 : 0);
    }

    private double[] floats(final Node node, final String name) {
        final Constant constant = graph.constants.get(name);
        require(node, constant != null, "input '" + name + "', expected a constant: branches are not supported");
        require(node, constant.values != null, "constant '" + name + "', which is not of type float");
        return constant.values;
    }

    private Constant tensor(final Node node, final String name, final int rank) {
        floats(node, name);
        final Constant constant = graph.constants.get(name);
        require(
                node,
                constant.shape.length == rank && constant.values.length > 0,
                "constant '" + name + "' with " + constant.shape.length + " dimensions, expected " + rank);
        return constant;
    }

    private Constant matrix(final Node node, final String name) {
        return tensor(node, name, 2);
    }

    private double[] vector(final Node node, final String name) {
        final double[] values = floats(node, name);
        require(
                node,
                graph.constants.get(name).vectorSize() == values.length && values.length > 0,
                "constant '" + name + "', which is no vector");
        return values;
    }

    private static double[] negated(final double[] values) {
        final double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = -result[i];
        }
        return result;
    }

    private static double[] inverse(final Node node, final double[] values) {
        final double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            require(node, values[i] != 0, "a zero to divide by");
            result[i] = 1 / values[i];
        }
        return result;
    }
}
