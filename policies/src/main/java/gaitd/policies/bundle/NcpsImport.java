package gaitd.policies.bundle;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell and its parameters from the tensors of a PyTorch state dictionary (ncps 1.0.1 LTC and CfC, torch.nn LSTM and GRU) and
 * the facts that such a dictionary lacks.
 *
 * <p>Facts, with the names of the reference data: model, units, in, out, mixed_memory, proj_size; unfolds, eps,
 * implicit_param_constraints, input_mapping, output_mapping; mode, backbone_layers, backbone_units, backbone_activation;
 * layer_sizes. Every tensor must be used, every parameter be given.
 */
public final class NcpsImport {
    private static final int SIZE_LIMIT = 1 << 14;
    private static final int LAYER_LIMIT = 64;
    private static final int WIRED_LAYERS = 3;

    private final JsonFields facts;
    private final Safetensors tensors;
    private final List<String> unused;

    private NcpsImport(final JsonFields facts, final Safetensors tensors) {
        this.facts = facts;
        this.tensors = tensors;
        this.unused = tensors.names();
    }

    /** A cell with its parameters. */
    public static final class Imported {
        private final CellSpec spec;
        private final double[] parameters;

        Imported(final CellSpec spec, final double[] parameters) {
            this.spec = spec;
            this.parameters = parameters;
        }

        /**
         * Its specification.
         *
         * @return the specification
         */
        public CellSpec spec() {
            return spec;
        }

        /**
         * Its parameters, in the order of the cell's layout.
         *
         * @return a new array
         */
        public double[] parameters() {
            return parameters.clone();
        }
    }

    /**
     * Imports a cell.
     *
     * @param facts what the dictionary lacks
     * @param tensors the dictionary
     * @return the cell and its parameters
     * @throws FormatException when something is missing, left over or of another size
     */
    public static Imported of(final JsonFields facts, final Safetensors tensors) throws FormatException {
        return new NcpsImport(facts, tensors).read();
    }

    private Imported read() throws FormatException {
        final String model = facts.text("model");
        final int inputs = facts.integer("in", 1, SIZE_LIMIT);
        final int units = facts.integer("units", 1, SIZE_LIMIT);
        CellSpec spec = switch (model) {
            case "LTC" -> conductance(inputs, units);
            case "CfC" -> cfc(inputs, units);
            case "WiredCfC" -> wired(inputs);
            case "LSTM" -> new LstmSpec(inputs, units);
            case "GRU" -> new GruSpec(inputs, units);
            default -> throw new FormatException("model " + model + ": expected LTC, CfC, WiredCfC, LSTM or GRU");
        };
        if (facts.has("mixed_memory") && facts.flag("mixed_memory")) {
            spec = new MixedMemorySpec(spec);
        }
        if (facts.has("proj_size")) {
            spec = new ProjectedSpec(spec, facts.integer("proj_size", 1, SIZE_LIMIT));
        }
        final Cell<double[]> cell = spec.cell(DoubleKernels.INSTANCE);
        final double[] parameters = fill(cell.layout());
        if (!unused.isEmpty()) {
            throw new FormatException("tensors that a " + model + " does not have: " + unused);
        }
        return new Imported(spec, parameters);
    }

    private CellSpec conductance(final int inputs, final int units) throws FormatException {
        return new ConductanceSpec(
                mask("rnn_cell.sensory_sparsity_mask", inputs, units, false),
                mask("rnn_cell.sparsity_mask", units, units, false),
                facts.integer("out", 1, units),
                facts.integer("unfolds", 1, SIZE_LIMIT),
                facts.number("eps"),
                facts.flag("implicit_param_constraints"),
                mapping("input_mapping"),
                mapping("output_mapping"));
    }

    private Mapping mapping(final String key) throws FormatException {
        if (!facts.has(key)) {
            return Mapping.NONE;
        }
        return switch (facts.text(key)) {
            case "affine" -> Mapping.AFFINE;
            case "linear" -> Mapping.LINEAR;
            case "None" -> Mapping.NONE;
            default -> throw new FormatException(key + ": expected affine, linear or None");
        };
    }

    private CellSpec cfc(final int inputs, final int units) throws FormatException {
        return new CfcSpec(
                inputs,
                units,
                mode(),
                facts.integer("backbone_layers", 0, LAYER_LIMIT),
                facts.integer("backbone_units", 0, SIZE_LIMIT),
                activation());
    }

    private CfcSpec.Mode mode() throws FormatException {
        return switch (facts.text("mode")) {
            case "default" -> CfcSpec.Mode.DEFAULT;
            case "no_gate" -> CfcSpec.Mode.NO_GATE;
            case "pure" -> CfcSpec.Mode.PURE;
            default -> throw new FormatException("mode: expected default, no_gate or pure");
        };
    }

