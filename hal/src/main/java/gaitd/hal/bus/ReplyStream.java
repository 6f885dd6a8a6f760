package gaitd.hal.bus;

import gaitd.hal.wire.DecodeResult;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds replies in a stream of bytes that may begin anywhere, break off, and hold anything between.
 *
 * <p>The first bytes after {@link #clear} need no start, as the vendor asks for none there; behind anything else a reply begins with
 * its start. A frame whose checksum is wrong is given up byte by byte, so that a reply behind half a frame, or behind the echo of a
 * command, is found. Used by one thread; allocates nothing after construction.
 */
final class ReplyStream {
    private static final int CAPACITY = 512;
    private static final byte FIRST = (byte) 0xFE;

    /** Where arriving bytes go, from {@link #length} on. */
    final byte[] bytes = new byte[CAPACITY];

    private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final BusCounters counters;
    private int length;
    private boolean atStart = true;
    private boolean spoilt;

    ReplyStream(final BusCounters counters) {
        this.counters = counters;
    }

    /** Drops what is there. */
    void clear() {
        counters.garbageBytes += length;
        length = 0;
        atStart = true;
        spoilt = false;
    }

    int length() {
        return length;
    }

    /** Bytes that still fit. Never 0 after {@link #next} said that there is no reply, as a reply is shorter than the room. */
    int room() {
        return CAPACITY - length;
    }

    /** So many bytes were put behind those that were there. */
    void added(final int count) {
        length += count;
    }

    /** Whether a frame with a wrong checksum was met since {@link #clear} and nothing is left that could become a reply. */
    boolean isSpoilt() {
        return spoilt && length == 0;
    }

    /**
     * Takes the next reply out of the stream.
     *
     * @param out overwritten when there is one
     * @return whether there is one
     */
    boolean next(final MotorReply out) {
        while (length > 0) {
            final boolean starts = length < Short.BYTES ? bytes[0] == FIRST : MotorCommandCodec.starts(view, 0);
            if (!starts && !atStart) {
                drop(nextStart());
                continue;
            }
            if (length < MotorReplyCodec.SIZE) {
                return false;
            }
            if (MotorReplyCodec.decode(view, out) == DecodeResult.OK) {
                take(MotorReplyCodec.SIZE);
                return true;
            }
            counters.badCrc++;
            spoilt = true;
            drop(1);
        }
        return false;
    }

    private int nextStart() {
        int at = 1;
        while (at < length && bytes[at] != FIRST) {
            at++;
        }
        return at;
    }

    private void drop(final int count) {
        counters.garbageBytes += count;
        take(count);
    }

    private void take(final int count) {
        length -= count;
        System.arraycopy(bytes, count, bytes, 0, length);
        atStart = false;
    }
}
