package gaitd.policies.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.StateDict;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.container.PickleWriter.Module;
import gaitd.policies.container.PickleWriter.Stored;
import gaitd.policies.kernel.Activation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TorchFileTest {
    private static final String NN = "__torch__.torch.nn.modules.";
    private static final Map<String, String> FACTS = Map.of("activation", "elu", "output_activation", "none");

    private final Map<String, byte[]> storages = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    private static Map<String, Object> fields(final Object... pairs) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** A tensor of random numbers, remembered under its name. */
    private Stored tensor(final String name, final int... shape) {
        int count = 1;
        for (final int size : shape) {
            count *= size;
        }
        final double[] values = WeightArchives.random(storages.size(), count);
        final String entry = Integer.toString(storages.size());
        storages.put(entry, WeightArchives.floats(values));
        tensors.add(new Tensor(name, shape, values));
        return Stored.rows(entry, shape);
    }

    private Module linear(final String name, final int in, final int out) {
        return new Module(
                NN + "linear.___torch_mangle_" + storages.size() + ".Linear",
                fields(
                        "weight",
                        tensor(name + ".weight", out, in),
                        "bias",
                        tensor(name + ".bias", out),
                        "training",
                        false));
    }

    private static Module module(final String type) {
        return new Module(NN + type, fields("training", true, "_is_full_backward_hook", null));
    }

    private Module actor(final int in) {
        return new Module(
                NN + "container.Sequential",
                fields(
                        "training",
                        false,
                        "0",
                        linear("actor.0", in, 7),
                        "1",
                        module("activation.ELU"),
                        "2",
                        linear("actor.2", 7, 3)));
    }

    private Safetensors dictionary() {
        return new Safetensors(tensors, Map.of());
    }

    private static void same(final ImportedNetwork expected, final ImportedNetwork given) {
        final PolicyCell one = Networks.FASTEST.create(expected.facts(), expected.tensors());
        final PolicyCell other = Networks.FASTEST.create(given.facts(), given.tensors());
        final float[] input = new float[expected.facts().inputs()];
        final float[] a = new float[expected.facts().outputs()];
        final float[] b = new float[given.facts().outputs()];
        final Random random = new Random(3);
        for (int step = 0; step < 20; step++) {
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) random.nextGaussian();
            }
            one.step(input, 1, a);
            other.step(input, 1, b);
            assertArrayEquals(a, b, 2e-6f, "step " + step);
        }
    }

    private String refusal(final Object root) {
        final String line = assertThrows(
                        BundleException.class,
                        () -> TorchFile.read(WeightArchives.torch(root, storages), null, Map.of()))
                .getMessage();
        assertEquals(1, line.lines().count());
        return line;
    }

    @Test
    void aSequentialModuleHasAllFacts() {
        final byte[] file = WeightArchives.torch(actor(5), storages);
        assertEquals(FileKind.TORCH, FileKind.of(file));
        same(StateDict.read("mlp", dictionary(), FACTS), TorchFile.read(file, null, Map.of()));
    }

    @Test
    void anExportedPolicyMayHaveAMemory() {
        for (final String kind : List.of("LSTM", "GRU")) {
            storages.clear();
            tensors.clear();
            final int rows = kind.equals("LSTM") ? 16 : 12;
            final Map<String, Object> memory = fields("training", false);
            memory.put("weight_ih_l0", tensor("memory.weight_ih_l0", rows, 5));
            memory.put("weight_hh_l0", tensor("memory.weight_hh_l0", rows, 4));
            memory.put("bias_ih_l0", tensor("memory.bias_ih_l0", rows));
            memory.put("bias_hh_l0", tensor("memory.bias_hh_l0", rows));
            final Module root = new Module(
                    "__torch__.exporter.Policy",
                    fields(
                            "actor",
                            actor(4),
                            "normalizer",
                            module("linear.Identity"),
                            "memory",
                            new Module(NN + "rnn." + kind, memory)));
            final ImportedNetwork expected =
                    StateDict.read(kind.toLowerCase(java.util.Locale.ROOT), dictionary(), FACTS);
            same(expected, TorchFile.read(WeightArchives.torch(root, storages), null, Map.of()));
        }
    }

    @Test
    void theTextOfAClassTellsTheConstantOfItsFunction() {
        final Module actor = actor(5);
        final byte[] plain = WeightArchives.torch(actor, storages);
        final Map<String, byte[]> more = new HashMap<>(storages);
        more.put(
                "code/__torch__/torch/nn/modules/activation.py",
                "class ReLU(Module):\n  def forward(self, input):\n    return f(input, 9., )\nclass ELU(Module):\n  def forward(self, input):\n    return _0(input, 0.5, False, )\n"
                        .getBytes(StandardCharsets.UTF_8));
        final byte[] half = WeightArchives.torch(actor, more);
        assertEquals(
                Activation.ELU,
                ((LayersFacts) TorchFile.read(plain, null, Map.of()).facts())
                        .layers()
                        .getFirst()
                        .activation());
        assertEquals("graph", TorchFile.read(half, null, Map.of()).facts().kind());
    }

    @Test
    void aNormaliserIsPartOfThePolicy() {
        final Module normaliser = new Module(
                "__torch__.rsl_rl.modules.normalizer.EmpiricalNormalization",
                fields("_mean", tensor("mean", 1, 5), "_std", tensor("std", 1, 5), "eps", 0.01));
        final double[] mean = tensors.get(0).values();
        final double[] deviation = tensors.get(1).values();
        final Module root = new Module("__torch__.Exporter", fields("normalizer", normaliser, "actor", actor(5)));
        final ImportedNetwork network = TorchFile.read(WeightArchives.torch(root, storages), null, Map.of());
        final ImportedNetwork bare =
                TorchFile.read(WeightArchives.torch(root.fields().get("actor"), storages), null, Map.of());
        final float[] input = {0.1f, -0.5f, 2, 0.7f, -1};
        final float[] normal = new float[5];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) ((input[i] - mean[i]) / (deviation[i] + 0.01));
        }
        final float[] expected = new float[3];
        final float[] given = new float[3];
        Networks.FASTEST.create(bare.facts(), bare.tensors()).step(normal, 1, expected);
        Networks.FASTEST.create(network.facts(), network.tensors()).step(input, 1, given);
        assertArrayEquals(expected, given, 1e-5f);
    }

    /** Six observations, an estimate of four, and an actor that is given three of the first and the second in two parts. */
    @Test
    void anActorIsGivenWhatTheFactTells() {
        final Module encoder = new Module(
                NN + "container.Sequential", fields("0", linear("e.0", 6, 4), "1", module("activation.Tanh")));
        final Module actor = actor(7);
        final Module root = new Module(
                "__torch__.him.Policy",
                fields(
                        "actor",
                        actor,
                        "estimator",
                        new Module("__torch__.him.HIMEstimator", fields("encoder", encoder))));
        final byte[] file = WeightArchives.torch(root, storages);
        final ImportedNetwork network =
                TorchFile.read(file, null, Map.of("actor_input", "obs[3:6], estimate[0:1],l2(estimate[1:4])"));
        assertEquals(6, network.facts().inputs());
        final float[] obs = {0.1f, -0.5f, 2, 0.7f, -1, 0.4f};
        final float[] estimate = new float[4];
        final float[] expected = new float[3];
        final float[] given = new float[3];
        final ImportedNetwork first = TorchFile.read(WeightArchives.torch(encoder, storages), null, Map.of());
        final ImportedNetwork second = TorchFile.read(WeightArchives.torch(actor, storages), null, Map.of());
        Networks.FASTEST.create(first.facts(), first.tensors()).step(obs, 1, estimate);
        final double length =
                Math.sqrt(estimate[1] * estimate[1] + estimate[2] * estimate[2] + estimate[3] * estimate[3]);
        final float[] input = {
            obs[3],
            obs[4],
            obs[5],
            estimate[0],
            (float) (estimate[1] / length),
            (float) (estimate[2] / length),
            (float) (estimate[3] / length)
        };
        Networks.FASTEST.create(second.facts(), second.tensors()).step(input, 1, expected);
        Networks.FASTEST.create(network.facts(), network.tensors()).step(obs, 1, given);
        assertArrayEquals(expected, given, 1e-6f);
        final ImportedNetwork two = TorchFile.behind(
                WeightArchives.torch(actor, storages),
                WeightArchives.torch(new Module("__torch__.Exporter", fields("actor", encoder)), storages),
                Map.of("actor_input", "obs[3:6],estimate[0:1],l2(estimate[1:4])"));
        Networks.FASTEST.create(two.facts(), two.tensors()).step(obs, 1, given);
        assertArrayEquals(expected, given, 1e-6f);
        assertTrue(assertThrows(
                        BundleException.class,
                        () -> TorchFile.behind(
                                WeightArchives.torch(fields("0.weight", 1), storages),
                                WeightArchives.torch(encoder, storages),
                                Map.of("actor_input", "obs")))
                .getMessage()
                .contains("one of the two files has no module"));
    }

    @Test
    void withoutTheFactOrWithAWrongOneAnActorBehindAnEstimatorIsRefused() {
        final Module encoder = new Module(NN + "container.Sequential", fields("0", linear("e.0", 6, 4)));
        final Map<String, Object> parts = fields("actor", actor(7), "estimator", encoder);
        final byte[] file = WeightArchives.torch(new Module("__torch__.him.Policy", parts), storages);
        final Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(
                "",
                "takes 6 values and gives 4, and an actor, which takes 7: --fact actor_input=obs[0:45],estimate[0:3]");
        wrong.put("obs[0:3],estimate[0:5]", "estimate[0:5] is outside of estimate, which has 4 values");
        wrong.put("obs[3:3],estimate", "obs[3:3] is outside of obs, which has 6 values");
        wrong.put("obs[0:3],l2(estimate[0:4]", "'l2(estimate[0:4]' is no part of obs or estimate");
        wrong.put("latent,obs", "'latent' is no part of obs or estimate");
        wrong.put("obs,estimate", "fact actor_input has 10 values, the actor takes 7");
        wrong.forEach((fact, words) -> {
            final String line = assertThrows(
                            FactsException.class,
                            () -> TorchFile.read(file, null, fact.isEmpty() ? Map.of() : Map.of("actor_input", fact)))
                    .getMessage();
            assertTrue(line.contains(words), line);
        });
        final byte[] plain = WeightArchives.torch(actor(5), storages);
        assertTrue(assertThrows(FactsException.class, () -> TorchFile.read(plain, null, Map.of("actor_input", "obs")))
                .getMessage()
                .contains("Sequential has no estimator"));
        assertTrue(assertThrows(FactsException.class, () -> TorchFile.read(plain, null, Map.of("colour", "red")))
                .getMessage()
                .contains("has all facts but actor_input"));
        parts.put("memory", module("linear.Linear"));
        assertTrue(refusal(new Module("__torch__.him.Policy", parts)).contains("a part 'memory' of class Linear"));
    }

    @Test
    void aCheckpointIsAStateDictionary() {
        final Map<String, Object> model = fields(
                "actor.0.weight", tensor("actor.0.weight", 7, 5),
                "actor.0.bias", tensor("actor.0.bias", 7),
                "actor.2.weight", tensor("actor.2.weight", 3, 7),
                "actor.2.bias", tensor("actor.2.bias", 3));
        final ImportedNetwork expected = StateDict.read("mlp", dictionary(), FACTS);
        model.put("critic.0.weight", tensor("critic.0.weight", 2, 5));
        final byte[] file = WeightArchives.torch(
                fields("model_state_dict", model, "optimizer_state_dict", fields("lr", 1e-3), "iter", 1500), storages);
        final Map<String, String> facts = new HashMap<>(FACTS);
        facts.put("prefix", "actor.");
        same(expected, TorchFile.read(file, "mlp", facts));
        assertTrue(assertThrows(FactsException.class, () -> TorchFile.read(file, null, Map.of()))
                .getMessage()
                .contains("--kind is missing"));
    }

    @Test
    void tensorsMayShareAStorageInAnyOrder() {
        storages.put("0", WeightArchives.floats(9, 1, 2, 3, 4, 5, 6));
        storages.put("1", new byte[] {0, 0x3c, 0, (byte) 0xc0});
        final byte[] file = WeightArchives.torch(
                fields(
                        "0.weight", new Stored("FloatStorage", "0", 7, 1, new int[] {2, 3}, new int[] {1, 2}),
                        "0.bias", new Stored("HalfStorage", "1", 2, 0, new int[] {2}, new int[] {1})),
                storages);
        final ImportedNetwork network = TorchFile.read(file, "mlp", Map.of("output_activation", "none"));
        assertArrayEquals(
                new double[] {1, 3, 5, 2, 4, 6},
                network.tensors().get("0.weight").values());
        assertArrayEquals(new double[] {1, -2}, network.tensors().get("0.bias").values());
    }

    @Test
    void nothingOutsideOfTheListIsNamed() {
        final String line = refusal(fields("model", new PickleWriter.Call("os", "system", "touch /tmp/was-run")));
        assertEquals("pickle: it names 'os.system', which is not on the list; nothing was run", line);
        assertTrue(refusal(new PickleWriter.Call("builtins", "eval", "1")).contains("'builtins.eval'"));
        assertTrue(refusal(new Module("numpy.core.multiarray.scalar", Map.of()))
                .contains("'numpy.core.multiarray.scalar'"));
        final Stored quantised = new Stored("QInt8Storage", "0", 1, 0, new int[] {1}, new int[] {1});
        assertTrue(refusal(quantised).contains("the storage 'torch.QInt8Storage', which is not on the list"));
    }

    @Test
    void namesModulesWhosePlaceOrClassIsNotKnown() {
        final Module estimator = new Module(
                "__torch__.him.Policy",
                fields("actor", actor(5), "estimator", new Module("__torch__.him.HIMEstimator", Map.of())));
        assertTrue(refusal(estimator).contains("class him.HIMEstimator is not known"), refusal(estimator));
        final Module critic = new Module(
                "__torch__.him.Policy",
                fields("actor", actor(5), "critic", new Module("__torch__.him.Critic", Map.of())));
        assertTrue(refusal(critic).contains("Policy has a part 'critic' of class Critic, whose place is not known"));
        assertTrue(refusal(module("normalization.LayerNorm"))
                .contains("class torch.nn.modules.normalization.LayerNorm is not known"));
        assertTrue(refusal(new Module("__torch__.Policy", Map.of())).contains("Policy has no part 'actor'"));
        final Module narrow =
                new Module(NN + "container.Sequential", fields("0", linear("0", 4, 3), "1", linear("1", 4, 2)));
        assertTrue(refusal(narrow).contains("no tensor 'weight' of the right shape, [2, 3]"), refusal(narrow));
    }

    @Test
    void aTensorStaysWithinItsStorage() {
        storages.put("0", WeightArchives.floats(1, 2, 3, 4));
        final int[][] wrong = {{5, 1, 0}, {2, 4, 0}, {4, 1, 1}};
        for (final int[] one : wrong) {
            final Stored tensor = new Stored("FloatStorage", "0", 4, one[2], new int[] {one[0]}, new int[] {one[1]});
            assertTrue(refusal(fields("0.weight", tensor)).contains("pickle: a tensor of the sizes"));
        }
        TorchFile.read(
                WeightArchives.torch(
                        fields(
                                "0.weight",
                                new Stored("FloatStorage", "0", 4, 0, new int[] {1, 4}, new int[] {4, 1}),
                                "0.bias",
                                new Stored("FloatStorage", "0", 4, 3, new int[] {1}, new int[] {1})),
                        storages),
                "mlp",
                Map.of("output_activation", "none"));
    }
}
