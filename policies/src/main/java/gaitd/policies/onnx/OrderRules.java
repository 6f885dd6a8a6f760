package gaitd.policies.onnx;

import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes that take some of a value's numbers, or several values, in another order. */
final class OrderRules {
    private OrderRules() {}

    static void addTo(final Map<String, Rule> rules) {
        rules.put("Transpose", OrderRules::transpose);
        rules.put("Slice", OrderRules::slice);
        rules.put("Split", OrderRules::split);
        rules.put("Gather", OrderRules::gather);
        rules.put("Concat", OrderRules::concat);
        rules.put("Tile", OrderRules::tile);
    }

    private static List<Value> transpose(final Operands of) {
        final Value value = of.value(0);
        final int rank = value.rank();
        final long[] given = of.wholes("perm", Integer.MAX_VALUE);
        final int[] order = new int[rank];
        of.require(given == null || given.length == rank, "has an order of another number of dimensions");
        for (int i = 0; i < rank; i++) {
            order[i] = value.axis(given == null ? rank - 1 - i : given[i]);
        }
        of.require(Arrays.stream(order).distinct().count() == rank, "has a dimension twice in its order");
        return List.of(transposed(of, value, order));
    }

    /** A value with its dimensions in another order. */
    static Value transposed(final Operands of, final Value value, final int... order) {
        final int[] strides = strides(value);
        return of.graph.walked(
                value,
                0,
                Arrays.stream(order).map(value::dimension).toArray(),
                Arrays.stream(order).map(axis -> strides[axis]).toArray());
    }

    private static int[] strides(final Value value) {
        final int[] strides = new int[value.rank()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(value.dimension(i), 1);
        }
        return strides;
    }

    private static List<Value> slice(final Operands of) {
        final Value value = of.value(0);
        final long[] starts = of.wholes("starts", 1);
        final long[] ends = of.wholes("ends", 2);
        of.require(starts != null && ends != null && starts.length == ends.length, "has no starts and ends");
        final long[] given = of.wholes("axes", 3);
        final long[] axes =
                given == null ? IntStream.range(0, starts.length).asLongStream().toArray() : given;
        final long[] byInput = of.wholes("steps", 4);
        of.require(axes.length == starts.length, "has not as many axes as starts");
        of.require(byInput == null || byInput.length == starts.length, "has not as many steps as starts");
        final int[] shape = value.shape();
        final int[] strides = strides(value);
        int start = 0;
        for (int i = 0; i < starts.length; i++) {
            final int axis = value.axis(axes[i]);
            final int size = value.dimension(axis);
            final long step = byInput == null ? 1 : byInput[i];
            of.require(step != 0 && Math.abs((double) step) <= Integer.MAX_VALUE, "has the step " + step);
            final long from = bound(starts[i], size, step < 0 ? size - 1 : size);
            final long to = step < 0 ? Math.max(bound(ends[i], size, size - 1), -1) : bound(ends[i], size, size);
            final long low = Math.max(from, 0);
            final long count = step < 0 ? (low - to - step - 1) / -step : (Math.max(to, 0) - low + step - 1) / step;
            shape[axis] = Math.clamp(count, 0, size);
            if (shape[axis] > 0) {
                start += (int) low * strides[axis];
            }
            strides[axis] *= (int) step;
        }
        return List.of(of.graph.walked(value, Arrays.stream(shape).anyMatch(n -> n == 0) ? 0 : start, shape, strides));
    }

    /** A bound counted from the start, -1 where it lies before. */
    private static long bound(final long given, final int size, final int max) {
        final long at = given < 0 ? Math.max(given, Long.MIN_VALUE / 2) + size : given;
        return Math.clamp(at, -1, max);
    }

