package gaitd.policies.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a model that the import needs, in the order of the file. Filled by the reader, then not modified. */
final class OnnxGraph {
    /** Nodes, each after those it depends on. */
    final List<Node> nodes = new ArrayList<>();
    /** Constants by name. */
    final Map<String, Constant> constants = new LinkedHashMap<>();
    /** Names of the inputs, constants perhaps among them. */
    final List<String> inputs = new ArrayList<>();
    /** How many values an input or output has, dynamic sizes taken as 1; only of those whose shape is given. */
    final Map<String, Long> sizes = new LinkedHashMap<>();
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

        double number(final String key, final double otherwise) {
            return attributes.containsKey(key) ? attributes.get(key).number : otherwise;
        }

        long whole(final String key, final long otherwise) {
            return attributes.containsKey(key) ? attributes.get(key).whole : otherwise;
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
        Constant constant;
    }

    /** A constant; the numbers only of float ones. */
    static final class Constant {
        String name = "";
        int[] shape = {};
        /** Null when the type is not float. */
        double[] values;

        /** Size of its last dimension when all others are 1 (1 for a scalar), else -1. */
        int vectorSize() {
            for (int i = 0; i < shape.length - 1; i++) {
                if (shape[i] != 1) {
                    return -1;
                }
            }
            return shape.length == 0 ? 1 : shape[shape.length - 1];
        }
    }
}
