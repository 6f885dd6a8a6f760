package gaitd.hal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc32WordsTest {
    @Test
    void matchesKnownSums() {
        assertEquals(0xC704DD7B, Crc32Words.compute(WireVectors.direct(4), 1));
        assertEquals(0x1DABE74F, Crc32Words.compute(WireVectors.direct(new byte[] {1, 2, 3, 4}), 1));
        assertEquals(0xC0038EC9, Crc32Words.compute(WireVectors.direct(604), 151));
        assertEquals(-1, Crc32Words.compute(WireVectors.direct(4), 0));
    }

    @Test
    void matchesBitByBitDivisionOnRandomWords() {
        final long seed = 11;
        final Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            final byte[] bytes = new byte[4 * (1 + random.nextInt(200))];
            random.nextBytes(bytes);
            final ByteBuffer heap = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(
                    bitByBit(heap, bytes.length / 4),
                    Crc32Words.compute(WireVectors.direct(bytes), bytes.length / 4),
                    () -> "seed " + seed);
        }
    }

    @Test
    void coversAllButTheLastBytesOfAVendorDatagram() {
        final byte[] good = WireVectors.bytes("lowcmd_known");
        for (int i = 0; i < good.length; i++) {
            final byte[] bytes = good.clone();
            bytes[i] ^= 0x10;
            final boolean covered = i < 604 || i >= 606;
            assertEquals(!covered, Crc32Words.isSealed(WireVectors.direct(bytes), bytes.length), "byte " + i);
        }
    }

    @Test
    void sealsMotorBusFramesToo() {
        final ByteBuffer reply = WireVectors.buffer("motor_rx_00");
        assertTrue(Crc32Words.isSealed(reply, reply.capacity()));
        assertFalse(Crc32Words.isSealed(WireVectors.buffer("motor_rx_14"), reply.capacity()));
    }

    private static int bitByBit(final ByteBuffer buf, final int words) {
        int crc = 0xFFFFFFFF;
        for (int i = 0; i < words; i++) {
            final int word = buf.getInt(4 * i);
            for (int bit = 31; bit >= 0; bit--) {
                final boolean carry = crc >>> 31 != (word >>> bit & 1);
                crc <<= 1;
                if (carry) {
                    crc ^= 0x04C11DB7;
                }
            }
        }
        return crc;
    }
}
