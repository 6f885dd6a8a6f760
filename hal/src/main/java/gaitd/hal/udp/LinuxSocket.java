package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import gaitd.hal.Arrivals;
import gaitd.hal.linux.CLibrary;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * UDP socket over system calls of Linux: one call takes a batch of datagrams, an error is a number and allocates
 * nothing, and the thread can wait for the next datagram.
 */
final class LinuxSocket implements RobotSocket, Arrivals {
    private static final int BATCH = 8;
    private static final int CLOSED = -1;
    private static final long NS_PER_S = 1_000_000_000L;

    private static final long HEADER_BYTES = 64;
    private static final long HEADER_VECTORS = 16;
    private static final long HEADER_VECTOR_COUNT = 24;
    private static final long HEADER_LENGTH = 56;
    private static final long VECTOR_BYTES = 16;
    private static final long VECTOR_LENGTH = 8;
    private static final long POLL_BYTES = 8;
    private static final long POLL_EVENTS = 4;
    private static final long POLL_ANSWER = 6;
    private static final long TIME_BYTES = 16;

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment error = arena.allocate(CLibrary.ERROR);
    private final ErrorNumber number = new ErrorNumber();
    private final MemorySegment headers = arena.allocate(BATCH * HEADER_BYTES, Long.BYTES);
    private final MemorySegment pollfd = arena.allocate(POLL_BYTES, Long.BYTES);
    private final MemorySegment time = arena.allocate(TIME_BYTES, Long.BYTES);
    private final ByteBuffer[] datagrams = new ByteBuffer[BATCH];
    private final ByteBuffer command =
            ByteBuffer.allocateDirect(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final long headersAt = headers.address();
    private final long commandAt = MemorySegment.ofBuffer(command).address();
    private final long pollfdAt = pollfd.address();
    private final long timeAt = time.address();
    private volatile int socket = CLOSED;

    private LinuxSocket() {
        final MemorySegment vectors = arena.allocate(BATCH * VECTOR_BYTES, Long.BYTES);
        for (int i = 0; i < BATCH; i++) {
            // One byte more than a state, so that a longer datagram shows.
            datagrams[i] = ByteBuffer.allocateDirect(LowStateCodec.SIZE + 1).order(ByteOrder.LITTLE_ENDIAN);
            final MemorySegment vector = vectors.asSlice(i * VECTOR_BYTES, VECTOR_BYTES);
            vector.set(ADDRESS, 0, MemorySegment.ofBuffer(datagrams[i]));
            vector.set(JAVA_LONG, VECTOR_LENGTH, datagrams[i].capacity());
            headers.set(ADDRESS, i * HEADER_BYTES + HEADER_VECTORS, vector);
            headers.set(JAVA_LONG, i * HEADER_BYTES + HEADER_VECTOR_COUNT, 1);
        }
        pollfd.set(JAVA_SHORT, POLL_EVENTS, Libc.POLLIN);
    }

    /** Whether this is 64-bit Linux, whose structure sizes and constants are used here. */
    static boolean available() {
        return "Linux".equals(System.getProperty("os.name")) && ADDRESS.byteSize() == Long.BYTES;
    }

    /** Opens, binds and connects; throws a {@link PortException}. */
    static LinuxSocket open(final InetSocketAddress robot, final int localPort) {
        final LinuxSocket made = new LinuxSocket();
        final InetAddress host = robot.getAddress();
        made.socket = Libc.socket(made.error, host instanceof Inet6Address ? Libc.AF_INET6 : Libc.AF_INET);
        if (made.socket < 0) {
            throw PortException.openFailed(CLibrary.exception(made.error));
        }
        made.pollfd.set(JAVA_INT, 0, made.socket);
        try (Arena brief = Arena.ofConfined()) {
            final byte[] any = new byte[host.getAddress().length];
            if (Libc.bind(made.error, made.socket, address(brief, any, localPort, 0)) < 0) {
                throw made.given(PortException.bindFailed(localPort, CLibrary.exception(made.error)));
            }
            final int scope = host instanceof final Inet6Address six ? six.getScopeId() : 0;
            if (Libc.connect(made.error, made.socket, address(brief, host.getAddress(), robot.getPort(), scope)) < 0) {
                throw made.given(PortException.connectFailed(robot, CLibrary.exception(made.error)));
            }
        }
        return made;
    }

    /** A sockaddr_in or sockaddr_in6: family, port in network byte order, address, and for IPv6 the scope. */
    private static MemorySegment address(final Arena arena, final byte[] host, final int port, final int scope) {
        final boolean six = host.length > Integer.BYTES;
        final MemorySegment address = arena.allocate(six ? 28 : 16, Long.BYTES);
        address.set(JAVA_SHORT, 0, (short) (six ? Libc.AF_INET6 : Libc.AF_INET));
        address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) port);
        MemorySegment.copy(host, 0, address, JAVA_BYTE, six ? 8 : 4, host.length);
        if (six) {
            address.set(JAVA_INT, 24, scope);
        }
        return address;
    }

    private PortException given(final PortException refused) {
        try {
            close();
        } catch (final IOException suppressed) {
            refused.addSuppressed(suppressed);
        }
        return refused;
    }

    @Override
    public int receive() {
        number.prepare();
        final int taken = Libc.receive(socket, headersAt, BATCH);
        return taken < 0 && number.value() == Libc.EAGAIN ? 0 : taken;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public ByteBuffer datagram(final int index) {
        return datagrams[index];
    }

    @Override
    public int length(final int index) {
        return headers.get(JAVA_INT, index * HEADER_BYTES + HEADER_LENGTH);
    }

    @Override
    public ByteBuffer command() {
        return command;
    }

    @Override
    public int send() {
        number.prepare();
        final int sent = (int) Libc.send(socket, commandAt, LowCmdCodec.SIZE);
        return sent < 0 && number.value() == Libc.EAGAIN ? 0 : sent;
    }

    @Override
    public Arrivals arrivals() {
        return this;
    }

    @Override
    public boolean await(final long timeoutNs) {
        final long longestNs = Math.max(0, timeoutNs);
        time.set(JAVA_LONG, 0, longestNs / NS_PER_S);
        time.set(JAVA_LONG, Long.BYTES, longestNs % NS_PER_S);
        if (Libc.poll(pollfdAt, timeAt) <= 0) {
            return false;
        }
        if ((pollfd.get(JAVA_SHORT, POLL_ANSWER) & Libc.POLLIN) != 0) {
            return true;
        }
        // A pending error would end every further wait at once, until it is read.
        Libc.peek(socket, commandAt);
        return false;
    }

    @Override
    public void close() throws IOException {
        final int open = socket;
        socket = CLOSED;
        pollfd.set(JAVA_INT, 0, CLOSED);
        if (open >= 0 && Libc.close(error, open) < 0) {
            throw CLibrary.exception(error);
        }
    }
}