    private static List<Value> split(final Operands of) {
        final Value value = of.value(0);
        final int axis = value.axis(of.whole("axis", 0));
        final int size = value.dimension(axis);
        of.require(of.outputs() > 0, "has no outputs");
        long[] parts = of.wholes("split", 1);
        if (parts == null) {
            final int count = of.outputs();
            final int each = (size + count - 1) / count;
            parts = new long[count];
            for (int i = 0; i < count; i++) {
                parts[i] = Math.clamp((long) size - (long) i * each, 0, each);
            }
        }
        of.require(parts.length == of.outputs(), "has %d parts for %d outputs".formatted(parts.length, of.outputs()));
        final int[] strides = strides(value);
        final List<Value> values = new ArrayList<>();
        int at = 0;
        for (final long part : parts) {
            final int[] shape = value.shape();
            shape[axis] = of.size(part);
            of.require(at + (long) shape[axis] <= size, "has parts of more than " + size + " values");
            values.add(of.graph.walked(value, shape[axis] == 0 ? 0 : at * strides[axis], shape, strides));
            at += shape[axis];
        }
        return values;
    }

    private static List<Value> gather(final Operands of) {
        final Value value = of.value(0);
        final int axis = value.axis(of.whole("axis", 0));
        final int size = value.dimension(axis);
        final double[] indices = of.constant(1);
        final int stride = strides(value)[axis];
        final int[] before = Arrays.copyOf(value.shape(), axis);
        final int[] after = Arrays.copyOfRange(value.shape(), axis + 1, value.rank());
        final int outer = Arrays.stream(before).reduce(1, (a, b) -> a * b);
        final int[] shape = IntStream.concat(
                        IntStream.concat(
                                Arrays.stream(before), Arrays.stream(of.value(1).shape())),
                        Arrays.stream(after))
                .toArray();
        final int[] places = new int[of.size((long) outer * indices.length * stride)];
        int next = 0;
        for (int block = 0; block < outer; block++) {
            for (final double index : indices) {
                final double at = index < 0 ? index + size : index;
                of.require(at >= 0 && at < size, "has the index " + index + " of " + size);
                for (int i = 0; i < stride; i++) {
                    places[next++] = (block * size + (int) at) * stride + i;
                }
            }
        }
        return List.of(of.graph.pick(value, places, shape));
    }

    private static List<Value> concat(final Operands of) {
        final List<Value> parts = new ArrayList<>();
        for (int i = 0; i < of.inputs(); i++) {
            parts.add(of.value(i));
        }
        of.require(!parts.isEmpty(), "has no inputs");
        return List.of(joined(of, of.value(0).axis(of.whole("axis", 0)), parts));
    }

    /** Values one behind the other along a dimension. */
    static Value joined(final Operands of, final int axis, final List<Value> parts) {
        final Value first = parts.getFirst();
        final int[] order = IntStream.concat(
                        IntStream.of(axis), IntStream.range(0, first.rank()).filter(i -> i != axis))
                .toArray();
        final int[] back = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            back[order[i]] = i;
        }
        final List<Value> inFront = new ArrayList<>();
        long size = 0;
        for (final Value part : parts) {
            final int[] expected = first.shape();
            of.require(part.rank() == expected.length, "joins values of different numbers of dimensions");
            expected[axis] = part.dimension(axis);
            of.require(Arrays.equals(part.shape(), expected), "joins values whose other sizes differ");
            inFront.add(transposed(of, part, order));
            size += part.dimension(axis);
        }
        final int[] shape = inFront.getFirst().shape();
        shape[0] = of.size(size);
        return transposed(of, of.graph.joined(inFront, shape), back);
    }

    private static List<Value> tile(final Operands of) {
        final long[] repeats = of.wholes("repeats", 1);
        Value value = of.value(0);
        of.require(repeats != null && repeats.length == value.rank(), "has not one repeat for each dimension");
        for (int axis = 0; axis < repeats.length; axis++) {
            of.require(repeats[axis] >= 1 && repeats[axis] <= OnnxReader.NODES_MAX, "has the repeat " + repeats[axis]);
            value = joined(of, axis, Collections.nCopies((int) repeats[axis], value));
        }
        return List.of(value);
    }
}
