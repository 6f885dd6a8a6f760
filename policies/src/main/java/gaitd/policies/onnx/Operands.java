package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.graph.GraphBuilder;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.OnnxGraph.Attribute;
import java.util.List;
import java.util.Map;

/** What one node reads: values, and settings given as attributes or, in later versions of the operators, as inputs. */
final class Operands {
    /** Where results are built. */
    final GraphBuilder graph;
    /** Version of the operators. */
    final long opset;

    private final OnnxGraph.Node node;
    private final Map<String, Value> values;

    Operands(final GraphBuilder graph, final long opset, final OnnxGraph.Node node, final Map<String, Value> values) {
        this.graph = graph;
        this.opset = opset;
        this.node = node;
        this.values = values;
    }

    /** Makes the results of a node. */
    interface Rule {
        List<Value> apply(Operands operands);
    }

    int inputs() {
        return node.inputs.size();
    }

    int outputs() {
        return node.outputs.size();
    }

    boolean has(final int input) {
        return !node.input(input).isEmpty();
    }

    boolean has(final String attribute) {
        return node.attributes.containsKey(attribute);
    }

    /** A value that has to be there. */
    Value value(final int input) {
        final String name = node.input(input);
        require(!name.isEmpty(), "has no input " + input);
        final Value value = values.get(name);
        require(value != null, "reads '" + name + "', which is not computed before or is no array of numbers");
        return value;
    }

    /** Numbers that do not depend on the model's inputs. */
    double[] constant(final int input) {
        final Value value = value(input);
        require(
                value.isConstant(),
                "reads '" + node.input(input) + "' as input " + input + ", which has to be a constant");
        return value.numbers();
    }

    double number(final String key, final double otherwise) {
        return has(key) ? node.attributes.get(key).number : otherwise;
    }

    long whole(final String key, final long otherwise) {
        return has(key) ? node.attributes.get(key).whole : otherwise;
    }

    String text(final String key, final String otherwise) {
        return has(key) ? node.attributes.get(key).text : otherwise;
    }

    Attribute attribute(final String key) {
        return node.attributes.get(key);
    }

    /** Whole numbers of an attribute or, where there is none, of an input; null without both. */
    long[] wholes(final String key, final int input) {
        if (has(key)) {
            return node.attributes.get(key).wholes.stream()
                    .mapToLong(Long::longValue)
                    .toArray();
        }
        if (!has(input)) {
            return null;
        }
        final double[] numbers = constant(input);
        final long[] wholes = new long[numbers.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = (long) numbers[i];
        }
        return wholes;
    }

    /** A number of an attribute or, where there is none, of an input. */
    double number(final String key, final int input, final double otherwise) {
        if (has(key) || !has(input)) {
            return number(key, otherwise);
        }
        final double[] numbers = constant(input);
        require(numbers.length == 1, "has " + numbers.length + " numbers as " + key + ", expected one");
        return numbers[0];
    }

    /** A size within what an array can have. */
    int size(final long size) {
        require(size >= 0 && size <= GraphBuilder.NUMBERS_MAX, "has the size " + size);
        return (int) size;
    }

    void require(final boolean right, final String what) {
        if (!right) {
            throw new BundleException(what);
        }
    }
}
