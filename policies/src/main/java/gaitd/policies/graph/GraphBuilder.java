package gaitd.policies.graph;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a graph operation by operation. What depends on no input is computed at once, in double; reorderings of reorderings become
 * one; scales and shifts of a product become part of it.
 *
 * <p>All arrays together have at most {@value #NUMBERS_MAX} numbers; a graph that needs more is refused.
 */
public final class GraphBuilder {
    /** Greatest number of numbers in all values and weights together. */
    public static final long NUMBERS_MAX = 1 << 25;

    private final List<Node> nodes = new ArrayList<>();
    private long numbers;

    /** Nodes, each after those it reads. */
    List<Node> nodes() {
        return nodes;
    }

    /** Counts numbers before there is memory for them. */
    private void take(final long count) {
        numbers += count;
        if (numbers > NUMBERS_MAX) {
            throw new BundleException("the graph needs more than " + NUMBERS_MAX + " numbers");
        }
    }

    private Value add(final Node node, final boolean whole, final int... shape) {
        nodes.add(node);
        return new Value(node, whole, shape);
    }

    /**
     * Values that come from outside.
     *
     * @param name of the input
     * @param shape its sizes
     * @return the value
     */
    public Value input(final String name, final int... shape) {
        take(Shapes.count(shape));
        return add(new Node.Input(name, Shapes.count(shape)), false, shape);
    }

    /**
     * Values that are kept from step to step, zeros at first.
     *
     * @param name of the state
     * @param shape its sizes
     * @return the value that the last step left
     */
    public Value state(final String name, final int... shape) {
        take(Shapes.count(shape));
        return add(new Node.State(name, Shapes.count(shape)), false, shape);
    }

    /**
     * Values that do not change.
     *
     * @param values as many as the shape has
     * @param whole whether they are of an integer type
     * @param shape their sizes
     * @return the value
     */
    public Value constant(final double[] values, final boolean whole, final int... shape) {
        take(values.length);
        if (values.length != Shapes.count(shape)) {
            throw new BundleException(
                    "%d values do not fill the shape %s".formatted(values.length, Arrays.toString(shape)));
        }
        return add(new Node.Constant(values.clone()), whole, shape);
    }

    /**
     * One number that is repeated.
     *
     * @param number the number
     * @param shape sizes
     * @return the value
     */
    public Value filled(final double number, final int... shape) {
        take(Shapes.count(shape));
        final double[] values = new double[Shapes.count(shape)];
        Arrays.fill(values, number);
        return add(new Node.Constant(values), false, shape);
    }

    /**
     * y = f(x), value by value.
     *
     * @param function f
     * @param a its first constant
     * @param b its second constant
     * @param x read
     * @return y, of the same shape
     */
    public Value map(final PlanFunction function, final double a, final double b, final Value x) {
        take(x.size());
        if (x.node() instanceof final Node.Constant constant) {
            final double[] values = constant.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = function.of(values[i], a, b);
            }
            return add(new Node.Constant(values), x.isWhole(), x.shape());
        }
        return add(new Node.Map(x.node(), function, a, b), false, x.shape());
    }

    /**
     * Two values to one, number by number; shapes are stretched to fit.
     *
     * @param operator the operation
     * @param left read
     * @param right read
     * @return the result
     */
    public Value combine(final PlanOperator operator, final Value left, final Value right) {
        final int[] shape = Shapes.common(left.shape(), right.shape());
        final int count = Shapes.count(shape);
        take(count);
        if (left.node() instanceof final Node.Constant a && right.node() instanceof final Node.Constant b) {
            final boolean whole = left.isWhole() && right.isWhole();
            final int[] aAt = Shapes.stretched(left.shape(), shape);
            final int[] bAt = Shapes.stretched(right.shape(), shape);
            final double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                final double value = operator.of(a.values()[aAt[i]], b.values()[bAt[i]]);
                values[i] = whole && operator == PlanOperator.DIVIDE ? (double) (long) value : value;
            }
            return add(new Node.Constant(values), whole, shape);
        }
        final Node simple = Simplify.combine(operator, left.node(), right.node(), count);
        if (simple != null) {
            return add(simple, false, shape);
        }
        return add(
                new Node.Combine(
                        operator,
                        stretched(left, shape).node(),
                        stretched(right, shape).node()),
                false,
                shape);
    }

    /**
     * The shape to which values are stretched together.
     *
     * @param values one or more
     * @return sizes, first index slowest
     * @throws BundleException when they do not fit
     */
    public static int[] common(final Value... values) {
        int[] shape = new int[0];
        for (final Value value : values) {
            shape = Shapes.common(shape, value.shape());
        }
        return shape;
    }

    /**
     * A value repeated along dimensions of size 1, or in front.
     *
     * @param x read
     * @param shape to be filled
     * @return the value in that shape
     */
    public Value stretched(final Value x, final int... shape) {
        if (Arrays.equals(x.shape(), shape)) {
            return x;
        }
        if (!Arrays.equals(Shapes.common(x.shape(), shape), shape)) {
            throw new BundleException("the shape %s does not stretch to %s"
                    .formatted(Arrays.toString(x.shape()), Arrays.toString(shape)));
        }
        take(Shapes.count(shape));
        return pick(x, Shapes.stretched(x.shape(), shape), shape);
    }

    /**
     * Numbers of a value in another order.
     *
     * @param x read
     * @param start place of the first number
     * @param shape of the result
     * @param steps distance in x of neighbours along each dimension of the result
     * @return the result
     */
    public Value walked(final Value x, final int start, final int[] shape, final int... steps) {
        take(Shapes.count(shape));
        return pick(x, Shapes.walk(start, shape, steps), shape);
    }

    /**
     * Numbers of a value by their places.
     *
     * @param x read
     * @param places of the numbers, one behind the other
     * @param shape of the result
     * @return the result
     */
    public Value pick(final Value x, final int[] places, final int... shape) {
        take(2L * places.length);
        return add(Simplify.gather(List.of(x.node()), new int[places.length], places.clone()), x.isWhole(), shape);
    }

    /**
     * Values one behind the other.
     *
     * @param parts their numbers in the order of the result
     * @param shape of the result
     * @return the result
     */
    public Value joined(final List<Value> parts, final int... shape) {
        final int count = Shapes.count(shape);
        take(2L * count);
        final int[] which = new int[count];
        final int[] at = new int[count];
        int next = 0;
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < parts.get(part).size(); i++) {
                which[next] = part;
                at[next++] = i;
            }
        }
        final boolean whole = parts.stream().allMatch(Value::isWhole);
        final List<Node> sources = parts.stream().map(Value::node).toList();
        return add(Simplify.gather(sources, which, at), whole, shape);
    }

    /**
     * The last dimension to one number.
     *
     * @param reduction how
     * @param x read, with one dimension or more
     * @return the result, its last dimension 1
     */
    public Value reduce(final PlanReduction reduction, final Value x) {
        final int size = x.dimension(-1);
        if (size < 1) {
            throw new BundleException("no values to reduce");
        }
        final int groups = x.size() / size;
        take(groups);
        final int[] shape = x.shape();
        shape[shape.length - 1] = 1;
        if (x.node() instanceof final Node.Constant constant) {
            final double[] values = new double[groups];
            for (int group = 0; group < groups; group++) {
                double running = reduction.start();
                for (int i = 0; i < size; i++) {
                    running = reduction.add(running, constant.values()[group * size + i]);
                }
                values[group] = reduction.end(running, size);
            }
            return add(new Node.Constant(values), x.isWhole(), shape);
        }
        return add(new Node.Reduce(reduction, x.node(), groups), false, shape);
    }

    /**
     * y = b + x W for every row of x. Products that share their array of weights share the bias too.
     *
     * @param x read, rows along its last dimension
     * @param weight one row an input; not to be changed afterwards
     * @param bias one number an output; not to be changed afterwards
     * @return y, its last dimension the outputs
     */
    public Value affine(final Value x, final double[] weight, final double... bias) {
        final int in = x.dimension(-1);
        if (in < 1 || bias.length < 1 || weight.length != in * bias.length) {
            throw new BundleException(
                    "%d weights and %d biases for rows of %d values".formatted(weight.length, bias.length, in));
        }
        final int rows = x.size() / in;
        take(weight.length + (long) rows * bias.length);
        final int[] shape = x.shape();
        shape[shape.length - 1] = bias.length;
        final Node.Affine node = new Node.Affine(x.node(), weight, bias, rows);
        return add(x.isConstant() ? Simplify.product(node) : node, false, shape);
    }
}
