package gaitd.policies.graph;

import gaitd.policies.bundle.BundleException;
import java.util.Arrays;

/** Sizes of arrays, and which of their numbers an operation on them takes. */
final class Shapes {
    private Shapes() {}

    /** Product of sizes, {@link Integer#MAX_VALUE} when it is greater. */
    static int count(final int... shape) {
        long count = 1;
        for (final int size : shape) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        return (int) count;
    }

    /** Distances of neighbours along each dimension. */
    static int[] strides(final int... shape) {
        final int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(shape[i], 1);
        }
        return strides;
    }

    /** The shape of two shapes that are stretched to fit each other, sizes of 1 repeated. */
    static int[] common(final int[] left, final int[] right) {
        final int[] shape = new int[Math.max(left.length, right.length)];
        for (int i = 1; i <= shape.length; i++) {
            final int a = i <= left.length ? left[left.length - i] : 1;
            final int b = i <= right.length ? right[right.length - i] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new BundleException(
                        "the shapes %s and %s do not fit".formatted(Arrays.toString(left), Arrays.toString(right)));
            }
            shape[shape.length - i] = a == 1 ? b : a;
        }
        return shape;
    }

    /** Places of an array's numbers after it is stretched to a shape. */
    static int[] stretched(final int[] from, final int[] shape) {
        final int[] strides = strides(from);
        final int[] steps = new int[shape.length];
        for (int i = 1; i <= from.length; i++) {
            steps[shape.length - i] = from[from.length - i] == 1 ? 0 : strides[from.length - i];
        }
        return walk(0, shape, steps);
    }

    /** Places of the numbers at a start and steps along each dimension of a shape, the last one fastest. */
    static int[] walk(final int start, final int[] shape, final int... steps) {
        final int[] places = new int[count(shape)];
        final int[] index = new int[shape.length];
        int place = start;
        for (int i = 0; i < places.length; i++) {
            places[i] = place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += steps[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                place -= steps[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return places;
    }
}
