package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files with random damage: each is refused, or gives all that the whole file gives; {@code -Dmcap.damaged=N} tries N
 * instead of 4,000.
 */
@Tag("slow")
class DamagedMcapTest {
    private static final int FILES = Integer.getInteger("mcap.damaged", 4_000);
    private static final McapLimits LIMITS = new McapLimits(1 << 22, 1 << 22, 1 << 23);

    @Test
    void damageIsRefusedOrHarmless() throws IOException {
        final List<byte[]> whole = new ArrayList<>();
        for (final McapCompression compression : McapCompression.values()) {
            whole.add(SampleFile.of(compression));
        }
        whole.add(SampleFile.loose());
        final SplittableRandom random = new SplittableRandom(20261130);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            final byte[] file = whole.get(i % whole.size());
            final byte[] damaged = damage(file, random);
            if (!Arrays.equals(file, damaged)) {
                refused += tried(file, damaged, "file " + i) ? 1 : 0;
            }
        }
        assertTrue(refused > FILES * 9L / 10, refused + " refused");
    }

    /** Whether a damaged file is refused by all that read it whole. */
    private static boolean tried(final byte[] file, final byte[] damaged, final String name) throws IOException {
        boolean refused = false;
        try {
            assertEquals(SampleFile.records(file), SampleFile.records(damaged), name);
        } catch (final McapException expected) {
            refused = true;
        }
        final boolean inOrder = McapCheck.of(McapSource.of(damaged), LIMITS).isEmpty();
        assertTrue(!(refused && inOrder), name + " is in order, but is refused");
        if (isFoundBySummary(damaged)) {
            assertEquals(SampleFile.messages(file, McapQuery.ALL), SampleFile.messages(damaged, McapQuery.ALL), name);
        }
        repaired(damaged, name);
        return refused;
    }

    /** A repaired file is in order. */
    private static void repaired(final byte[] damaged, final String name) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            McapRepair.repair(McapSource.of(damaged), out, McapOptions.USUAL, LIMITS);
        } catch (final McapException beginIsDamaged) {
            return;
        }
        assertEquals(List.of(), McapCheck.of(McapSource.of(out.toByteArray()), LIMITS), name);
    }

    private static boolean isFoundBySummary(final byte[] file) throws IOException {
        try {
            SampleFile.messages(file, McapQuery.ALL);
            return true;
        } catch (final McapException refused) {
            return false;
        }
    }

    private static byte[] damage(final byte[] file, final SplittableRandom random) {
        final byte[] damaged = file.clone();
        final int at = random.nextInt(file.length);
        final int length = 1 + random.nextInt(Math.min(40, file.length - at));
        switch (random.nextInt(8)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> Arrays.fill(damaged, at, at + length, (byte) 0);
            case 3 -> Arrays.fill(damaged, at, at + length, (byte) -1);
            case 4 -> {
                return Arrays.copyOf(file, at);
            }
            case 5 -> {
                return joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
            }
            case 6 -> {
                return joined(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
            }
            default -> {
                for (int i = at; i < at + length; i++) {
                    damaged[i] = (byte) random.nextInt(256);
                }
            }
        }
        return damaged;
    }

    private static byte[] joined(final byte[] a, final byte[] b) {
        final byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