    private Activation activation() throws FormatException {
        return switch (facts.text("backbone_activation")) {
            case "silu" -> Activation.SILU;
            case "relu" -> Activation.RELU;
            case "tanh" -> Activation.TANH;
            case "gelu" -> Activation.GELU;
            case "lecun_tanh" -> Activation.LECUN_TANH;
            default -> throw new FormatException("backbone_activation: expected silu, relu, tanh, gelu or lecun_tanh");
        };
    }

    private CellSpec wired(final int inputs) throws FormatException {
        final double[] sizes = facts.vector("layer_sizes", WIRED_LAYERS);
        final Synapses[] patterns = new Synapses[WIRED_LAYERS];
        int before = inputs;
        for (int i = 0; i < WIRED_LAYERS; i++) {
            if (!(sizes[i] >= 1 && sizes[i] <= SIZE_LIMIT)) {
                throw new FormatException("layer_sizes: expected sizes from 1 to " + SIZE_LIMIT);
            }
            final int size = (int) sizes[i];
            patterns[i] = mask("rnn_cell.layer_" + i + ".sparsity_mask", before + size, size, true);
            before = size;
        }
        return new WiredCfcSpec(mode(), patterns);
    }

    /** A pattern from a tensor with one row a source, or one row a target. */
    private Synapses mask(final String name, final int sources, final int targets, final boolean targetRows)
            throws FormatException {
        final double[] values = take(name, sources * targets);
        final boolean[] there = new boolean[values.length];
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < targets; target++) {
                final int from = targetRows ? target * sources + source : source * targets + target;
                there[source * targets + target] = values[from] != 0;
            }
        }
        masks.add(new Mask(name, Synapses.of(there, sources, targets)));
        return masks.getLast().pattern();
    }

    private record Mask(String name, Synapses pattern) {}

    private final List<Mask> masks = new ArrayList<>();

    private double[] fill(final ParameterLayout layout) throws FormatException {
        final double[] parameters = new double[layout.size()];
        int backboneLayer = 0;
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            String name = tensorName(slice.name());
            if (name.startsWith("rnn_cell.backbone.")) {
                final String kind = name.substring(name.lastIndexOf('.'));
                name = "rnn_cell.backbone." + backboneIndex(backboneLayer) + kind;
                backboneLayer += kind.equals(".bias") ? 1 : 0;
            }
            copy(name, slice, parameters);
        }
        return parameters;
    }

    private static String tensorName(final String parameter) {
        final boolean outer = parameter.startsWith("lstm.") || parameter.startsWith("fc.") || parameter.contains("_l0");
        return outer ? parameter : "rnn_cell." + parameter;
    }

    /** Dropout shifts the numbers of the linear layers; the order stays. */
    private int backboneIndex(final int layer) throws FormatException {
        final String prefix = "rnn_cell.backbone.";
        final String suffix = ".weight";
        final int index = tensors.names().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .filter(digits -> digits.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .sorted()
                .skip(layer)
                .findFirst()
                .orElse(-1);
        if (index < 0) {
            throw new FormatException("backbone: fewer than " + (layer + 1) + " layers of weights");
        }
        return index;
    }

    private void copy(final String name, final ParameterLayout.Slice slice, final double[] parameters)
            throws FormatException {
        final Synapses pattern = patternOf(name);
        final boolean targetRows = name.endsWith(".weight") || name.startsWith("weight_");
        if (pattern == null && !targetRows) {
            System.arraycopy(take(name, slice.size()), 0, parameters, slice.offset(), slice.size());
            return;
        }
        final Synapses synapses = pattern == null ? Synapses.full(slice.rows(), slice.cols()) : pattern;
        final double[] values = take(name, synapses.sources() * synapses.targets());
        for (int k = 0; k < synapses.count(); k++) {
            final int source = synapses.source(k);
            final int target = synapses.target(k);
            parameters[slice.offset() + k] =
                    values[targetRows ? target * synapses.sources() + source : source * synapses.targets() + target];
        }
    }

    /** The mask that thins a tensor, or null. */
    private Synapses patternOf(final String name) {
        final int dot = name.lastIndexOf('.');
        for (final Mask mask : masks) {
            final String cell = mask.name().substring(0, mask.name().lastIndexOf('.') + 1);
            final boolean sensory = mask.name().endsWith("sensory_sparsity_mask");
            final String field = name.startsWith(cell) ? name.substring(cell.length()) : "";
            final boolean thinned = switch (field) {
                case "sigma", "mu", "w", "erev" -> !sensory;
                case "sensory_sigma", "sensory_mu", "sensory_w", "sensory_erev" -> sensory;
                case "ff1.weight", "ff2.weight" -> dot > 0;
                default -> false;
            };
            if (thinned) {
                return mask.pattern();
            }
        }
        return null;
    }

    private double[] take(final String name, final int length) throws FormatException {
        final double[] values = tensors.values(name);
        if (values.length != length) {
            throw new FormatException(name + ": " + values.length + " values, expected " + length);
        }
        unused.remove(name);
        return values;
    }
}
