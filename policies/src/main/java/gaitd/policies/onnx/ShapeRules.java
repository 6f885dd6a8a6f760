package gaitd.policies.onnx;

import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes that change only the shape of a value, or tell it. */
final class ShapeRules {
    private static final long INT32 = 6;
    private static final long INT64 = 7;
    private static final long BOOL = 9;

    private ShapeRules() {}

    static void addTo(final Map<String, Rule> rules) {
        rules.put("Identity", of -> List.of(of.value(0)));
        rules.put("Dropout", of -> List.of(of.value(0)));
        rules.put("Cast", ShapeRules::cast);
        rules.put("Reshape", ShapeRules::reshape);
        rules.put("Flatten", ShapeRules::flatten);
        rules.put("Squeeze", ShapeRules::squeeze);
        rules.put("Unsqueeze", ShapeRules::unsqueeze);
        rules.put("Expand", ShapeRules::expand);
        rules.put("Shape", ShapeRules::shape);
        rules.put(
                "Size",
                of -> List.of(of.graph.constant(new double[] {of.value(0).size()}, true)));
    }

    private static List<Value> cast(final Operands of) {
        final Value value = of.value(0);
        final long type = of.whole("to", 0);
        if (type != INT32 && type != INT64 && type != BOOL) {
            return List.of(value.as(false));
        }
        of.require(value.isConstant(), "makes whole numbers of values that depend on the inputs");
        final double[] numbers = value.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type == BOOL ? numbers[i] != 0 ? 1 : 0 : (double) (long) numbers[i];
        }
        return List.of(of.graph.constant(numbers, true, value.shape()));
    }

    private static List<Value> reshape(final Operands of) {
        final Value value = of.value(0);
        final long[] wanted = of.wholes("shape", 1);
        of.require(wanted != null, "has no shape");
        final int[] shape = new int[wanted.length];
        long known = 1;
        int open = -1;
        for (int i = 0; i < shape.length; i++) {
            if (wanted[i] == -1) {
                of.require(open < 0, "has two sizes of -1");
                open = i;
            } else {
                final boolean kept = wanted[i] == 0 && of.whole("allowzero", 0) == 0;
                shape[i] = kept ? value.dimension(i) : of.size(wanted[i]);
                known = Math.min(known * shape[i], Integer.MAX_VALUE);
            }
        }
        if (open >= 0) {
            of.require(known > 0 && value.size() % known == 0, "divides " + value.size() + " values by " + known);
            shape[open] = (int) (value.size() / known);
        }
        return List.of(value.reshaped(shape));
    }

    private static List<Value> flatten(final Operands of) {
        final Value value = of.value(0);
        final long given = of.whole("axis", 1);
        final long axis = given < 0 ? given + value.rank() : given;
        of.require(axis >= 0 && axis <= value.rank(), "has the axis " + given);
        int front = 1;
        int back = 1;
        for (int i = 0; i < value.rank(); i++) {
            front *= i < axis ? value.dimension(i) : 1;
            back *= i < axis ? 1 : value.dimension(i);
        }
        return List.of(value.reshaped(front, back));
    }

    private static List<Value> squeeze(final Operands of) {
        final Value value = of.value(0);
        final long[] axes = of.wholes("axes", 1);
        final boolean[] gone = new boolean[value.rank()];
        for (int i = 0; i < gone.length && axes == null; i++) {
            gone[i] = value.dimension(i) == 1;
        }
        for (final long axis : axes == null ? new long[0] : axes) {
            of.require(value.dimension(axis) == 1, "takes away a dimension of size " + value.dimension(axis));
            gone[value.axis(axis)] = true;
        }
        return List.of(value.reshaped(IntStream.range(0, gone.length)
                .filter(i -> !gone[i])
                .map(value::dimension)
                .toArray()));
    }

    private static List<Value> unsqueeze(final Operands of) {
        final Value value = of.value(0);
        final long[] axes = of.wholes("axes", 1);
        of.require(axes != null && axes.length <= OnnxReader.RANK_MAX, "has no axes");
        final int rank = value.rank() + axes.length;
        final boolean[] added = new boolean[rank];
        for (final long axis : axes) {
            final long at = axis < 0 ? axis + rank : axis;
            of.require(at >= 0 && at < rank && !added[(int) at], "has the axes " + Arrays.toString(axes));
            added[(int) at] = true;
        }
        final List<Integer> shape = new ArrayList<>();
        int next = 0;
        for (final boolean one : added) {
            shape.add(one ? 1 : value.dimension(next++));
        }
        return List.of(value.reshaped(shape.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static List<Value> expand(final Operands of) {
        final Value value = of.value(0);
        final long[] wanted = of.wholes("shape", 1);
        of.require(wanted != null && wanted.length <= OnnxReader.RANK_MAX, "has no shape");
        final int[] shape = new int[Math.max(wanted.length, value.rank())];
        for (int i = 1; i <= shape.length; i++) {
            final int own = i <= value.rank() ? value.dimension(-i) : 1;
            final int other = i <= wanted.length ? of.size(wanted[wanted.length - i]) : 1;
            shape[shape.length - i] = other == 1 ? own : other;
        }
        return List.of(of.graph.stretched(value, shape));
    }

    private static List<Value> shape(final Operands of) {
        final Value value = of.value(0);
        final double[] shape = Arrays.stream(value.shape()).asDoubleStream().toArray();
        final int start = end(of.whole("start", 0), shape.length);
        final int end = end(of.whole("end", shape.length), shape.length);
        final double[] part = Arrays.copyOfRange(shape, Math.min(start, end), end);
        return List.of(of.graph.constant(part, true, part.length));
    }

    private static int end(final long given, final int size) {
        return Math.clamp(given < 0 ? given + size : given, 0, size);
    }
}
