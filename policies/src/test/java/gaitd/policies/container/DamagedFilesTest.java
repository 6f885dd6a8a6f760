package gaitd.policies.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.container.PickleWriter.Module;
import gaitd.policies.container.PickleWriter.Stored;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Damaged files of every container: one refusal and nothing else comes of them. More than some thousands: mvn -pl policies -am test
 * -Dtest=DamagedFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dgaitd.damaged=200000
 */
class DamagedFilesTest {
    private static final int FILES = Integer.getInteger("gaitd.damaged", 4000);
    private static final long SEED = 20_261_130;

    private static void damage(final byte[] original, final Consumer<byte[]> read) {
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = original.clone();
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                final int at = random.nextInt(bytes.length);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                    case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                    default ->
                        System.arraycopy(
                                original, random.nextInt(bytes.length - 8), bytes, random.nextInt(bytes.length - 8), 8);
                }
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            try {
                read.accept(bytes);
            } catch (final BundleException e) {
                refused += e.getMessage().lines().count() == 1 ? 1 : 0;
            } catch (final RuntimeException | Error e) {
                throw new AssertionError("damage " + i + ": " + HexFormat.of().formatHex(bytes), e);
            }
        }
        assertTrue(refused > FILES / 10, "refused only " + refused + " in one line");
    }

    /** Small storages, so that most of the damage meets the pickle. */
    private static Module module() {
        final Module linear = new Module(
                "__torch__.torch.nn.modules.linear.Linear",
                Map.of("weight", Stored.rows("0", 2, 2), "bias", Stored.rows("1", 2)));
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("training", false);
        fields.put("0", linear);
        fields.put("1", new Module("__torch__.torch.nn.modules.activation.ELU", Map.of("alpha", 1.0)));
        return new Module("__torch__.torch.nn.modules.container.Sequential", fields);
    }

    @Test
    void zipsOfPyTorch() {
        final byte[] file = WeightArchives.torch(
                module(), Map.of("0", WeightArchives.floats(1, 2, 3, 4), "1", WeightArchives.floats(5, 6)));
        damage(file, bytes -> TorchFile.read(bytes, null, Map.of()));
    }

    /** Without the checksum of a zip before it. */
    @Test
    void pickles() {
        final byte[] pickle = new PickleWriter().write(module()).end();
        damage(
                pickle,
                bytes -> new Pickle(bytes, key -> new Pickle.Storage() {
                            @Override
                            public int size() {
                                return 4;
                            }

                            @Override
                            public double get(final int index) {
                                return List.of(1.0, 2.0, 3.0, 4.0).get(index);
                            }
                        })
                        .read());
    }

    @Test
    void arraysOfNumPy() {
        final byte[] array = WeightArchives.array("<f4", "(2, 2)", WeightArchives.floats(1, 2, 3, 4));
        damage(WeightArchives.zip(false, Map.of("a.npy", array)), NpzFile::read);
        damage(array, bytes -> NpzFile.read(WeightArchives.zip(true, Map.of("a.npy", bytes))));
    }

    @Test
    void hdf5() {
        final Tensor tensor = new Tensor("x", new int[] {2, 2}, new double[] {1, 2, 3, 4});
        final byte[] file =
                Hdf5Writer.write(Map.of("a/a/kernel:0", tensor, "a/a/bias:0", tensor, "b/b/kernel:0", tensor));
        damage(file, KerasFile::read);
    }
}
