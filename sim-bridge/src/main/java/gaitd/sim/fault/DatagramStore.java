package gaitd.sim.fault;

import java.nio.ByteBuffer;

/** Datagrams under way, each with the time when it arrives. Allocates nothing after construction. */
final class DatagramStore {
    /** Enough for a second and a half at the highest rate; what does not find room is lost. */
    private static final int SLOTS = 1536;

    private final byte[][] bytes;
    private final double[] dueS = new double[SLOTS];
    private final long[] number = new long[SLOTS];
    private int count;
    private long next;

    DatagramStore(final int size) {
        bytes = new byte[SLOTS][size];
    }

    void clear() {
        count = 0;
        next = 0;
    }

    void put(final byte[] datagram, final double whenS) {
        if (count == SLOTS) {
            return;
        }
        System.arraycopy(datagram, 0, bytes[count], 0, datagram.length);
        dueS[count] = whenS;
        number[count] = next;
        count++;
        next++;
    }

    /** Takes the one that arrived first, of several at once the one that was sent first. */
    boolean take(final ByteBuffer to, final double nowS) {
        int first = -1;
        for (int i = 0; i < count; i++) {
            if (dueS[i] <= nowS && (first < 0 || isBefore(i, first))) {
                first = i;
            }
        }
        if (first < 0) {
            return false;
        }
        to.put(0, bytes[first]);
        count--;
        final byte[] freed = bytes[first];
        bytes[first] = bytes[count];
        bytes[count] = freed;
        dueS[first] = dueS[count];
        number[first] = number[count];
        return true;
    }

    private boolean isBefore(final int one, final int other) {
        return dueS[one] < dueS[other] || (dueS[one] == dueS[other] && number[one] < number[other]);
    }
}
