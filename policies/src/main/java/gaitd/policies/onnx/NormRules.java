package gaitd.policies.onnx;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums and means along dimensions, and what is normalised by them. */
final class NormRules {
    private static final double EPSILON = 1e-5;
    private static final long SOFTMAX_OF_ONE_AXIS = 13;

    private NormRules() {}

    static void addTo(final Map<String, Rule> rules) {
        reduction(rules, "ReduceSum", PlanReduction.SUM);
        reduction(rules, "ReduceMean", PlanReduction.MEAN);
        reduction(rules, "ReduceMax", PlanReduction.MAX);
        reduction(rules, "ReduceMin", PlanReduction.MIN);
        reduction(rules, "ReduceL1", PlanReduction.L1);
        reduction(rules, "ReduceL2", PlanReduction.L2);
        reduction(rules, "ReduceSumSquare", PlanReduction.SQUARES);
        rules.put("LayerNormalization", NormRules::layer);
        rules.put("BatchNormalization", NormRules::batch);
        rules.put("LpNormalization", NormRules::length);
        rules.put("Softmax", NormRules::softmax);
    }

    private static void reduction(final Map<String, Rule> rules, final String type, final PlanReduction reduction) {
        rules.put(type, of -> {
            final Value value = of.value(0);
            final long[] given = of.wholes("axes", 1);
            if ((given == null || given.length == 0) && of.whole("noop_with_empty_axes", 0) != 0) {
                return List.of(value);
            }
            final boolean all = given == null || given.length == 0;
            final boolean[] gone = new boolean[value.rank()];
            for (int i = 0; i < gone.length; i++) {
                gone[i] = all;
            }
            for (final long axis : all ? new long[0] : given) {
                gone[value.axis(axis)] = true;
            }
            final Value reduced = reduce(of, reduction, value, gone);
            final boolean kept = of.whole("keepdims", 1) != 0;
            return List.of(
                    kept
                            ? reduced
                            : reduced.reshaped(IntStream.range(0, gone.length)
                                    .filter(i -> !gone[i])
                                    .map(value::dimension)
                                    .toArray()));
        });
    }

    /** Some dimensions reduced to 1. */
    private static Value reduce(
            final Operands of, final PlanReduction reduction, final Value value, final boolean... gone) {
        final int[] order = IntStream.concat(
                        IntStream.range(0, gone.length).filter(i -> !gone[i]),
                        IntStream.range(0, gone.length).filter(i -> gone[i]))
                .toArray();
        final int[] shape = value.shape();
        int each = 1;
        for (int i = 0; i < gone.length; i++) {
            each *= gone[i] ? shape[i] : 1;
            shape[i] = gone[i] ? 1 : shape[i];
        }
        of.require(each > 0, "has no values to reduce");
        final Value last = OrderRules.transposed(of, value, order).reshaped(value.size() / each, each);
        return of.graph.reduce(reduction, last).reshaped(shape);
    }

    private static Value reduce(final Operands of, final PlanReduction reduction, final Value value, final int axis) {
        final boolean[] gone = new boolean[value.rank()];
        gone[axis] = true;
        return reduce(of, reduction, value, gone);
    }

    /** (x - mean) / sqrt(variance + epsilon), scaled and shifted. */
    private static List<Value> layer(final Operands of) {
        final Value x = of.value(0);
        final int axis = x.axis(of.whole("axis", -1));
        final boolean[] gone = new boolean[x.rank()];
        for (int i = axis; i < gone.length; i++) {
            gone[i] = true;
        }
        final Value centred = of.graph.combine(PlanOperator.SUBTRACT, x, reduce(of, PlanReduction.MEAN, x, gone));
        final Value square = of.graph.map(PlanFunction.POWER, 2, 0, centred);
        final Value variance = reduce(of, PlanReduction.MEAN, square, gone);
        final Value shifted = of.graph.map(PlanFunction.LINEAR, 1, of.number("epsilon", EPSILON), variance);
        final Value deviation = of.graph.map(PlanFunction.SQRT, 0, 0, shifted);
        final Value normal = of.graph.combine(PlanOperator.DIVIDE, centred, deviation);
        final Value scaled = of.graph.combine(PlanOperator.MULTIPLY, normal, of.value(1));
        return List.of(of.has(2) ? of.graph.combine(PlanOperator.ADD, scaled, of.value(2)) : scaled);
    }

    /** With the mean and variance of training, so that it is a scale and a shift of each channel. */
    private static List<Value> batch(final Operands of) {
        final Value x = of.value(0);
        of.require(of.whole("training_mode", 0) == 0, "is in training mode");
        of.require(x.rank() >= 2, "has an input of fewer than 2 dimensions");
        final double[] scale = of.constant(1);
        final double[] shift = of.constant(2);
        final double[] mean = of.constant(3);
        final double[] variance = of.constant(4);
        final int channels = x.dimension(1);
        of.require(
                scale.length == channels
                        && shift.length == channels
                        && mean.length == channels
                        && variance.length == channels,
                "has constants for other channels");
        for (int i = 0; i < channels; i++) {
            scale[i] /= Math.sqrt(variance[i] + of.number("epsilon", EPSILON));
            shift[i] -= mean[i] * scale[i];
        }
        final int[] shape = x.shape();
        Arrays.fill(shape, 1);
        shape[1] = channels;
        final Value scaled = of.graph.combine(PlanOperator.MULTIPLY, x, of.graph.constant(scale, false, shape));
        return List.of(of.graph.combine(PlanOperator.ADD, scaled, of.graph.constant(shift, false, shape)));
    }

    private static List<Value> length(final Operands of) {
        final Value x = of.value(0);
        final long p = of.whole("p", 2);
        of.require(p == 1 || p == 2, "has p=" + p);
        final Value length = reduce(of, p == 1 ? PlanReduction.L1 : PlanReduction.L2, x, x.axis(of.whole("axis", -1)));
        return List.of(of.graph.combine(PlanOperator.DIVIDE, x, length));
    }

    private static List<Value> softmax(final Operands of) {
        final Value x = of.value(0);
        final int axis = x.axis(of.whole("axis", of.opset >= SOFTMAX_OF_ONE_AXIS ? -1 : 1));
        of.require(
                of.opset >= SOFTMAX_OF_ONE_AXIS || axis == x.rank() - 1,
                "is of operator version %d over more than the last dimension".formatted(of.opset));
        final Value lower = of.graph.combine(PlanOperator.SUBTRACT, x, reduce(of, PlanReduction.MAX, x, axis));
        final Value power = of.graph.map(PlanFunction.EXP, 0, 0, lower);
        return List.of(of.graph.combine(PlanOperator.DIVIDE, power, reduce(of, PlanReduction.SUM, power, axis)));
    }
}
