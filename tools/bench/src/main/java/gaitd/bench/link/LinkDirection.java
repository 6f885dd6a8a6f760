package gaitd.bench.link;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.HdrHistogram.Histogram;

/** One direction of a link: frames from one interface to the other. Used by the relay's thread. Allocates nothing after construction. */
final class LinkDirection {
    private final PacketSocket from;
    private final PacketSocket to;
    private final Impairment impairment;
    private final Histogram lateNs;
    private final HeldPackets held = new HeldPackets(Arena.global());
    private final MemorySegment spare = Arena.global().allocate(PacketSocket.LONGEST_BYTES, Long.BYTES);
    private long overflowed;

    LinkDirection(final PacketSocket from, final PacketSocket to, final Impairment impairment, final Histogram lateNs) {
        this.from = from;
        this.to = to;
        this.impairment = impairment;
        this.lateNs = lateNs;
    }

    long packets() {
        return impairment.packets();
    }

    /** Packets that were dropped, by the profile or because there was no room for more on the way. */
    long lost() {
        return impairment.lost() + overflowed;
    }

    /** Takes all frames that have come. */
    void take() {
        MemorySegment place = place();
        int length = from.receive(place);
        while (length > 0) {
            final long dueNs = impairment.due(length, System.nanoTime());
            if (dueNs != Impairment.LOST) {
                if (held.free() == null) {
                    overflowed++;
                } else {
                    held.hold(length, dueNs);
                }
            }
            place = place();
            length = from.receive(place);
        }
    }

    private MemorySegment place() {
        final MemorySegment free = held.free();
        return free == null ? spare : free;
    }

    /** Sends the frames that are due; when the next one is due after that, ns. */
    long forward(final long nowNs, final long otherwiseNs) {
        while (!held.isEmpty() && held.dueNs() <= nowNs) {
            lateNs.recordValue(nowNs - held.dueNs());
            // An interface that is down takes nothing, as a cable that is pulled.
            to.send(held.packet(), held.length());
            held.release();
        }
        return held.isEmpty() ? otherwiseNs : held.dueNs();
    }
}
