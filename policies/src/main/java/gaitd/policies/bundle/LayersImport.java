package gaitd.policies.bundle;

import gaitd.policies.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dense layers, perhaps behind an LSTM or GRU, from a state dictionary.
 *
 * <p>Dense layers named with numbers are taken in the order of the numbers; for others the fact {@code layer_order} is asked for.
 * The fact {@code prefix}, texts with commas between, leaves out every tensor that begins with none of them.
 */
final class LayersImport {
    private static final Pattern MEMORY = Pattern.compile("(.*\\.)?weight_ih_l([0-9]{1,2})");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\.)?([0-9]{1,3})");

    private final String kind;
    private final Safetensors source;
    private final GivenFacts facts;
    private final List<LayersFacts.Layer> layers = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<String> left;

    LayersImport(final String kind, final Safetensors source, final GivenFacts facts) {
        this.kind = kind;
        this.source = source;
        this.facts = facts;
        this.left = source.names();
        if (facts.has("prefix")) {
            final String[] prefixes = facts.ask("prefix").split(",");
            left.removeIf(name -> Arrays.stream(prefixes).noneMatch(name::startsWith));
        }
    }

    ImportedNetwork read() {
        if (!kind.equals("mlp")) {
            memories(kind.equals("lstm") ? LayersFacts.Type.LSTM : LayersFacts.Type.GRU);
        }
        final List<String> dense = dense();
        if (layers.isEmpty() && dense.isEmpty()) {
            throw new BundleException("there are no weights of an " + kind + "; there are " + source.names());
        }
        final Activation hidden = dense.size() > 1 ? activation("activation") : Activation.IDENTITY;
        final Activation last = dense.isEmpty() ? Activation.IDENTITY : activation("output_activation");
        for (int i = 0; i < dense.size(); i++) {
            final String name = dense.get(i);
            final int out = StateDict.size(source, name + ".weight", 0);
            final int in = StateDict.size(source, name + ".weight", 1);
            final int index = layers.size();
            take(name + ".weight", index + ".weight", null);
            take(name + ".bias", index + ".bias", new int[] {out});
            layers.add(new LayersFacts.Layer(LayersFacts.Type.DENSE, in, out, i == dense.size() - 1 ? last : hidden));
        }
        facts.conclude(kind);
        if (!left.isEmpty()) {
            throw new BundleException("tensors that are no part of an %s: %s (--fact prefix=... leaves out others)"
                    .formatted(kind, left));
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).in() != layers.get(i - 1).out()) {
                throw new BundleException("layer %d takes %d values, the one before gives %d: is the order right?"
                        .formatted(i, layers.get(i).in(), layers.get(i - 1).out()));
            }
        }
        return new ImportedNetwork(new LayersFacts(layers), new Safetensors(tensors, Map.of()));
    }

    private void memories(final LayersFacts.Type type) {
        final List<Matcher> found = new ArrayList<>();
        for (final String name : left) {
            final Matcher matcher = MEMORY.matcher(name);
            if (matcher.matches()) {
                found.add(matcher);
            }
        }
        found.sort(Comparator.comparingInt(matcher -> Integer.parseInt(matcher.group(2))));
        for (final Matcher matcher : found) {
            final String prefix = matcher.group(1) == null ? "" : matcher.group(1);
            final String suffix = "_l" + matcher.group(2);
            final int rows = StateDict.size(source, matcher.group(), 0);
            if (rows % type.gates != 0) {
                throw new BundleException("tensor %s has %d rows, expected a multiple of %d for an %s"
                        .formatted(matcher.group(), rows, type.gates, kind));
            }
            final int index = layers.size();
            for (final String part : new String[] {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
                take(prefix + part + suffix, index + "." + part, part.startsWith("bias") ? new int[] {rows} : null);
            }
            layers.add(new LayersFacts.Layer(
                    type, StateDict.size(source, matcher.group(), 1), rows / type.gates, Activation.IDENTITY));
        }
        if (found.isEmpty()) {
            throw new BundleException("there is no tensor weight_ih_l0; there are " + source.names());
        }
    }

    /** Names of the dense layers, in their order. */
    private List<String> dense() {
        final List<String> names = new ArrayList<>();
        boolean numbered = true;
        for (final String name : left) {
            if (name.endsWith(".weight")) {
                names.add(name.substring(0, name.length() - ".weight".length()));
                numbered &= NUMBERED.matcher(names.getLast()).matches();
            }
        }
        if (names.size() > 1 && (!numbered || facts.has("layer_order"))) {
            final List<String> ordered = List.of(facts.ask("layer_order").split(","));
            if (facts.has("layer_order") && (ordered.size() != names.size() || !ordered.containsAll(names))) {
                throw new BundleException(
                        "fact layer_order=%s: expected each of %s once".formatted(String.join(",", ordered), names));
            }
            return facts.has("layer_order") ? ordered : names;
        }
        if (numbered) {
            names.sort(Comparator.comparingInt(LayersImport::number));
        }
        return names;
    }

    private static int number(final String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }

    private void take(final String from, final String to, final int[] zeroShape) {
        final Tensor tensor = source.get(from);
        if (tensor == null && zeroShape != null) {
            tensors.add(new Tensor(to, zeroShape, new double[zeroShape[0]]));
            return;
        }
        StateDict.size(source, from, 0);
        left.remove(from);
        tensors.add(tensor.named(to));
    }

    private Activation activation(final String key) {
        final String text = facts.ask(key).toUpperCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("NONE")) {
            return Activation.IDENTITY;
        }
        for (final Activation activation : Activation.values()) {
            if (activation.name().equals(text)) {
                return activation;
            }
        }
        throw new FactsException("fact %s=%s: expected none, tanh, relu, elu, silu, gelu or sigmoid"
                .formatted(key, text.toLowerCase(Locale.ROOT)));
    }
}
