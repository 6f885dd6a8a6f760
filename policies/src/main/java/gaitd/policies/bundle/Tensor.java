package gaitd.policies.bundle;

import java.util.Arrays;

/** A named array of numbers, row by row. Immutable. */
public final class Tensor {
    private final String name;
    private final int[] shape;
    private final double[] values;

    /**
     * Made from copies of what is given.
     *
     * @param name its name in the state dictionary
     * @param shape sizes, first index slowest
     * @param values as many numbers as the product of the sizes
     * @throws IllegalArgumentException when there are more or fewer
     */
    public Tensor(final String name, final int[] shape, final double[] values) {
        int count = 1;
        for (final int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        if (count != values.length) {
            throw new IllegalArgumentException(
                    name + ": shape " + Arrays.toString(shape) + " with " + values.length + " values");
        }
        this.name = name;
        this.shape = shape.clone();
        this.values = values.clone();
    }

    /**
     * Its name.
     *
     * @return such as {@code rnn_cell.gleak}
     */
    public String name() {
        return name;
    }

    /**
     * Its sizes.
     *
     * @return a copy, first index slowest
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * How many numbers it has.
     *
     * @return the product of its sizes
     */
    public int size() {
        return values.length;
    }

    /**
     * Its numbers.
     *
     * @return a copy, row by row
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * One number.
     *
     * @param index counted row by row
     * @return its value
     */
    public double value(final int index) {
        return values[index];
    }

    /**
     * The same numbers under another name.
     *
     * @param other the name
     * @return the tensor
     */
    public Tensor named(final String other) {
        return new Tensor(other, shape, values);
    }

    boolean hasShape(final int... expected) {
        return Arrays.equals(shape, expected);
    }
}
