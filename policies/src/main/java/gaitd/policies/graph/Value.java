package gaitd.policies.graph;

import gaitd.policies.bundle.BundleException;
import java.util.Arrays;

/** An array of numbers of a known shape in a graph. Immutable. */
public final class Value {
    private final Node node;
    private final int[] shape;
    private final boolean whole;

    Value(final Node node, final boolean whole, final int... shape) {
        this.node = node;
        this.whole = whole;
        this.shape = shape.clone();
    }

    Node node() {
        return node;
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
     * Number of dimensions.
     *
     * @return 0 for a single number
     */
    public int rank() {
        return shape.length;
    }

    /**
     * How many numbers it has.
     *
     * @return the product of its sizes
     */
    public int size() {
        return node.size();
    }

    /**
     * Size of a dimension.
     *
     * @param axis counted from 0, or from the end with -1 for the last
     * @return its size
     * @throws BundleException when there is no such dimension
     */
    public int dimension(final long axis) {
        return shape[axis(axis)];
    }

    /**
     * Place of a dimension.
     *
     * @param axis counted from 0, or from the end with -1 for the last
     * @return counted from 0
     * @throws BundleException when there is no such dimension
     */
    public int axis(final long axis) {
        final long at = axis < 0 ? axis + shape.length : axis;
        if (at < 0 || at >= shape.length) {
            throw new BundleException("axis %d of the shape %s".formatted(axis, Arrays.toString(shape)));
        }
        return (int) at;
    }

    /**
     * Whether its numbers do not change.
     *
     * @return true for constants and what is computed of them
     */
    public boolean isConstant() {
        return node instanceof Node.Constant;
    }

    /**
     * Whether its numbers are of an integer type.
     *
     * @return true for shapes and indices
     */
    public boolean isWhole() {
        return whole;
    }

    /**
     * Numbers of a constant.
     *
     * @return a copy
     * @throws BundleException when it depends on an input
     */
    public double[] numbers() {
        if (node instanceof final Node.Constant constant) {
            return constant.values().clone();
        }
        throw new BundleException("a value that depends on the inputs where a constant is expected");
    }

    /**
     * The same numbers in another shape.
     *
     * @param other as many numbers
     * @return the value
     * @throws BundleException when the numbers do not fill the shape
     */
    public Value reshaped(final int... other) {
        if (Shapes.count(other) != size()) {
            throw new BundleException("%d values do not fill the shape %s".formatted(size(), Arrays.toString(other)));
        }
        return new Value(node, whole, other);
    }

    /**
     * The same numbers as another type.
     *
     * @param integers whether the type is an integer one
     * @return the value
     */
    public Value as(final boolean integers) {
        return new Value(node, integers, shape);
    }
}
