package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gaitd.policies.text.FormatException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random damage: no bundle that is not the original is taken, and nothing but the declared exception comes out. */
@Tag("slow")
class DamagedBundlesTest {
    private static final int WHOLE = 1_000_000;
    private static final int SEALED = 6_000;
    private static final int WEIGHTS = 100_000;
    private static final long SEED = 20_261_121;

    private static byte[] damage(final byte[] original, final SplittableRandom random) {
        final int size = original.length;
        final int at = random.nextInt(size);
        final int length = 1 + random.nextInt(Math.min(16, size - at));
        byte[] bytes = original.clone();
        switch (random.nextInt(8)) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) random.nextInt(256);
            case 3 -> bytes = Arrays.copyOf(bytes, at);
            case 4 -> bytes = Arrays.copyOf(bytes, size + length);
            case 5 -> {
                final int other = random.nextInt(size);
                final byte swapped = bytes[at];
                bytes[at] = bytes[other];
                bytes[other] = swapped;
            }
            case 6 -> {
                final int from = random.nextInt(size - length + 1);
                System.arraycopy(original, from, bytes, Math.min(at, size - length), length);
            }
            default -> {
                System.arraycopy(original, at + length, bytes, at, size - at - length);
                bytes = Arrays.copyOf(bytes, size - length);
            }
        }
        return bytes;
    }

    /** Half of them zips, half of them folders with one damaged file. */
    @Test
    void takesNoneOfAMillion() {
        final KeyPair keys = Signatures.newKeys();
        final BundleFiles files = Signatures.sign(Examples.filesWithLearner(), keys);
        final byte[] zip = BundleZip.encode(files);
        final Trust trust = Trust.signedBy(keys.getPublic());
        Bundle.open(BundleZip.decode(zip), trust, Examples.ROBOT, DenseReference::new);
        final SplittableRandom random = new SplittableRandom(SEED);
        final BundlePart[] parts = BundlePart.values();
        int damaged = 0;
        while (damaged < WHOLE) {
            final BundlePart part = (damaged & 1) == 0 ? null : parts[random.nextInt(parts.length)];
            final byte[] original = part == null ? zip : files.bytes(part);
            final byte[] bytes = damage(original, random);
            if (Arrays.equals(bytes, original)) {
                continue;
            }
            damaged++;
            try {
                final BundleFiles read = part == null ? BundleZip.decode(bytes) : replaced(files, part, bytes);
                Bundle.open(read, trust, Examples.ROBOT, DenseReference::new);
                fail("taken: damage " + damaged + ", first difference at " + Arrays.mismatch(bytes, original));
            } catch (final BundleException e) {
                assertTrue(e.getMessage().length() > 10);
            } catch (final RuntimeException e) {
                throw new AssertionError("damage " + damaged + " of seed " + SEED, e);
            }
        }
    }

    private static BundleFiles replaced(final BundleFiles files, final BundlePart part, final byte[] bytes) {
        final Map<BundlePart, byte[]> parts = new EnumMap<>(BundlePart.class);
        for (final BundlePart other : BundlePart.values()) {
            parts.put(other, other == part ? bytes : files.bytes(other));
        }
        return BundleFiles.of(parts);
    }

    @Test
    void readersSurviveDamageUnderRightHashes() {
        final BundleFiles original = Examples.files();
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < SEALED; i++) {
            final byte[][] parts = {
                original.bytes(BundlePart.MANIFEST),
                original.bytes(BundlePart.WEIGHTS),
                original.bytes(BundlePart.GOLDEN)
            };
            final int which = i % parts.length;
            parts[which] = damage(parts[which], random);
            try {
                Bundle.open(
                        BundleFiles.seal(parts[0], parts[1], parts[2]),
                        Trust.ANYBODY,
                        Examples.ROBOT,
                        DenseReference::new);
            } catch (final BundleException e) {
                refused++;
            } catch (final RuntimeException e) {
                throw new AssertionError("damage " + i + ": " + HexFormat.of().formatHex(parts[which]), e);
            }
        }
        assertTrue(refused > SEALED * 7 / 10, "refused only " + refused);
    }

    @Test
    void weightsAreReadOrRefusedWhateverTheyAre() {
        final byte[] original = Examples.files().bytes(BundlePart.WEIGHTS);
        final byte[] head = Arrays.copyOf(original, 8 + 60);
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < WEIGHTS; i++) {
            byte[] bytes = damage(original, random);
            if (i % 2 == 0) {
                final byte[] damagedHead = damage(head, random);
                bytes = original.clone();
                System.arraycopy(damagedHead, 0, bytes, 0, Math.min(damagedHead.length, head.length));
            }
            try {
                final Safetensors tensors = Safetensors.parse(bytes);
                assertEquals(4, tensors.names().size());
            } catch (final FormatException e) {
                refused++;
            } catch (final RuntimeException e) {
                throw new AssertionError("damage " + i + " of seed " + SEED, e);
            }
        }
        assertTrue(refused > WEIGHTS / 3, "refused only " + refused);
    }
}
