package gaitd.policies.onnx;

import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Products with matrices and convolutions. */
final class LinearRules {
    private LinearRules() {}

    static void addTo(final Map<String, Rule> rules) {
        rules.put("MatMul", of -> List.of(product(of, of.value(0), of.value(1))));
        rules.put("Gemm", LinearRules::gemm);
        rules.put("Conv", LinearRules::convolution);
    }

    private static List<Value> gemm(final Operands of) {
        of.require(of.value(0).rank() == 2 && of.value(1).rank() == 2, "has factors that are no matrices");
        final Value left = of.whole("transA", 0) == 0 ? of.value(0) : OrderRules.transposed(of, of.value(0), 1, 0);
        final Value right = of.whole("transB", 0) == 0 ? of.value(1) : OrderRules.transposed(of, of.value(1), 1, 0);
        final Value scaled = times(of, of.number("alpha", 1), product(of, left, right));
        return List.of(
                of.has(2)
                        ? of.graph.combine(PlanOperator.ADD, scaled, times(of, of.number("beta", 1), of.value(2)))
                        : scaled);
    }

    private static Value times(final Operands of, final double factor, final Value value) {
        return factor == 1
                ? value
                : of.graph.combine(PlanOperator.MULTIPLY, value, of.graph.constant(new double[] {factor}, false));
    }

    /** A product of which one factor may be a constant matrix; of two others, number by number. */
    private static Value product(final Operands of, final Value left, final Value right) {
        of.require(left.rank() > 0 && right.rank() > 0, "has a factor without dimensions");
        final int inner = left.dimension(-1);
        final int rows = right.dimension(Math.max(right.rank() - 2, 0));
        of.require(inner == rows, "takes %d values, there are %d".formatted(rows, inner));
        if (right.isConstant() && right.rank() <= 2) {
            final int out = right.rank() == 2 ? right.dimension(1) : 1;
            final Value y = of.graph.affine(left, right.numbers(), new double[out]);
            return right.rank() == 2 ? y : y.reshaped(Arrays.copyOf(y.shape(), y.rank() - 1));
        }
        if (left.isConstant() && left.rank() == 2 && right.rank() == 2) {
            final Value turned =
                    product(of, OrderRules.transposed(of, right, 1, 0), OrderRules.transposed(of, left, 1, 0));
            return OrderRules.transposed(of, turned, 1, 0);
        }
        of.require(left.rank() > 1 && right.rank() > 1, "multiplies vectors that depend on the inputs");
        // rows of the left with columns of the right, in front of each other's dimensions
        final int[] wide = insert(left.shape(), left.rank() - 1, 1);
        final int[] order = IntStream.range(0, right.rank()).toArray();
        order[right.rank() - 1] = right.rank() - 2;
        order[right.rank() - 2] = right.rank() - 1;
        final Value columns = OrderRules.transposed(of, right, order);
        final Value each = of.graph.combine(
                PlanOperator.MULTIPLY,
                left.reshaped(wide),
                columns.reshaped(insert(columns.shape(), columns.rank() - 2, 1)));
        final Value sum = of.graph.reduce(PlanReduction.SUM, each);
        return sum.reshaped(Arrays.copyOf(sum.shape(), sum.rank() - 1));
    }

    private static int[] insert(final int[] shape, final int at, final int size) {
        final int[] longer = new int[shape.length + 1];
        for (int i = 0; i < longer.length; i++) {
            longer[i] = i < at ? shape[i] : i == at ? size : shape[i - 1];
        }
        return longer;
    }

