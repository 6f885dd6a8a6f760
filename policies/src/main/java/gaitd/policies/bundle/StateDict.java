package gaitd.policies.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Networks from PyTorch state dictionaries: LTC and CfC of {@code ncps} 1.0.1, MLP, LSTM and GRU of {@code torch.nn}.
 *
 * <p>Facts that follow from the tensors are read from them; all missing ones are named in one refusal. Facts noted in the file's
 * metadata count as given.
 */
public final class StateDict {
    /** Kinds that can be imported. */
    public static final List<String> KINDS = List.of("ncps-ltc", "ncps-cfc", "mlp", "lstm", "gru");

    private static final String CELL = "rnn_cell.";

    private StateDict() {}

    /**
     * Imports a network.
     *
     * @param kind one of {@link #KINDS}
     * @param tensors the dictionary
     * @param given facts by name
     * @return the network, its shapes checked
     * @throws FactsException when a fact is missing, unknown or contradicts the tensors
     * @throws BundleException when a tensor is missing, left over or of another shape
     */
    public static ImportedNetwork read(final String kind, final Safetensors tensors, final Map<String, String> given) {
        final GivenFacts facts = new GivenFacts(given, noted(tensors.metadata()));
        final ImportedNetwork network = switch (kind) {
            case "ncps-ltc" -> ltc(tensors, facts);
            case "ncps-cfc" -> cfc(tensors, facts);
            case "mlp", "lstm", "gru" -> new LayersImport(kind, tensors, facts).read();
            default -> throw new FactsException("kind " + kind + ": expected one of " + String.join(", ", KINDS));
        };
        final Findings findings = new Findings();
        BundleCheck.checkShapes(network.facts(), network.tensors(), findings);
        findings.throwIfAny();
        return network;
    }

    private static Map<String, String> noted(final Map<String, String> metadata) {
        final Map<String, String> noted = new HashMap<>();
        for (final String key : new String[] {
            "unfolds",
            "eps",
            "implicit_param_constraints",
            "input_mapping",
            "output_mapping",
            "mode",
            "backbone_activation"
        }) {
            if (metadata.containsKey(key)) {
                noted.put(key, metadata.get(key).toLowerCase(Locale.ROOT));
            }
        }
        if (metadata.containsKey("out")) {
            noted.put("outputs", metadata.get("out"));
        }
        return noted;
    }

    private static ImportedNetwork ltc(final Safetensors tensors, final GivenFacts facts) {
        facts.derive("units", size(tensors, CELL + "gleak", 0));
        facts.derive("inputs", size(tensors, CELL + "sensory_w", 0));
        if (tensors.has(CELL + "output_w")) {
            facts.derive("outputs", size(tensors, CELL + "output_w", 0));
        } else {
            facts.pass("outputs");
        }
        facts.derive("mixed_memory", tensors.has("lstm.input_map.weight"));
        for (final String key : new String[] {
            "unfolds", "eps", "implicit_param_constraints", "input_mapping", "output_mapping", "elapsed_per_step"
        }) {
            facts.pass(key);
        }
        facts.conclude(LtcFacts.KIND);
        return new ImportedNetwork(facts.facts(LtcFacts.KIND), tensors);
    }

    private static ImportedNetwork cfc(final Safetensors tensors, final GivenFacts facts) {
        final boolean wired = tensors.has(CELL + "layer_0.ff1.weight");
        final int outputs;
        if (wired) {
            final int[] sizes = new int[3];
            int units = 0;
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = size(tensors, CELL + "layer_" + i + ".ff1.weight", 0);
                units += sizes[i];
            }
            facts.derive("layer_sizes", GivenFacts.list(sizes));
            facts.derive("units", units);
            facts.derive("inputs", size(tensors, CELL + "layer_0.ff1.weight", 1) - sizes[0]);
            backbone(List.of(), tensors, facts);
            outputs = sizes[2];
        } else {
            final int units = size(tensors, CELL + "ff1.weight", 0);
            final List<Integer> numbers = backboneNumbers(tensors);
            final String first = numbers.isEmpty() ? "ff1" : "backbone." + numbers.getFirst();
            facts.derive("layer_sizes", "[]");
            facts.derive("units", units);
            facts.derive("inputs", size(tensors, CELL + first + ".weight", 1) - units);
            backbone(numbers, tensors, facts);
            outputs = units;
        }
        final boolean projection = tensors.has("fc.weight");
        facts.derive("projection", projection);
        facts.derive("outputs", projection ? size(tensors, "fc.weight", 0) : outputs);
        facts.derive("mixed_memory", tensors.has("lstm.input_map.weight"));
        facts.pass("mode");
        facts.pass("elapsed_per_step");
        facts.conclude(CfcFacts.KIND);
        return new ImportedNetwork(facts.facts(CfcFacts.KIND), tensors);
    }

    private static void backbone(final List<Integer> numbers, final Safetensors tensors, final GivenFacts facts) {
        facts.derive("backbone_layers", numbers.size());
        facts.derive("backbone_dropout", numbers.size() > 2 && numbers.get(2) == 5);
        if (numbers.isEmpty()) {
            facts.put("backbone_units", "0");
            facts.put("backbone_activation", "\"identity\"");
        } else {
            facts.derive("backbone_units", size(tensors, CELL + "backbone." + numbers.getFirst() + ".weight", 0));
            facts.pass("backbone_activation");
        }
    }

    private static List<Integer> backboneNumbers(final Safetensors tensors) {
        final List<Integer> numbers = new ArrayList<>();
        for (final String name : tensors.names()) {
            if (name.matches("rnn_cell\\.backbone\\.[0-9]{1,3}\\.weight")) {
                numbers.add(Integer.valueOf(name.replaceAll("[^0-9]", "")));
            }
        }
        numbers.sort(null);
        return numbers;
    }

    static int size(final Safetensors tensors, final String name, final int dimension) {
        final Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new BundleException("there is no tensor %s; there are %s".formatted(name, tensors.names()));
        }
        final int[] shape = tensor.shape();
        if (shape.length <= dimension) {
            throw new BundleException("tensor %s has %d dimensions, expected more".formatted(name, shape.length));
        }
        return shape[dimension];
    }
}
