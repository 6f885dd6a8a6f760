package gaitd.bench.link;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Packets on their way, by the time when they are due; those due at the same time keep their order. What comes when it is full is lost,
 * as at a full queue. Used by one thread. Allocates nothing after construction.
 */
final class HeldPackets {
    private static final int ROOM = 512;

    private final MemorySegment[] packets = new MemorySegment[ROOM];
    private final int[] lengths = new int[ROOM];
    private final long[] duesNs = new long[ROOM];
    /** The packets on their way in front, the earliest last; then the free places. */
    private final int[] order = new int[ROOM];

    private int count;

    HeldPackets(final Arena arena) {
        for (int i = 0; i < ROOM; i++) {
            packets[i] = arena.allocate(PacketSocket.LONGEST_BYTES, Long.BYTES);
            order[i] = i;
        }
    }

    /** Where the next packet is to be written before {@link #hold}; null when there is no room. */
    MemorySegment free() {
        return count < ROOM ? packets[order[count]] : null;
    }

    /** Keeps the packet that was written. */
    void hold(final int length, final long dueNs) {
        final int packet = order[count];
        lengths[packet] = length;
        duesNs[packet] = dueNs;
        int place = count++;
        while (place > 0 && duesNs[order[place - 1]] <= dueNs) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = packet;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** When the earliest is due, ns. */
    long dueNs() {
        return duesNs[order[count - 1]];
    }

    /** The earliest. */
    MemorySegment packet() {
        return packets[order[count - 1]];
    }

    /** Its length, bytes. */
    int length() {
        return lengths[order[count - 1]];
    }

    /** Gives its place back. */
    void release() {
        count--;
    }
}
