package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
    @Test
    void everySizeComesBack() throws McapException {
        final SplittableRandom random = new SplittableRandom(1);
        for (final McapCompression compression : McapCompression.values()) {
            for (final int size : new int[] {0, 1, 12, 13, 255, 4096, 70_000, (4 << 20) - 1, 4 << 20, (4 << 20) + 1}) {
                final byte[] bytes = new byte[size];
                for (int i = 0; i < size; i++) {
                    bytes[i] = (byte) ((i % 1000) < 500 ? i / 7 : random.nextInt());
                }
                assertArrayEquals(
                        bytes,
                        compression.decompress(compression.compress(bytes, size), size),
                        compression + " " + size);
            }
        }
    }

    @Test
    void aWrongSizeIsRefusedBeforeMemoryIsTaken() throws McapException {
        for (final McapCompression compression : McapCompression.values()) {
            final byte[] packed = compression.compress(new byte[1000], 1000);
            for (final long size : new long[] {-1, 999, 1001, Integer.MAX_VALUE, Long.MAX_VALUE}) {
                assertThrows(McapException.class, () -> compression.decompress(packed, size), compression + " " + size);
            }
        }
    }

    /** Made by the command lz4 1.9.4: blocks that repeat earlier ones, checksums of everything, two frames with a skippable one between; and by zstd. */
    @ParameterizedTest
    @CsvSource({"linked.lz4", "checked.lz4", "two.lz4", "stream.zst"})
    void whatTheReferenceProgramsMakeIsRead(final String file) throws IOException {
        final byte[] packed;
        try (InputStream in = CompressionTest.class.getResourceAsStream("compressed/" + file)) {
            packed = in.readAllBytes();
        }
        final byte[] expected = new byte[200_000];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) ((((i % 500) * (i % 500) * 7) >> 3) ^ (i / 90_000));
        }
        final McapCompression compression = file.endsWith("lz4") ? McapCompression.LZ4 : McapCompression.ZSTD;
        assertArrayEquals(expected, compression.decompress(packed, expected.length));
        for (int i = 0; i < packed.length; i += 97) {
            final byte[] cut = Arrays.copyOf(packed, i);
            assertThrows(
                    McapException.class, () -> compression.decompress(cut, expected.length), file + " cut to " + i);
        }
    }

    @Test
    void hashesAreXxHash() {
        assertEquals(0x02CC5D05, XxHash32.of(new byte[0], 0, 0));
        final byte[] abc = {'a', 'b', 'c'};
        assertEquals(0x32D153FF, XxHash32.of(abc, 0, 3));
    }

    @Test
    void anUnknownCompressionIsRefused() {
        final McapException refused = assertThrows(McapException.class, () -> McapCompression.of("bz2"));
        assertTrue(refused.getMessage().contains("'bz2', expected none, lz4 or zstd"));
    }
}
