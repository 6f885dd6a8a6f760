package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Collects the layers along a graph. Scales and shifts between layers are folded into the weights of the layer before,
 * where nothing lies between, or else into those of the next one.
 */
final class LayerStack {
    private static final double[] ONE = {1};
    private static final double[] ZERO = {0};

    private final List<LayersFacts.Layer> layers = new ArrayList<>();
    /** Weights and biases of each layer, as LayersFacts names them. */
    private final List<double[][]> weights = new ArrayList<>();
    /** Whether the last layer is linear with nothing behind it yet. */
    private boolean open;

    private double[] scale = ONE;
    private double[] shift = ZERO;

    /** Size of the current value, 0 when the input's size is not known yet. */
    int width() {
        return layers.isEmpty()
                ? Math.max(scale.length, shift.length) > 1 ? Math.max(scale.length, shift.length) : 0
                : layers.getLast().out();
    }

    /** y = W x + b; W one row an output. */
    void dense(final double[] weight, final double[] bias, final int in, final int out) {
        checkWidth(in);
        final double[] folded = bias.clone();
        final double[] scaled = fold(weight, folded, in);
        push(new LayersFacts.Layer(LayersFacts.Type.DENSE, in, out, Activation.IDENTITY), scaled, folded);
        open = true;
    }

    /** A memory layer with PyTorch's order of gates. */
    void memory(
            final LayersFacts.Type type,
            final double[] weightIn,
            final double[] weightState,
            final double[] biasIn,
            final double[] biasState,
            final int in,
            final int units) {
        checkWidth(in);
        final double[] folded = biasIn.clone();
        final double[] scaled = fold(weightIn, folded, in);
        push(new LayersFacts.Layer(type, in, units, Activation.IDENTITY), scaled, weightState, folded, biasState);
        open = false;
    }

    private void push(final LayersFacts.Layer layer, final double[]... arrays) {
        layers.add(layer);
        weights.add(arrays);
    }

    private void checkWidth(final int in) {
        if (in < 1 || (width() != 0 && width() != in)) {
            throw new BundleException("a layer takes %d values, there are %d".formatted(in, width()));
        }
    }

    /** Folds the pending scale and shift into a layer: returns W diag(scale), adds W shift to the bias. */
    private double[] fold(final double[] weight, final double[] bias, final int in) {
        final double[] scaled = weight.clone();
        for (int row = 0; row < bias.length; row++) {
            for (int col = 0; col < in; col++) {
                bias[row] += weight[row * in + col] * shift[shift.length == 1 ? 0 : col];
                scaled[row * in + col] *= scale[scale.length == 1 ? 0 : col];
            }
        }
        scale = ONE;
        shift = ZERO;
        return scaled;
    }

    /** x = factors x + terms; one number each, or as many as the value has. */
    void affine(final double[] factors, final double[] terms) {
        final int size = Math.max(factors.length, terms.length);
        if (size > 1 && width() != 0 && width() != size) {
            throw new BundleException("a constant has %d values, there are %d".formatted(size, width()));
        }
        if (open) {
            final double[][] arrays = weights.getLast();
            final int in = layers.getLast().in();
            for (int row = 0; row < arrays[1].length; row++) {
                final double factor = factors[factors.length == 1 ? 0 : row];
                for (int col = 0; col < in; col++) {
                    arrays[0][row * in + col] *= factor;
                }
                arrays[1][row] = arrays[1][row] * factor + terms[terms.length == 1 ? 0 : row];
            }
            return;
        }
        final int wide = Math.max(size, Math.max(scale.length, shift.length));
        final double[] newScale = new double[wide];
        final double[] newShift = new double[wide];
        for (int i = 0; i < wide; i++) {
            final double factor = factors[factors.length == 1 ? 0 : i];
            newScale[i] = scale[scale.length == 1 ? 0 : i] * factor;
            newShift[i] = shift[shift.length == 1 ? 0 : i] * factor + terms[terms.length == 1 ? 0 : i];
        }
        scale = newScale;
        shift = newShift;
    }

    /** Applies an activation to the current value. */
    void activate(final Activation activation) {
        if (!open) {
            identity();
        }
        final LayersFacts.Layer last = layers.removeLast();
        layers.add(new LayersFacts.Layer(last.type(), last.in(), last.out(), activation));
        open = false;
    }

    /** A dense layer of the pending scale and shift alone. */
    private void identity() {
        final int size = width();
        if (size == 0) {
            throw new BundleException("the size of the input is not known before the first layer");
        }
        final double[] diagonal = new double[size * size];
        for (int i = 0; i < size; i++) {
            diagonal[i * size + i] = 1;
        }
        dense(diagonal, new double[size], size, size);
    }

    private boolean waiting() {
        return Arrays.stream(scale).anyMatch(s -> s != 1)
                || Arrays.stream(shift).anyMatch(s -> s != 0);
    }

    ImportedNetwork network() {
        if (waiting()) {
            identity();
        }
        if (layers.isEmpty()) {
            throw new BundleException("the graph has no layer with weights");
        }
        final LayersFacts facts = new LayersFacts(layers);
        final List<Tensor> tensors = new ArrayList<>();
        final List<double[]> arrays = weights.stream().flatMap(Arrays::stream).toList();
        int next = 0;
        for (final Map.Entry<String, int[]> shape : facts.shapes().entrySet()) {
            tensors.add(new Tensor(shape.getKey(), shape.getValue(), arrays.get(next++)));
        }
        return new ImportedNetwork(facts, new Safetensors(tensors, Map.of()));
    }
}
