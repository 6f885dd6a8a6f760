package gaitd.runtime.rt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** Sends datagrams to unix sockets, which Java's own channels cannot. One descriptor, opened at the first message and kept. */
@SuppressWarnings("restricted")
final class NotifySocket {
    private static final MethodHandle SOCKET = Native.withErrno("socket", Native.ints(3));
    private static final MethodHandle SEND_TO = Native.withErrno(
            "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int PATH_BYTES = 108;
    private static final int NOT_OPEN = -1;

    private int descriptor = NOT_OPEN;

    NotifySocket() {}

    synchronized int send(final String name, final String message) {
        final byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path.length == 0) {
            return Errno.EINVAL;
        }
        if (path.length >= PATH_BYTES) {
            return Errno.ENAMETOOLONG;
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = Native.capture(arena);
            if (descriptor == NOT_OPEN) {
                final int opened = (int) SOCKET.invokeExact(captured, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
                if (opened < 0) {
                    return Native.error(opened, captured);
                }
                descriptor = opened;
            }
            final byte[] text = message.getBytes(StandardCharsets.UTF_8);
            final long sent = (long) SEND_TO.invokeExact(
                    captured,
                    descriptor,
                    arena.allocateFrom(JAVA_BYTE, text),
                    (long) text.length,
                    MSG_DONTWAIT_NOSIGNAL,
                    address(arena, path),
                    addressBytes(path));
            return Native.error(sent, captured);
        } catch (final Throwable e) {
            throw Native.impossible(e);
        }
    }

    /** A name that begins with @ is abstract: the system wants a zero there, and the exact length. */
    static MemorySegment address(final Arena arena, final byte[] path) {
        final MemorySegment address = arena.allocate(Short.BYTES + PATH_BYTES, Short.BYTES);
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(path, 0, address, JAVA_BYTE, Short.BYTES, path.length);
        if (path[0] == '@') {
            address.set(JAVA_BYTE, Short.BYTES, (byte) 0);
        }
        return address;
    }

    static int addressBytes(final byte[] path) {
        return Short.BYTES + path.length + (path[0] == '@' ? 0 : 1);
    }
}
