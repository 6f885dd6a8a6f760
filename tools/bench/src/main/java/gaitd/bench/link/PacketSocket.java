package gaitd.bench.link;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Takes every frame that arrives at an interface, and sends whole frames there.
 *
 * <p>Each frame begins with the kernel's note on checksums and segments (virtio_net_hdr, 10 bytes), which is handed on with it: a datagram
 * of a virtual interface has no checksum yet, and who receives it knows that by the note only. Open as long as its process.
 * Allocates nothing after opening.
 */
final class PacketSocket {
    /** Room for a frame of an Ethernet with its note, bytes. */
    static final int LONGEST_BYTES = 2048;

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int ETH_P_ALL = 3;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_VNET_HDR = 15;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    /** struct sockaddr_ll: family, protocol in network order, index of the interface. */
    private static final long ADDRESS_BYTES = 20;

    private static final long ADDRESS_PROTOCOL = 2;
    private static final long ADDRESS_INDEX = 4;

    private final int socket;

    private PacketSocket(final int socket) {
        this.socket = socket;
    }

    /** Opens one at an interface of the calling thread's namespace; any thread may use it then. */
    static PacketSocket at(final String device) throws IOException {
        final int made = KernelCalls.socket(AF_PACKET, SOCK_RAW_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            KernelCalls.option(made, SOL_PACKET, PACKET_VNET_HDR, 1);
            KernelCalls.option(made, SOL_PACKET, PACKET_IGNORE_OUTGOING, 1);
            final MemorySegment address = arena.allocate(ADDRESS_BYTES, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), ADDRESS_PROTOCOL, (short) ETH_P_ALL);
            address.set(JAVA_INT, ADDRESS_INDEX, KernelCalls.index(device));
            KernelCalls.bind(made, address);
        } catch (final IOException e) {
            KernelCalls.close(made);
            throw e;
        }
        return new PacketSocket(made);
    }

    int descriptor() {
        return socket;
    }

    /** Takes a frame without waiting; its length with the note, negative when there is none or the interface is down. */
    int receive(final MemorySegment to) {
        return KernelCalls.receive(socket, to);
    }

    /** Sends a frame; false when the interface does not take it. */
    boolean send(final MemorySegment from, final int length) {
        return KernelCalls.send(socket, from, length) == length;
    }
}
