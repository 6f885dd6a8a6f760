package gaitd.hal.imu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds MTData2 messages in a stream of bytes that may begin anywhere, break off, and hold anything between.
 *
 * <p>A message is FA FF 36, its length in one byte (FF and two more for over 254), its data, and a byte by which all bytes after the FA
 * add up to 0. One that does not is given up byte by byte, so that a message behind a false beginning is found. Used by one thread;
 * allocates nothing after construction.
 */
final class XbusStream {
    private static final int CAPACITY = 8192;
    private static final byte PREAMBLE = (byte) 0xFA;
    private static final byte BUS = (byte) 0xFF;
    private static final byte MT_DATA2 = 0x36;
    private static final int SHORT_HEAD = 4;
    private static final int LONG_HEAD = 6;
    private static final int LONG = 0xFF;
    /** The most that the protocol allows. */
    private static final int DATA_MAX = 2048;

    /** Where arriving bytes go, from {@link #length} on. */
    final byte[] bytes = new byte[CAPACITY];

    private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    private int length;
    private long accepted;
    private long refused;
    private long garbageBytes;

    int length() {
        return length;
    }

    /** Bytes that still fit. Never 0 after {@link #next} said that there is no message. */
    int room() {
        return CAPACITY - length;
    }

    /** So many bytes were put behind those that were there. */
    void added(final int count) {
        length += count;
    }

    /** Messages that were a whole reading. */
    long accepted() {
        return accepted;
    }

    /** Messages whose sum is right and that are no whole reading in a format that is taken. */
    long refused() {
        return refused;
    }

    /** Bytes that belonged to no message. */
    long garbageBytes() {
        return garbageBytes;
    }

    /**
     * Takes the next reading out of the stream.
     *
     * @param out overwritten, also by a message that is no whole reading
     * @return whether there is one
     */
    boolean next(final XbusReading out) {
        int at = 0;
        boolean found = false;
        while (!found && at < length) {
            final int size = size(at);
            if (size == 0) {
                break;
            }
            if (size < 0 || (at + size <= length && !sums(at, size))) {
                garbageBytes++;
                at++;
            } else if (at + size > length) {
                break;
            } else {
                final int head = (bytes[at + 3] & 0xFF) == LONG ? LONG_HEAD : SHORT_HEAD;
                found = XbusData.decode(view, at + head, at + size - 1, out);
                accepted += found ? 1 : 0;
                refused += found ? 0 : 1;
                at += size;
            }
        }
        length -= at;
        System.arraycopy(bytes, at, bytes, 0, length);
        return found;
    }

    /** Bytes of the message that begins here; 0 when more are needed to know, negative when none begins here. */
    private int size(final int at) {
        final int left = length - at;
        if (bytes[at] != PREAMBLE || (left > 1 && bytes[at + 1] != BUS) || (left > 2 && bytes[at + 2] != MT_DATA2)) {
            return -1;
        }
        if (left < SHORT_HEAD) {
            return 0;
        }
        final int given = bytes[at + 3] & 0xFF;
        if (given != LONG) {
            return SHORT_HEAD + given + 1;
        }
        if (left < LONG_HEAD) {
            return 0;
        }
        final int data = view.getShort(at + SHORT_HEAD) & 0xFFFF;
        return data > DATA_MAX ? -1 : LONG_HEAD + data + 1;
    }

    private boolean sums(final int at, final int size) {
        int sum = 0;
        for (int i = 1; i < size; i++) {
            sum += bytes[at + i];
        }
        return (sum & 0xFF) == 0;
    }
}
