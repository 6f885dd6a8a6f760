package gaitd.policies.graph;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Nodes in their simplest form. */
final class Simplify {
    private static final Set<PlanOperator> SCALES =
            Set.of(PlanOperator.ADD, PlanOperator.SUBTRACT, PlanOperator.MULTIPLY, PlanOperator.DIVIDE);

    private Simplify() {}

    /** A combination as another node: part of a product, a swish or a function of one value; null when it is none of these. */
    static Node combine(final PlanOperator operator, final Node left, final Node right, final int count) {
        if (operator == PlanOperator.MULTIPLY) {
            final Node swish = swish(left, right) == null ? swish(right, left) : swish(left, right);
            if (swish != null) {
                return swish;
            }
        }
        if (right instanceof final Node.Constant constant && left.size() == count) {
            return withConstant(operator, left, constant.values());
        }
        if (left instanceof final Node.Constant constant && right.size() == count) {
            return switch (operator) {
                case ADD, MULTIPLY, MIN, MAX -> withConstant(operator, right, constant.values());
                case SUBTRACT ->
                    constant.size() == 1 ? new Node.Map(right, PlanFunction.LINEAR, -1, constant.values()[0]) : null;
                case DIVIDE, POWER -> null;
            };
        }
        return null;
    }

    /** x sigmoid(a x). */
    private static Node swish(final Node x, final Node gate) {
        if (!(gate instanceof final Node.Map sigmoid) || sigmoid.function() != PlanFunction.SIGMOID) {
            return null;
        }
        if (sigmoid.source().is(x)) {
            return new Node.Map(x, PlanFunction.SWISH, 1, 0);
        }
        final boolean scaled = sigmoid.source() instanceof final Node.Map inner
                && inner.source().is(x)
                && inner.function() == PlanFunction.LINEAR
                && inner.b() == 0;
        return scaled ? new Node.Map(x, PlanFunction.SWISH, ((Node.Map) sigmoid.source()).a(), 0) : null;
    }

    private static Node withConstant(final PlanOperator operator, final Node x, final double... values) {
        if (x instanceof final Node.Affine affine
                && SCALES.contains(operator)
                && (values.length == 1 || values.length == affine.bias().length)) {
            return scaled(operator, affine, values);
        }
        return values.length == 1 ? function(operator, x, values[0]) : null;
    }

    private static Node function(final PlanOperator operator, final Node x, final double value) {
        return switch (operator) {
            case ADD -> new Node.Map(x, PlanFunction.LINEAR, 1, value);
            case SUBTRACT -> new Node.Map(x, PlanFunction.LINEAR, 1, -value);
            case MULTIPLY -> new Node.Map(x, PlanFunction.LINEAR, value, 0);
            case DIVIDE -> new Node.Map(x, PlanFunction.LINEAR, 1 / value, 0);
            case MIN -> new Node.Map(x, PlanFunction.CLIP, Double.NEGATIVE_INFINITY, value);
            case MAX -> new Node.Map(x, PlanFunction.CLIP, value, Double.POSITIVE_INFINITY);
            case POWER -> new Node.Map(x, PlanFunction.POWER, value, 0);
        };
    }

    /** A product with a constant added to its results or multiplied by them. */
    private static Node scaled(final PlanOperator operator, final Node.Affine affine, final double... values) {
        final double[] weight = affine.weight().clone();
        final double[] bias = affine.bias().clone();
        final boolean adds = operator == PlanOperator.ADD || operator == PlanOperator.SUBTRACT;
        for (int i = 0; i < bias.length; i++) {
            final double value = values[values.length == 1 ? 0 : i];
            bias[i] = operator.of(bias[i], value);
            for (int k = i; k < weight.length && !adds; k += bias.length) {
                weight[k] = operator.of(weight[k], value);
            }
        }
        return new Node.Affine(affine.source(), weight, bias, affine.rows());
    }

    /** A product of constants. */
    static Node.Constant product(final Node.Affine affine) {
        final double[] x = ((Node.Constant) affine.source()).values();
        final int in = affine.in();
        final int out = affine.bias().length;
        final double[] y = new double[affine.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = affine.bias()[i % out];
            for (int k = 0; k < in; k++) {
                y[i] += x[i / out * in + k] * affine.weight()[k * out + i % out];
            }
        }
        return new Node.Constant(y);
    }

    /** Values in another order, taken from where they were first; the node itself when it stays as it is. Takes the arrays. */
    static Node gather(final List<Node> from, final int[] which, final int[] at) {
        final List<Node> sources = new ArrayList<>();
        final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
        boolean constant = true;
        for (int i = 0; i < at.length; i++) {
            Node node = from.get(which[i]);
            if (node instanceof final Node.Gather inner) {
                node = inner.sources().get(inner.which()[at[i]]);
                at[i] = inner.at()[at[i]];
            }
            which[i] = numbers.computeIfAbsent(node, any -> sources.size());
            if (which[i] == sources.size()) {
                sources.add(node);
            }
            constant &= node instanceof Node.Constant;
        }
        if (constant) {
            final double[] values = new double[at.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ((Node.Constant) sources.get(which[i])).values()[at[i]];
            }
            return new Node.Constant(values);
        }
        boolean same = sources.size() == 1 && sources.getFirst().size() == at.length;
        for (int i = 0; i < at.length && same; i++) {
            same = at[i] == i;
        }
        return same ? sources.getFirst() : new Node.Gather(List.copyOf(sources), which, at);
    }
}
