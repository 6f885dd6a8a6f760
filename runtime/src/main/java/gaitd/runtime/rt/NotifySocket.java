package gaitd.runtime.rt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Sends datagrams to Unix sockets, which Java's channels do not support. One descriptor, opened at the first message
 * and kept. Sending the same message again allocates 40 bytes until the code is compiled, then nothing. Messages are
 * ASCII, other letters become question marks, and are cut at 512 bytes.
 */
final class NotifySocket {
    private static final MethodHandle SOCKET = CLibrary.function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SEND_TO =
            CLibrary.function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int PATH_BYTES = 108;
    private static final int NOT_OPEN = -1;
    private static final int MESSAGE_BYTES = 512;
    private static final char LAST_ASCII = 127;

    private final MemorySegment captured = Arena.global().allocate(CLibrary.ERROR);
    private final MemorySegment text = Arena.global().allocate(MESSAGE_BYTES);
    private int descriptor = NOT_OPEN;
    private String written;
    private long textBytes;
    private String known;
    private MemorySegment address;
    private int addressBytes;

    NotifySocket() {}

    synchronized int send(final String name, final String message) {
        if (!name.equals(known)) {
            final byte[] path = name.getBytes(StandardCharsets.UTF_8);
            if (path.length == 0) {
                return Errno.EINVAL;
            }
            if (path.length >= PATH_BYTES) {
                return Errno.ENAMETOOLONG;
            }
            address = address(Arena.global(), path);
            addressBytes = addressBytes(path);
            known = name;
        }
        if (!message.equals(written)) {
            write(message);
        }
        try {
            if (descriptor == NOT_OPEN) {
                final int opened = (int) SOCKET.invokeExact(captured, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
                if (opened < 0) {
                    return CLibrary.error(opened, captured);
                }
                descriptor = opened;
            }
            final long sent = (long) SEND_TO.invokeExact(
                    captured, descriptor, text, textBytes, MSG_DONTWAIT_NOSIGNAL, address, addressBytes);
            return CLibrary.error(sent, captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    private void write(final String message) {
        textBytes = Math.min(message.length(), MESSAGE_BYTES);
        for (int i = 0; i < textBytes; i++) {
            final char letter = message.charAt(i);
            text.set(JAVA_BYTE, i, (byte) (letter > LAST_ASCII ? '?' : letter));
        }
        written = message;
    }

    /** A name that begins with @ is abstract: the system expects a zero byte there, and the exact length. */
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
