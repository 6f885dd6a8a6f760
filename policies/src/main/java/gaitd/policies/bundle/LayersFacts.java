package gaitd.policies.bundle;

import gaitd.policies.kernel.Activation;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers one after the other: an MLP, an LSTM or GRU, or a memory with dense layers around it.
 *
 * <p>Safetensors of layer k are {@code k.weight} and {@code k.bias} (dense), {@code k.weight_ih}, {@code k.weight_hh},
 * {@code k.bias_ih} and {@code k.bias_hh} (LSTM with gates i, f, g, o; GRU with gates r, z, n, as PyTorch has them).
 *
 * @param layers at least one; each takes what the one before gives
 */
public record LayersFacts(List<Layer> layers) implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "layers";

    /** Greatest number of layers. */
    public static final int LAYERS_MAX = 32;

    /** Kinds of layers. */
    public enum Type {
        /** Linear. */
        DENSE(1),
        /** Long short-term memory. */
        LSTM(4),
        /** Gated recurrent unit. */
        GRU(3);

        /** Rows of the weights for one unit. */
        public final int gates;

        Type(final int gates) {
            this.gates = gates;
        }
    }

    /**
     * One layer.
     *
     * @param type what it computes
     * @param in input size
     * @param out output size
     * @param activation what follows it; IDENTITY for LSTM and GRU
     */
    public record Layer(Type type, int in, int out, Activation activation) {}

    /** Copies the list. */
    public LayersFacts {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("no layers");
        }
    }

    static LayersFacts read(final TomlView table) {
        final List<TomlView> views = table.tables("layer", LAYERS_MAX);
        final List<Layer> layers = new ArrayList<>();
        for (final TomlView view : views) {
            final Layer layer = new Layer(
                    view.choice("type", Type.class),
                    view.size("in", 1, UNITS_MAX),
                    view.size("out", 1, UNITS_MAX),
                    view.choice("activation", Activation.class));
            view.end();
            if (layer.type == null || layer.activation == null) {
                return null;
            }
            if (layer.type != Type.DENSE && layer.activation != Activation.IDENTITY) {
                view.problem("activation", Words.lower(layer.activation) + ", a memory layer has none");
            }
            if (!layers.isEmpty() && layers.getLast().out != layer.in) {
                view.problem("in", "%d, the layer before gives %d".formatted(layer.in, layers.getLast().out));
            }
            layers.add(layer);
        }
        return layers.isEmpty() ? null : new LayersFacts(layers);
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND);
        for (final Layer layer : layers) {
            text.table("[[cell.layer]]")
                    .put("type", layer.type)
                    .put("in", layer.in)
                    .put("out", layer.out);
            text.put("activation", layer.activation);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int inputs() {
        return layers.getFirst().in;
    }

    @Override
    public int outputs() {
        return layers.getLast().out;
    }

    @Override
    public double elapsedPerStep() {
        return 1;
    }

    @Override
    public Map<String, int[]> shapes() {
        final Map<String, int[]> shapes = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            final Layer layer = layers.get(i);
            final int rows = layer.type.gates * layer.out;
            if (layer.type == Type.DENSE) {
                shapes.put(i + ".weight", new int[] {rows, layer.in});
                shapes.put(i + ".bias", new int[] {rows});
            } else {
                shapes.put(i + ".weight_ih", new int[] {rows, layer.in});
                shapes.put(i + ".weight_hh", new int[] {rows, layer.out});
                shapes.put(i + ".bias_ih", new int[] {rows});
                shapes.put(i + ".bias_hh", new int[] {rows});
            }
        }
        return shapes;
    }
}