    /** A convolution along one or two dimensions, as a product with every window. */
    private static List<Value> convolution(final Operands of) {
        final Value weight = of.value(1);
        final boolean line = of.value(0).rank() == 3;
        of.require(
                of.value(0).rank() == weight.rank() && (line || weight.rank() == 4), "is not over 1 or 2 dimensions");
        of.require(of.value(0).dimension(0) == 1, "has a batch of more than 1");
        of.require(of.text("auto_pad", "NOTSET").equals("NOTSET"), "has auto_pad");
        final Value x = line
                ? of.value(0).reshaped(of.value(0).dimension(1), 1, of.value(0).dimension(2))
                : of.value(0)
                        .reshaped(
                                of.value(0).dimension(1),
                                of.value(0).dimension(2),
                                of.value(0).dimension(3));
        final int[] kernel = {line ? 1 : weight.dimension(2), weight.dimension(-1)};
        final int[] pads = pair(of, "pads", 0, line);
        final int[] ends = ends(of, line);
        final int[] strides = pair(of, "strides", 1, line);
        final int[] dilations = pair(of, "dilations", 1, line);
        final int groups = of.size(of.whole("group", 1));
        final int channels = weight.dimension(1);
        final int outputs = weight.dimension(0);
        of.require(
                groups > 0 && channels > 0 && (long) groups * channels == x.dimension(0) && outputs % groups == 0,
                "has weights for other channels");
        final int[] size = new int[2];
        for (int i = 0; i < size.length; i++) {
            of.require(kernel[i] > 0 && strides[i] > 0 && dilations[i] > 0, "has a size of 0");
            final long room = (long) x.dimension(i + 1) + pads[i] + ends[i] - (kernel[i] - 1L) * dilations[i] - 1;
            of.require(room >= 0, "has a kernel that is wider than its input");
            size[i] = of.size(room / strides[i] + 1);
        }
        final Value zero = of.graph.constant(new double[1], false, 1);
        final Value padded = of.graph.joined(List.of(x, zero), x.size() + 1);
        final double[] weights = of.constant(1);
        final double[] biases = of.has(2) ? of.constant(2) : new double[outputs];
        of.require(biases.length == outputs, "has another number of biases than of channels");
        final int window = channels * kernel[0] * kernel[1];
        final int each = outputs / groups;
        final List<Value> results = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            final int[] places = new int[of.size((long) size[0] * size[1] * window)];
            int next = 0;
            for (int row = 0; row < size[0]; row++) {
                for (int col = 0; col < size[1]; col++) {
                    for (int k = 0; k < window; k++) {
                        final int channel = group * channels + k / (kernel[0] * kernel[1]);
                        final long y =
                                (long) row * strides[0] - pads[0] + (long) (k / kernel[1] % kernel[0]) * dilations[0];
                        final long z = (long) col * strides[1] - pads[1] + (long) (k % kernel[1]) * dilations[1];
                        final boolean inside = y >= 0 && y < x.dimension(1) && z >= 0 && z < x.dimension(2);
                        places[next++] =
                                inside ? (int) (((long) channel * x.dimension(1) + y) * x.dimension(2) + z) : x.size();
                    }
                }
            }
            final double[] columns = new double[window * each];
            final double[] bias = new double[each];
            for (int out = 0; out < each; out++) {
                bias[out] = biases[group * each + out];
                for (int k = 0; k < window; k++) {
                    columns[k * each + out] = weights[(group * each + out) * window + k];
                }
            }
            final Value windows = of.graph.pick(padded, places, size[0] * size[1], window);
            results.add(OrderRules.transposed(of, of.graph.affine(windows, columns, bias), 1, 0));
        }
        final Value all = OrderRules.joined(of, 0, results);
        return List.of(line ? all.reshaped(1, outputs, size[1]) : all.reshaped(1, outputs, size[0], size[1]));
    }

    private static int[] pair(final Operands of, final String key, final int otherwise, final boolean line) {
        final long[] given = of.wholes(key, Integer.MAX_VALUE);
        if (given == null) {
            return new int[] {otherwise, otherwise};
        }
        of.require(given.length >= (line ? 1 : 2), "has too few " + key);
        return line ? new int[] {otherwise, of.size(given[0])} : new int[] {of.size(given[0]), of.size(given[1])};
    }

    private static int[] ends(final Operands of, final boolean line) {
        final long[] pads = of.wholes("pads", Integer.MAX_VALUE);
        if (pads == null) {
            return new int[2];
        }
        of.require(pads.length == (line ? 2 : 4), "has %d pads".formatted(pads.length));
        return line ? new int[] {0, of.size(pads[1])} : new int[] {of.size(pads[2]), of.size(pads[3])};
    }
}
