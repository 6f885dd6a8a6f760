package gaitd.policies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a model that the import needs, in the order of the file. Filled by the reader, then not modified. */
final class OnnxGraph {
    /** Version of the operators; those of the newest when the file does not tell. */
    long opset = Long.MAX_VALUE;
    /** Nodes, each after those it depends on. */
    final List<Node> nodes = new ArrayList<>();
    /** Constants by name. */
    final Map<String, Constant> constants = new LinkedHashMap<>();
    /** Names of the inputs, constants perhaps among them. */
    final List<String> inputs = new ArrayList<>();
    /** Sizes of inputs and outputs, -1 where they are not given; only of those whose shape is given. */
    final Map<String, long[]> shapes = new LinkedHashMap<>();
    /** Names of the outputs. */
    final List<String> outputs = new ArrayList<>();

    /** An operation. */
    static final class Node {
        String name = "";
        String type = "";
        String domain = "";
        final List<String> inputs = new ArrayList<>();
        final List<String> outputs = new ArrayList<>();
        final Map<String, Attribute> attributes = new LinkedHashMap<>();

        /** Name of an input, empty when it is left out. */
        String input(final int index) {
            return index < inputs.size() ? inputs.get(index) : "";
        }

        String output(final int index) {
            return index < outputs.size() ? outputs.get(index) : "";
        }

        @Override
        public String toString() {
            return type + (name.isEmpty() ? "" : " '" + name + "'");
        }
    }

    /** A setting of an operation. */
    static final class Attribute {
        String name = "";
        double number;
        long whole;
        String text = "";
        final List<String> texts = new ArrayList<>();
        final List<Double> numbers = new ArrayList<>();
        final List<Long> wholes = new ArrayList<>();
        Constant constant;
    }

    /** A constant; numbers of all types in double. */
    static final class Constant {
        String name = "";
        int[] shape = {};
        /** Null when the type is no number. */
        double[] values;
        /** Whether the type is an integer. */
        boolean whole;
    }
}
