package gaitd.robot.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A unix datagram socket that a service manager would listen on; Java's own channels have none. */
@SuppressWarnings("restricted")
final class NotifyInbox implements AutoCloseable {
    private static final int ADDRESS_BYTES = 110;
    private static final int LONGEST = 1024;
    private static final int MSG_DONTWAIT = 0x40;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment text = arena.allocate(LONGEST);
    private final int descriptor;

    NotifyInbox(final Path path) throws Throwable {
        final byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        final MemorySegment address = arena.allocate(ADDRESS_BYTES, Short.BYTES);
        address.set(JAVA_SHORT, 0, (short) 1);
        MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
        descriptor = (int) function("socket", JAVA_INT, JAVA_INT, JAVA_INT).invokeExact(1, 2, 0);
        final int bound = (int) function("bind", JAVA_INT, ADDRESS, JAVA_INT)
                .invokeExact(descriptor, address, Short.BYTES + name.length + 1);
        if (descriptor < 0 || bound != 0) {
            throw new AssertionError("no socket at " + path);
        }
    }

    private static MethodHandle function(final String name, final java.lang.foreign.MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static MethodHandle function(final String name, final FunctionDescriptor type) {
        final Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    /** The next datagram, or null when there is none. */
    String next() throws Throwable {
        final long length =
                (long) function("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT))
                        .invokeExact(descriptor, text, (long) LONGEST, MSG_DONTWAIT);
        return length < 0 ? null : new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            final int ignored = (int) function("close", JAVA_INT).invokeExact(descriptor);
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
        arena.close();
    }
}
