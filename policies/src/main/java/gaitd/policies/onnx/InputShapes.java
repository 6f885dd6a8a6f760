package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.onnx.OnnxGraph.Constant;
import gaitd.policies.onnx.OnnxGraph.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Sizes of inputs: sizes that are left open are 1, but the last one is that of the first constant that the input meets. */
final class InputShapes {
    private static final Set<String> PASSED =
            Set.of("Identity", "Cast", "Flatten", "Relu", "Elu", "Tanh", "Sigmoid", "Dropout", "Clip");

    private InputShapes() {}

    static int[] of(final OnnxGraph graph, final String input) {
        final long[] given = graph.shapes.getOrDefault(input, new long[] {-1, -1});
        final int[] shape = new int[given.length];
        for (int i = 0; i < shape.length; i++) {
            if (given[i] > Integer.MAX_VALUE) {
                throw new BundleException("input '%s' has the shape %s".formatted(input, Arrays.toString(given)));
            }
            shape[i] = (int) Math.max(given[i], 1);
        }
        if (shape.length > 0 && given[shape.length - 1] <= 0) {
            shape[shape.length - 1] = met(graph, input);
        }
        return shape;
    }

    private static int met(final OnnxGraph graph, final String input) {
        final Set<String> same = new HashSet<>(Set.of(input));
        for (final Node node : graph.nodes) {
            final boolean first = same.contains(node.input(0));
            if (first && PASSED.contains(node.type)) {
                same.add(node.output(0));
            }
            final Constant constant = graph.constants.get(node.input(first ? 1 : 0));
            if (constant == null || !(first || same.contains(node.input(1)))) {
                continue;
            }
            final int rank = constant.shape.length;
            switch (node.type) {
                case "MatMul", "Gemm" -> {
                    final boolean turned =
                            node.attributes.containsKey("transB") && node.attributes.get("transB").whole != 0;
                    if (first && rank == 2) {
                        return constant.shape[turned ? 1 : 0];
                    }
                }
                case "Add", "Sub", "Mul", "Div" -> {
                    if (rank > 0 && constant.shape[rank - 1] > 1) {
                        return constant.shape[rank - 1];
                    }
                    same.add(node.output(0));
                }
                default -> {
                    // tells no size
                }
            }
        }
        throw new BundleException("the size of input '" + input + "' is not given in the model");
    }
}
