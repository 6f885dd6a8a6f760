package gaitd.sim.fault;

import java.nio.ByteBuffer;

/** The datagrams of the last seconds, to be sent again. Allocates nothing after construction. */
final class DatagramLoop {
    private static final int SLOTS = 1024;

    private final byte[][] bytes;
    private final double[] sentS = new double[SLOTS];
    private long count;

    DatagramLoop(final int size) {
        bytes = new byte[SLOTS][size];
    }

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void put(final ByteBuffer datagram, final double timeS) {
        final int slot = (int) (count % SLOTS);
        datagram.get(0, bytes[slot]);
        sentS[slot] = timeS;
        count++;
    }

    /** The newest; the datagram stays as it is when there is none. */
    void last(final byte[] out) {
        if (count > 0) {
            copy(count - 1, out);
        }
    }

    /** Plays the last seconds before a time again and again; the datagram stays as it is when there are none. */
    void replay(final double endS, final double nowS, final double lengthS, final byte[] out) {
        if (count == 0) {
            return;
        }
        final double whenS = endS - lengthS + (nowS - endS) % lengthS;
        final long oldest = Math.max(0, count - SLOTS);
        long found = count - 1;
        while (found > oldest && sentS[(int) (found % SLOTS)] > whenS) {
            found--;
        }
        copy(found, out);
    }

    private void copy(final long index, final byte[] out) {
        System.arraycopy(bytes[(int) (index % SLOTS)], 0, out, 0, out.length);
    }
}
