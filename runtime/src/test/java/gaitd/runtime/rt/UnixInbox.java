package gaitd.runtime.rt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** A unix datagram socket that a service manager would listen on. */
final class UnixInbox implements AutoCloseable {
    private static final int LONGEST = 1024;
    private static final int MSG_DONTWAIT = 0x40;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment captured = arena.allocate(CLibrary.ERROR);
    private final int descriptor;

    UnixInbox(final String name) throws Throwable {
        final byte[] path = name.getBytes(StandardCharsets.UTF_8);
        descriptor = (int) CLibrary.function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)
                .invokeExact(captured, 1, 2, 0);
        final int bound = (int) CLibrary.function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)
                .invokeExact(captured, descriptor, NotifySocket.address(arena, path), NotifySocket.addressBytes(path));
        if (bound != 0) {
            throw new AssertionError("bind: " + Errno.name(CLibrary.error(bound, captured)));
        }
    }

    /** The next datagram, or null when there is none. */
    String next() throws Throwable {
        final MemorySegment text = arena.allocate(LONGEST);
        final long length = (long) CLibrary.function("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)
                .invokeExact(captured, descriptor, text, (long) LONGEST, MSG_DONTWAIT);
        return length < 0 ? null : new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            final int ignored =
                    (int) CLibrary.function("close", JAVA_INT, JAVA_INT).invokeExact(captured, descriptor);
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
        arena.close();
    }
}
