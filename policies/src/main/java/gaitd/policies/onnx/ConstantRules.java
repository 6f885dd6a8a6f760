package gaitd.policies.onnx;

import gaitd.policies.graph.GraphBuilder;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.OnnxGraph.Attribute;
import gaitd.policies.onnx.OnnxGraph.Constant;
import gaitd.policies.onnx.Operands.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Nodes that make constants, or choose by constants. */
final class ConstantRules {
    private static final int AXES_OF_PADS = 3;
    private static final int RANGE_MAX = 1 << 16;

    private ConstantRules() {}

    static void addTo(final Map<String, Rule> rules) {
        rules.put("Constant", ConstantRules::constant);
        rules.put("ConstantOfShape", ConstantRules::filled);
        rules.put("Range", ConstantRules::range);
        rules.put("Where", ConstantRules::where);
        rules.put("Pad", ConstantRules::pad);
        comparison(rules, "Equal", (a, b) -> a == b ? 1 : 0);
        comparison(rules, "Greater", (a, b) -> a > b ? 1 : 0);
        comparison(rules, "Less", (a, b) -> a < b ? 1 : 0);
    }

    private static List<Value> constant(final Operands of) {
        final Attribute value = of.attribute("value");
        if (value != null && value.constant != null && value.constant.values != null) {
            final Constant given = value.constant;
            return List.of(of.graph.constant(given.values, given.whole, given.shape));
        }
        if (of.has("value_float")) {
            return List.of(of.graph.constant(new double[] {of.attribute("value_float").number}, false));
        }
        if (of.has("value_int")) {
            return List.of(of.graph.constant(new double[] {(double) of.attribute("value_int").whole}, true));
        }
        if (of.has("value_floats")) {
            final List<Double> numbers = of.attribute("value_floats").numbers;
            return List.of(of.graph.constant(
                    numbers.stream().mapToDouble(Double::doubleValue).toArray(), false, numbers.size()));
        }
        of.require(of.has("value_ints"), "has no number as its value");
        final List<Long> wholes = of.attribute("value_ints").wholes;
        return List.of(
                of.graph.constant(wholes.stream().mapToDouble(Long::doubleValue).toArray(), true, wholes.size()));
    }

    private static List<Value> filled(final Operands of) {
        final double[] sizes = of.constant(0);
        of.require(sizes.length <= OnnxReader.RANK_MAX, "has %d dimensions".formatted(sizes.length));
        final int[] shape =
                Arrays.stream(sizes).mapToInt(size -> of.size((long) size)).toArray();
        final Constant given = of.has("value") ? of.attribute("value").constant : null;
        of.require(
                given == null || (given.values != null && given.values.length == 1), "has no one number as its value");
        final Value value = of.graph.filled(given == null ? 0 : given.values[0], shape);
        return List.of(value.as(given != null && given.whole));
    }

    private static List<Value> range(final Operands of) {
        for (int i = 0; i < 3; i++) {
            of.require(of.constant(i).length == 1, "has no one number as input " + i);
        }
        final double start = of.constant(0)[0];
        final double step = of.constant(2)[0];
        final double count = Math.max(Math.ceil((of.constant(1)[0] - start) / step), 0);
        of.require(count <= RANGE_MAX, "has %s numbers".formatted(count));
        final double[] numbers = IntStream.range(0, (int) count)
                .mapToDouble(i -> start + i * step)
                .toArray();
        return List.of(of.graph.constant(numbers, of.value(0).isWhole(), numbers.length));
    }

    private static void comparison(
            final Map<String, Rule> rules, final String type, final DoubleBinaryOperator compare) {
        rules.put(type, of -> {
            final int[] shape = GraphBuilder.common(of.value(0), of.value(1));
            of.constant(0);
            of.constant(1);
            final double[] left = numbers(of, 0, shape);
            final double[] right = numbers(of, 1, shape);
            final double[] results = new double[left.length];
            for (int i = 0; i < results.length; i++) {
                results[i] = compare.applyAsDouble(left[i], right[i]);
            }
            return List.of(of.graph.constant(results, true, shape));
        });
    }

    private static double[] numbers(final Operands of, final int input, final int... shape) {
        return of.graph.stretched(of.value(input), shape).numbers();
    }

    private static List<Value> where(final Operands of) {
        of.constant(0);
        final int[] shape = GraphBuilder.common(of.value(0), of.value(1), of.value(2));
        final double[] choice = numbers(of, 0, shape);
        final Value first = of.graph.stretched(of.value(1), shape);
        final Value second = of.graph.stretched(of.value(2), shape);
        final Value both = of.graph.joined(List.of(first, second), 2 * choice.length);
        final int[] places = new int[choice.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = choice[i] != 0 ? i : choice.length + i;
        }
        return List.of(of.graph.pick(both, places, shape));
    }

    private static List<Value> pad(final Operands of) {
        of.require(of.text("mode", "constant").equals("constant"), "has a mode other than constant");
        final Value value = of.value(0);
        final int rank = value.rank();
        final long[] pads = of.wholes("pads", 1);
        of.require(pads != null && pads.length == 2 * rank && !of.has(AXES_OF_PADS), "has pads for other dimensions");
        final double number = of.number("value", 2, 0);
        Value padded = value;
        for (int axis = 0; axis < rank; axis++) {
            final int[] before = padded.shape();
            before[axis] = of.size(pads[axis]);
            final int[] after = padded.shape();
            after[axis] = of.size(pads[rank + axis]);
            if (before[axis] + after[axis] > 0) {
                padded = OrderRules.joined(
                        of, axis, List.of(of.graph.filled(number, before), padded, of.graph.filled(number, after)));
            }
        }
        return List.of(padded);
    }
}
