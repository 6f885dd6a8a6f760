package gaitd.policies.graph;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recognises dense layers in a row: such a policy can also be drawn and trained on. */
final class ChainOfLayers {
    private ChainOfLayers() {}

    /** The layers that lead from the one input to the output; null when there is anything else. */
    static ImportedNetwork read(final Node output, final List<Node> inputs) {
        final List<LayersFacts.Layer> layers = new ArrayList<>();
        final List<Node.Affine> products = new ArrayList<>();
        Node node = output;
        while (!(node instanceof Node.Input)) {
            Activation activation = Activation.IDENTITY;
            if (node instanceof final Node.Map map) {
                activation = map.function().activation(map.a(), map.b());
                node = map.source();
            }
            if (activation == null || !(node instanceof final Node.Affine product) || product.rows() != 1) {
                return null;
            }
            layers.addFirst(
                    new LayersFacts.Layer(LayersFacts.Type.DENSE, product.in(), product.bias().length, activation));
            products.addFirst(product);
            node = product.source();
        }
        if (inputs.size() != 1 || layers.isEmpty() || layers.size() > LayersFacts.LAYERS_MAX) {
            return null;
        }
        if (layers.stream().anyMatch(layer -> Math.max(layer.in(), layer.out()) > CellFacts.UNITS_MAX)) {
            return null;
        }
        final List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            final int out = products.get(i).bias().length;
            final int in = products.get(i).in();
            final double[] rows = new double[in * out];
            for (int k = 0; k < rows.length; k++) {
                rows[k] = products.get(i).weight()[k % in * out + k / in];
            }
            tensors.add(new Tensor(i + ".weight", new int[] {out, in}, rows));
            tensors.add(new Tensor(i + ".bias", new int[] {out}, products.get(i).bias()));
        }
        return new ImportedNetwork(new LayersFacts(layers), new Safetensors(tensors, Map.of()));
    }
}
