package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.text.JsonFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateDictTest {
    private static Safetensors golden(final String name) throws IOException {
        try (InputStream in =
                StateDictTest.class.getResourceAsStream("/gaitd/policies/golden/cells/" + name + ".safetensors")) {
            return Safetensors.parse(in.readAllBytes());
        }
    }

    private static Safetensors bare(final Safetensors tensors) {
        return new Safetensors(tensors.all(), Map.of());
    }

    private static Safetensors dictionary(final Object... namesAndShapes) {
        final Random random = new Random(11);
        final List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            final int[] shape = (int[]) namesAndShapes[i + 1];
            final double[] values = random.doubles(shape.length == 1 ? shape[0] : (long) shape[0] * shape[1], -1, 1)
                    .toArray();
            tensors.add(new Tensor((String) namesAndShapes[i], shape, values));
        }
        return new Safetensors(tensors, Map.of());
    }

    private static String refusal(final String kind, final Safetensors tensors, final Map<String, String> facts) {
        return assertThrows(BundleException.class, () -> StateDict.read(kind, tensors, facts))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "ltc_full8_explicit, ncps-ltc",
        "ltc_mapping_linear_linear, ncps-ltc",
        "ltc_mapping_none_linear, ncps-ltc",
        "ltc_mixed_memory_full10, ncps-ltc",
        "ltc_ncp32_out12_in48_regular, ncps-ltc",
        "cfc_default_1x32_proj5, ncps-cfc",
        "cfc_default_2x16_silu, ncps-cfc",
        "cfc_default_nobackbone, ncps-cfc",
        "cfc_mixed_memory_1x32, ncps-cfc",
        "cfc_pure_1x32_lecun_tanh, ncps-cfc",
        "cfc_no_gate_2x16_relu, ncps-cfc",
        "cfc_wired_ncp24_default, ncps-cfc",
        "cfc_wired_ncp24_pure, ncps-cfc"
    })
    void takesTheReferenceNetworksAndRunsThem(final String name, final String kind) throws IOException {
        final Safetensors tensors = golden(name);
        final ImportedNetwork network = StateDict.read(kind, tensors, Map.of("elapsed_per_step", "0.5"));
        assertEquals(
                tensors.metadata().get("in"), Integer.toString(network.facts().inputs()));
        assertEquals(
                tensors.metadata().get("out"), Integer.toString(network.facts().outputs()));
        final Golden plain = BundleMaker.record(network, 1, new Networks(FloatKernels.INSTANCE));
        final Findings findings = new Findings();
        final PolicyCell fast = Networks.FASTEST.create(network.facts(), network.tensors());
        plain.check(plain.run(fast, network.facts().outputs()), findings);
        assertEquals(List.of(), findings.list());
    }

    @ParameterizedTest
    @CsvSource({"lstm_8_in5, lstm", "gru_16_in12, gru"})
    void memoryLayersGiveWhatTheCellAloneGives(final String name, final String kind) throws IOException {
        final Safetensors tensors = golden(name);
        final ImportedNetwork network = StateDict.read(kind, bare(tensors), Map.of());
        final NcpsImport.Imported alone = NcpsImport.of(
                new JsonFields(
                        "facts",
                        Map.of(
                                "model", tensors.metadata().get("model"),
                                "in", (long) network.facts().inputs(),
                                "units", (long) network.facts().outputs())),
                tensors);
        final var cell = alone.spec().cell(DoubleKernels.INSTANCE);
        cell.load(alone.parameters(), 0);
        final double[] state = new double[cell.states()];
        final double[] output = new double[cell.outputs()];
        final Golden recorded = BundleMaker.record(network, 3, Networks.FASTEST);
        final Golden exact = new Golden(1e-5, recorded.elapsed(), recorded.inputs(), new double[recorded.steps()][]);
        final double[][] expected = new double[recorded.steps()][];
        for (int k = 0; k < expected.length; k++) {
            cell.step(state, exact.inputs()[k], exact.elapsed()[k], output);
            expected[k] = output.clone();
        }
        final Findings findings = new Findings();
        new Golden(1e-5, exact.elapsed(), exact.inputs(), expected).check(recorded.outputs(), findings);
        assertEquals(List.of(), findings.list());
    }

    @Test
    void asksForAllFactsThatAreMissingAtOnce() throws IOException {
        assertEquals(
                "a state dictionary does not tell these facts of kind ncps-ltc: give --fact elapsed_per_step=..."
                        + " --fact eps=... --fact implicit_param_constraints=... --fact input_mapping=..."
                        + " --fact output_mapping=... --fact unfolds=...",
                refusal("ncps-ltc", bare(golden("ltc_full8_explicit")), Map.of()));
        assertTrue(refusal("ncps-ltc", bare(golden("ltc_mapping_none_linear")), Map.of("unfolds", "6"))
                .contains("give --fact elapsed_per_step=... --fact eps=..."));
        assertEquals(
                "a state dictionary does not tell these facts of kind ncps-cfc: give --fact backbone_activation=..."
                        + " --fact elapsed_per_step=... --fact mode=...",
                refusal("ncps-cfc", bare(golden("cfc_default_1x32_relu")), Map.of()));
        final Safetensors mlp = dictionary("0.weight", new int[] {5, 3}, "2.weight", new int[] {2, 5});
        assertTrue(refusal("mlp", mlp, Map.of()).endsWith("give --fact activation=... --fact output_activation=..."));
    }

    @Test
    void refusesFactsThatContradictTheTensorsOrHaveNoMeaning() throws IOException {
        final Safetensors ltc = golden("ltc_full8_explicit");
        assertTrue(refusal("ncps-ltc", ltc, Map.of("units", "9", "elapsed_per_step", "1"))
                .contains("fact units=9 contradicts the tensors, which say 8"));
        assertTrue(refusal("ncps-ltc", ltc, Map.of("colour", "red", "elapsed_per_step", "1"))
                .contains("facts that kind ncps-ltc does not have: colour"));
        assertTrue(refusal("ncps-ltc", ltc, Map.of("input_mapping", "linear", "elapsed_per_step", "1"))
                .contains("tensor rnn_cell.input_b: is no part of a cell of kind ncps-ltc"));
        assertTrue(refusal("ncps-ltc", ltc, Map.of("unfolds", "many", "elapsed_per_step", "1"))
                .contains("unfolds: many, expected a whole number"));
        assertTrue(refusal("transformer", ltc, Map.of()).contains("expected one of ncps-ltc, ncps-cfc, mlp"));
        assertTrue(refusal("ncps-cfc", ltc, Map.of()).contains("there is no tensor rnn_cell.ff1.weight"));
        assertTrue(refusal("lstm", ltc, Map.of()).contains("there is no tensor weight_ih_l0"));
        assertEquals(
                8,
                StateDict.read("ncps-ltc", ltc, Map.of("units", "8", "elapsed_per_step", "1"))
                        .tensors()
                        .get("rnn_cell.gleak")
                        .size());
    }

    @Test
    void takesDenseLayersInTheOrderOfTheirNumbers() {
        final Safetensors source = dictionary(
                "actor.10.weight",
                new int[] {2, 4},
                "actor.10.bias",
                new int[] {2},
                "actor.2.weight",
                new int[] {4, 5},
                "actor.2.bias",
                new int[] {4},
                "actor.0.weight",
                new int[] {5, 3},
                "actor.0.bias",
                new int[] {5},
                "critic.0.weight",
                new int[] {5, 3},
                "std",
                new int[] {2});
        final Map<String, String> facts = new LinkedHashMap<>(Map.of("activation", "elu", "output_activation", "none"));
        assertTrue(refusal("mlp", source, facts).contains("the one before gives")
                || refusal("mlp", source, facts).contains("tensors that are no part"));
        facts.put("prefix", "actor.");
        final ImportedNetwork network = StateDict.read("mlp", source, facts);
        assertEquals(
                new LayersFacts(List.of(
                        new LayersFacts.Layer(LayersFacts.Type.DENSE, 3, 5, Activation.ELU),
                        new LayersFacts.Layer(LayersFacts.Type.DENSE, 5, 4, Activation.ELU),
                        new LayersFacts.Layer(LayersFacts.Type.DENSE, 4, 2, Activation.IDENTITY))),
                network.facts());
        assertArrayEquals(
                source.get("actor.10.weight").values(),
                network.tensors().get("2.weight").values());
    }

    @Test
    void asksForTheOrderOfLayersWithoutNumbers() {
        final Safetensors source =
                dictionary("mu.weight", new int[] {2, 5}, "mu.bias", new int[] {2}, "body.weight", new int[] {5, 3});
        final Map<String, String> facts =
                new LinkedHashMap<>(Map.of("activation", "tanh", "output_activation", "none"));
        assertTrue(refusal("mlp", source, facts).endsWith("give --fact layer_order=..."));
        facts.put("layer_order", "mu,body");
        assertTrue(refusal("mlp", source, facts).contains("is the order right?"));
        facts.put("layer_order", "mu,mu");
        assertTrue(refusal("mlp", source, facts).contains("expected each of"));
        facts.put("layer_order", "body,mu");
        final ImportedNetwork network = StateDict.read("mlp", source, facts);
        assertArrayEquals(new double[5], network.tensors().get("0.bias").values());
        facts.put("activation", "softsign");
        assertTrue(refusal("mlp", source, facts).contains("fact activation=softsign: expected none, tanh"));
    }

    @Test
    void takesAMemoryWithDenseLayersBehind() {
        final Safetensors source = dictionary(
                "memory.rnn.weight_ih_l0",
                new int[] {16, 3},
                "memory.rnn.weight_hh_l0",
                new int[] {16, 4},
                "memory.rnn.bias_ih_l0",
                new int[] {16},
                "memory.rnn.bias_hh_l0",
                new int[] {16},
                "actor.0.weight",
                new int[] {5, 4},
                "actor.2.weight",
                new int[] {2, 5});
        final ImportedNetwork network =
                StateDict.read("lstm", source, Map.of("activation", "elu", "output_activation", "tanh"));
        assertEquals(3, network.facts().inputs());
        assertEquals(2, network.facts().outputs());
        assertEquals(20, BundleMaker.record(network, 1, Networks.FASTEST).steps());
    }

    @Test
    void refusesNetworksThatGiveNan() {
        final ImportedNetwork network = new ImportedNetwork(Examples.SPEC, Examples.tensors(Examples.SPEC, 1));
        final CellFactory nan = (facts, tensors) -> new PolicyCell() {
            @Override
            public void reset() {
                // no state
            }

            @Override
            public void step(final float[] input, final double elapsed, final float[] output) {
                output[0] = Float.NaN;
            }
        };
        assertTrue(assertThrows(BundleException.class, () -> BundleMaker.record(network, 1, nan))
                .getMessage()
                .contains("the network gives NaN"));
    }
}
