package gaitd.policies.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.StateDict;
import gaitd.policies.bundle.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveFilesTest {
    private static final Path LIQUID =
            Path.of("src/test/resources/gaitd/policies/golden/cells/ltc_ncp19_out4_in20.safetensors");
    private static final Map<String, String> FACTS =
            Map.of("unfolds", "6", "eps", "1e-8", "implicit_param_constraints", "true", "elapsed_per_step", "1");

    private static String refusal(final org.junit.jupiter.api.function.Executable read) {
        return assertThrows(BundleException.class, read).getMessage();
    }

    @Test
    void anNpzIsAStateDictionary() {
        final Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("0.weight.npy", WeightArchives.array("<f4", "(2, 3)", WeightArchives.floats(1, 2, 3, 4, 5, 6)));
        arrays.put("0.bias.npy", WeightArchives.array("<f2", "(2,)", new byte[] {0, 0x3c, 0, (byte) 0xc0}));
        for (final boolean stored : new boolean[] {true, false}) {
            final byte[] file = WeightArchives.zip(stored, arrays);
            assertEquals(FileKind.NPZ, FileKind.of(file));
            final Safetensors tensors = NpzFile.read(file);
            assertArrayEquals(new int[] {2, 3}, tensors.get("0.weight").shape());
            assertArrayEquals(
                    new double[] {1, 2, 3, 4, 5, 6}, tensors.get("0.weight").values());
            assertArrayEquals(new double[] {1, -2}, tensors.get("0.bias").values());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<i8; (2,); is described by",
                ">f4; (2,); is described by",
                "|O; (2,); is described by",
                "<f4; (3,); has 8 bytes, its shape needs 12",
                "<f4; (99999, 99999); has 8 bytes",
                "<f4; (1, 1, 1, 1, 1, 1, 1, 1, 2); has the shape",
            })
    void namesArraysOfAnotherKind(final String type, final String shape, final String reason) {
        final byte[] file = WeightArchives.zip(
                true, Map.of("a.npy", WeightArchives.array(type, shape.strip(), WeightArchives.floats(1, 2))));
        final String line = refusal(() -> NpzFile.read(file));
        assertTrue(line.startsWith("array 'a' " + reason), line);
    }

    @Test
    void aLiquidNetworkOfKerasGivesWhatItsStateDictionaryGives() throws IOException {
        final Map<String, Tensor> datasets = new LinkedHashMap<>();
        final Map<String, Tensor> source = new HashMap<>();
        Safetensors.read(LIQUID)
                .all()
                .forEach(tensor -> source.put(tensor.name().replace("rnn_cell.", ""), tensor));
        source.forEach((name, tensor) -> {
            if (!name.endsWith("mask")) {
                final Tensor mask = source.get(name.startsWith("sensory") ? "sensory_sparsity_mask" : "sparsity_mask");
                final double[] values = tensor.values();
                for (int i = 0; i < values.length && name.endsWith("erev"); i++) {
                    values[i] *= mask.value(i);
                }
                datasets.put("rnn/rnn/ltc_cell/" + name + ":0", new Tensor(name, tensor.shape(), values));
            }
        });
        datasets.put("camera/camera/kernel:0", new Tensor("kernel", new int[] {3}, new double[3]));
        final byte[] file = Hdf5Writer.write(datasets);
        assertEquals(FileKind.HDF5, FileKind.of(file));
        final ImportedNetwork keras = StateDict.read("ncps-ltc", KerasFile.read(file), FACTS);
        final Map<String, String> facts = new HashMap<>(FACTS);
        facts.put("input_mapping", "affine");
        facts.put("output_mapping", "affine");
        final ImportedNetwork torch = StateDict.read("ncps-ltc", Safetensors.read(LIQUID), facts);
        final PolicyCell one = Networks.FASTEST.create(keras.facts(), keras.tensors());
        final PolicyCell other = Networks.FASTEST.create(torch.facts(), torch.tensors());
        final float[] input = new float[20];
        for (int step = 0; step < 10; step++) {
            final float[] a = new float[4];
            final float[] b = new float[4];
            input[step] = 0.3f * step;
            one.step(input, 1, a);
            other.step(input, 1, b);
            assertArrayEquals(b, a, 0f);
        }
    }

    @Test
    void denseLayersOfKerasAreTurned() {
        final byte[] file = Hdf5Writer.write(Map.of(
                "dense/dense/kernel:0", new Tensor("k", new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6}),
                "dense/dense/bias:0", new Tensor("b", new int[] {3}, new double[] {7, 8, 9})));
        final Safetensors tensors = KerasFile.read(file);
        assertArrayEquals(
                new double[] {1, 4, 2, 5, 3, 6}, tensors.get("dense.weight").values());
        assertArrayEquals(new double[] {7, 8, 9}, tensors.get("dense.bias").values());
    }

    @Test
    void namesWhatAnHdf5FileLacks() {
        final Tensor one = new Tensor("x", new int[] {1}, new double[1]);
        assertTrue(refusal(() -> KerasFile.read(Hdf5Writer.write(Map.of("a/w:0", one))))
                .contains("there is no liquid cell"));
        assertTrue(refusal(() -> KerasFile.read(Hdf5Writer.write(Map.of("a/gleak:0", one, "b/gleak:0", one))))
                .contains("there are several liquid cells"));
        final byte[] newer = Hdf5Writer.write(Map.of("a", one));
        newer[8] = 3;
        assertTrue(refusal(() -> KerasFile.read(newer)).contains("superblock version 3, expected 0"));
    }

    @ParameterizedTest
    @CsvSource({
        "ONNX, 08081207707974, an ONNX model",
        "SAFETENSORS, 02000000000000007b7d, a safetensors file",
        "PICKLE, 8002637072, a bare pickle",
        "NPY, 934e554d50590100, one array of NumPy",
        "TFLITE, 1c00000054464c33, a TensorFlow Lite model",
        "GZIP, 1f8b0800, compressed with gzip",
        "ELF, 7f454c46, a program or library",
        "TEXT, 6d6f64656c0a, a text file",
        "UNKNOWN, 0001020304, of no kind that is known here",
        "EMPTY, '', empty",
    })
    void theKindIsSeenFromTheBytes(final FileKind kind, final String hex, final String words) {
        assertEquals(kind, FileKind.of(java.util.HexFormat.of().parseHex(hex)));
        assertTrue(kind.words.startsWith(words));
    }

    @Test
    void otherZipsAreToldApart() {
        final byte[] any = "x".getBytes(StandardCharsets.UTF_8);
        assertEquals(FileKind.ZIP, FileKind.of(WeightArchives.zip(true, Map.of("a.txt", any))));
        assertEquals(FileKind.BUNDLE, FileKind.of(WeightArchives.zip(true, Map.of("manifest.toml", any))));
    }

    @Test
    void namesZipsThatAreDamaged() {
        final byte[] file = WeightArchives.zip(
                true, Map.of("a.npy", WeightArchives.array("<f4", "(2,)", WeightArchives.floats(1, 2))));
        final byte[] cut = java.util.Arrays.copyOf(file, file.length - 30);
        assertTrue(refusal(() -> NpzFile.read(cut)).contains("it has no directory: is the file cut off?"));
        final byte[] flipped = file.clone();
        flipped[80] ^= 1;
        assertTrue(refusal(() -> NpzFile.read(flipped)).contains("entry 'a.npy' is damaged: its checksum differs"));
    }
}
