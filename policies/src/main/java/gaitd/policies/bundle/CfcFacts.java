package gaitd.policies.bundle;

import gaitd.policies.cell.CfcSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CfC cell of {@code ncps} 1.0.1, wired or not.
 *
 * @param inputs input size
 * @param units neurons, all layers together
 * @param outputs output size
 * @param mode which equations
 * @param layerSizes neurons in the inter, command and motor layers; empty when the cell is not wired
 * @param backboneLayers hidden layers before the heads, 0 when wired
 * @param backboneUnits size of each
 * @param backboneActivation what follows each
 * @param backboneDropout true when it was trained with dropout, which shifts the numbers in the layers' names
 * @param projection whether a linear layer {@code fc} makes the output
 * @param mixedMemory whether a memory cell runs before
 * @param elapsedPerStep elapsed time given to the cell per policy step
 */
public record CfcFacts(
        int inputs,
        int units,
        int outputs,
        CfcSpec.Mode mode,
        List<Integer> layerSizes,
        int backboneLayers,
        int backboneUnits,
        Activation backboneActivation,
        boolean backboneDropout,
        boolean projection,
        boolean mixedMemory,
        double elapsedPerStep)
        implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "ncps-cfc";

    private static final int WIRED_LAYERS = 3;

    /** Copies the list. */
    public CfcFacts {
        layerSizes = List.copyOf(layerSizes);
    }

    static CfcFacts read(final TomlView table) {
        final CfcFacts spec = new CfcFacts(
                table.size("inputs", 1, UNITS_MAX),
                table.size("units", 1, UNITS_MAX),
                table.size("outputs", 1, UNITS_MAX),
                table.choice("mode", CfcSpec.Mode.class),
                table.sizes("layer_sizes", WIRED_LAYERS, 1, UNITS_MAX),
                table.size("backbone_layers", 0, 16),
                table.size("backbone_units", 0, UNITS_MAX),
                table.choice("backbone_activation", Activation.class),
                table.flag("backbone_dropout"),
                table.flag("projection"),
                table.flag("mixed_memory"),
                table.number("elapsed_per_step", 1e-6, 1e6));
        final int own = spec.ownOutputs();
        if (!spec.projection && spec.outputs != own) {
            table.problem("outputs", "%d, without projection the cell has %d".formatted(spec.outputs, own));
        }
        if (spec.wired()) {
            final int sum = spec.layerSizes.stream().mapToInt(Integer::intValue).sum();
            if (spec.layerSizes.size() != WIRED_LAYERS || sum != spec.units) {
                table.problem(
                        "layer_sizes",
                        "%s, expected 3 sizes that add up to units, %d".formatted(spec.layerSizes, spec.units));
                return null;
            }
            if (spec.backboneLayers != 0) {
                table.problem("backbone_layers", spec.backboneLayers + ", a wired cell has 0");
            }
        } else if (spec.backboneLayers > 0 && spec.backboneUnits == 0) {
            table.problem("backbone_units", "0, expected at least 1 for " + spec.backboneLayers + " layers");
            return null;
        }
        return spec.mode == null || spec.backboneActivation == null ? null : spec;
    }

    /**
     * Whether it has an inter, a command and a motor layer.
     *
     * @return true when layer sizes are given
     */
    public boolean wired() {
        return !layerSizes.isEmpty();
    }

    private int ownOutputs() {
        return wired() ? layerSizes.getLast() : units;
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND).put("inputs", inputs).put("units", units).put("outputs", outputs);
        text.put("mode", mode).sizes("layer_sizes", layerSizes);
        text.put("backbone_layers", backboneLayers).put("backbone_units", backboneUnits);
        text.put("backbone_activation", backboneActivation).put("backbone_dropout", backboneDropout);
        text.put("projection", projection).put("mixed_memory", mixedMemory).put("elapsed_per_step", elapsedPerStep);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, int[]> shapes() {
        final Map<String, int[]> shapes = new LinkedHashMap<>();
        if (wired()) {
            int from = inputs;
            for (int i = 0; i < layerSizes.size(); i++) {
                final int size = layerSizes.get(i);
                final String prefix = "rnn_cell.layer_" + i + ".";
                shapes.put(prefix + "sparsity_mask", new int[] {size, from + size});
                heads(shapes, prefix, from + size, size);
                from = size;
            }
        } else {
            int from = inputs + units;
            for (int i = 0; i < backboneLayers; i++) {
                linear(shapes, "rnn_cell.backbone." + backboneIndex(i), from, backboneUnits);
                from = backboneUnits;
            }
            heads(shapes, "rnn_cell.", from, units);
        }
        if (projection) {
            linear(shapes, "fc", ownOutputs(), outputs);
        }
        if (mixedMemory) {
            LtcFacts.memory(shapes, inputs, units);
        }
        return shapes;
    }

    /**
     * Number of a backbone layer in its tensors' names.
     *
     * @param layer 0 for the first
     * @return 0, 2, 4, ... without dropout; 0, 2, 5, 8, ... with it
     */
    public int backboneIndex(final int layer) {
        return backboneDropout && layer > 0 ? 3 * layer - 1 : 2 * layer;
    }

    private void heads(final Map<String, int[]> shapes, final String prefix, final int from, final int size) {
        linear(shapes, prefix + "ff1", from, size);
        if (mode == CfcSpec.Mode.PURE) {
            shapes.put(prefix + "w_tau", new int[] {1, size});
            shapes.put(prefix + "A", new int[] {1, size});
        } else {
            linear(shapes, prefix + "ff2", from, size);
            linear(shapes, prefix + "time_a", from, size);
            linear(shapes, prefix + "time_b", from, size);
        }
    }

    private static void linear(final Map<String, int[]> shapes, final String name, final int from, final int to) {
        shapes.put(name + ".weight", new int[] {to, from});
        shapes.put(name + ".bias", new int[] {to});
    }

    /** The facts as {@link NcpsImport} takes them. */
    Map<String, Object> importFacts() {
        final Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("model", wired() ? "WiredCfC" : "CfC");
        facts.put("in", (long) inputs);
        facts.put("units", (long) units);
        facts.put("out", (long) outputs);
        facts.put("mode", Words.lower(mode));
        facts.put("layer_sizes", layerSizes);
        facts.put("backbone_layers", (long) backboneLayers);
        facts.put("backbone_units", (long) backboneUnits);
        facts.put("backbone_activation", Words.lower(backboneLayers == 0 ? Activation.TANH : backboneActivation));
        facts.put("mixed_memory", mixedMemory);
        if (projection) {
            facts.put("proj_size", (long) outputs);
        }
        return facts;
    }
}
