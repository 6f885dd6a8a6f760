package gaitd.hal.wire;

import java.nio.ByteBuffer;

/**
 * The A1's checksum: CRC-32 with polynomial 0x04C11DB7, initial value 0xFFFFFFFF, no reflection and no final xor, fed
 * with little-endian 32-bit words from their most significant bit.
 *
 * <p>A datagram of L bytes is protected over its first L / 4 - 1 words, so up to three bytes before the checksum are
 * not covered. Two words are taken a step, which halves the chain of dependent look-ups. Called by codecs on any
 * thread. Allocates nothing.
 */
public final class Crc32Words {
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int BYTE_VALUES = 256;

    private static final int PAIR_BYTES = 2 * Integer.BYTES;

    /** Effects of the bytes of a word, lowest first, then those of the word before. */
    private static final int[] TABLES = tables();

    private Crc32Words() {}

    /**
     * Checksum of a buffer's first words.
     *
     * @param buf little-endian, read from index 0 whatever its position
     * @param words how many 32-bit words
     * @return the checksum
     */
    public static int compute(final ByteBuffer buf, final int words) {
        int crc = -1;
        int i = 0;
        for (; i + 1 < words; i += 2) {
            final int first = crc ^ buf.getInt(i * Integer.BYTES);
            final int second = buf.getInt((i + 1) * Integer.BYTES);
            crc = table(7, first >>> 24)
                    ^ table(6, first >>> 16 & 0xFF)
                    ^ table(5, first >>> 8 & 0xFF)
                    ^ table(4, first & 0xFF)
                    ^ shifted(second);
        }
        return i < words ? shifted(crc ^ buf.getInt(i * Integer.BYTES)) : crc;
    }

    /** Effect of one word. */
    private static int shifted(final int word) {
        return table(3, word >>> 24)
                ^ table(2, word >>> 16 & 0xFF)
                ^ table(1, word >>> 8 & 0xFF)
                ^ table(0, word & 0xFF);
    }

    private static int table(final int table, final int value) {
        return TABLES[table * BYTE_VALUES + value];
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
    public static void seal(final ByteBuffer buf, final int length) {
        buf.putInt(length - Integer.BYTES, compute(buf, coveredWords(length)));
    }

    /**
     * Whether a datagram's last four bytes are its checksum.
     *
     * @param buf little-endian
     * @param length the whole datagram, bytes
     * @return true when it matches
     */
    public static boolean isSealed(final ByteBuffer buf, final int length) {
        return buf.getInt(length - Integer.BYTES) == compute(buf, coveredWords(length));
    }

    private static int[] tables() {
        final int[] tables = new int[PAIR_BYTES * BYTE_VALUES];
        for (int b = 0; b < Integer.BYTES; b++) {
            for (int value = 0; value < BYTE_VALUES; value++) {
                final int once = shiftIn(value << (Byte.SIZE * b));
                tables[b * BYTE_VALUES + value] = once;
                tables[(b + Integer.BYTES) * BYTE_VALUES + value] = shiftIn(once);
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
