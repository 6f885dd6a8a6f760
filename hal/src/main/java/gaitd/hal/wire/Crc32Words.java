package gaitd.hal.wire;

import java.nio.ByteBuffer;

/**
 * The A1's checksum: CRC-32 with polynomial 0x04C11DB7, initial value 0xFFFFFFFF, no reflection and no final xor, fed with
 * little-endian 32-bit words from their most significant bit.
 *
 * <p>A datagram of L bytes is protected over its first L / 4 - 1 words, so up to three bytes before the checksum are not
 * covered. Called by codecs on any thread. Allocates nothing.
 */
public final class Crc32Words {
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int BYTE_VALUES = 256;

    /** Effect of a word's lowest byte first, of its highest byte last. */
    private static final int[][] TABLES = tables();

    private Crc32Words() {}

    /**
     * Checksum of a buffer's first words.
     *
     * @param buf little-endian, read from index 0 whatever its position
     * @param words how many 32-bit words
     * @return the checksum
     */
    public static int compute(final ByteBuffer buf, final int words) {
        final int[] low = TABLES[0];
        final int[] midLow = TABLES[1];
        final int[] midHigh = TABLES[2];
        final int[] high = TABLES[3];
        int crc = -1;
        for (int i = 0; i < words; i++) {
            crc ^= buf.getInt(i * Integer.BYTES);
            crc = high[crc >>> 24] ^ midHigh[crc >>> 16 & 0xFF] ^ midLow[crc >>> 8 & 0xFF] ^ low[crc & 0xFF];
        }
        return crc;
    }

    /**
     * Words the checksum of a datagram covers.
     *
     * @param length the whole datagram, bytes
     * @return number of 32-bit words from the start
     */
    static int coveredWords(final int length) {
        return length / Integer.BYTES - 1;
    }

    /**
     * Stores the checksum in a datagram's last four bytes.
     *
     * @param buf little-endian, complete but for its checksum
     * @param length the whole datagram, bytes
     */
    static void seal(final ByteBuffer buf, final int length) {
        buf.putInt(length - Integer.BYTES, compute(buf, coveredWords(length)));
    }

    /**
     * Whether a datagram's last four bytes are its checksum.
     *
     * @param buf little-endian
     * @param length the whole datagram, bytes
     * @return true when it matches
     */
    static boolean isSealed(final ByteBuffer buf, final int length) {
        return buf.getInt(length - Integer.BYTES) == compute(buf, coveredWords(length));
    }

    private static int[][] tables() {
        final int[][] tables = new int[Integer.BYTES][BYTE_VALUES];
        for (int b = 0; b < Integer.BYTES; b++) {
            for (int value = 0; value < BYTE_VALUES; value++) {
                tables[b][value] = shiftIn(value << (Byte.SIZE * b));
            }
        }
        return tables;
    }

    private static int shiftIn(final int word) {
        int crc = word;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
        }
        return crc;
    }
}
