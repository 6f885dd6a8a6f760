package gaitd.bench.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Functions of Linux's C library for namespaces, interfaces and whole frames. Those that open things throw; the others return -1. */
@SuppressWarnings("restricted")
final class KernelCalls {
    static final int MSG_DONTWAIT = 0x40;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final long LONGEST_MESSAGE = 256;

    private static final MethodHandle UNSHARE = opening("unshare", 1, JAVA_INT);
    private static final MethodHandle SOCKET = opening("socket", 3, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = opening("bind", 3, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle OPTION =
            opening("setsockopt", 5, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    /** The only variadic one. */
    private static final MethodHandle CONTROL = opening("ioctl", 2, JAVA_INT, JAVA_LONG, ADDRESS);

    private static final MethodHandle INDEX = plain("if_nametoindex", JAVA_INT, ADDRESS);
    private static final MethodHandle CLOSE = plain("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle RECEIVE = plain("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SEND = plain("send", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle POLL = plain("ppoll", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle ERROR_TEXT = plain("strerror", ADDRESS, JAVA_INT);

    private KernelCalls() {}

    private static MethodHandle opening(final String name, final int fixed, final MemoryLayout... arguments) {
        final FunctionDescriptor descriptor = FunctionDescriptor.of(JAVA_INT, arguments);
        final MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
        final Linker.Option errors = Linker.Option.captureCallState("errno");
        return fixed == arguments.length
                ? LINKER.downcallHandle(function, descriptor, errors)
                : LINKER.downcallHandle(function, descriptor, errors, Linker.Option.firstVariadicArg(fixed));
    }

    private static MethodHandle plain(final String name, final MemoryLayout result, final MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /** Puts the calling thread into namespaces of its own, of the kinds in these bits. */
    static void unshare(final int bits) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            check((int) UNSHARE.invokeExact(state, bits), state);
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    /** A new socket. */
    static int socket(final int family, final int type, final int protocol) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            return check((int) SOCKET.invokeExact(state, family, type, protocol), state);
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    static void bind(final int socket, final MemorySegment address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            check((int) BIND.invokeExact(state, socket, address, (int) address.byteSize()), state);
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    /** Sets an option of a socket that is a number. */
    static void option(final int socket, final int level, final int option, final int value) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            final MemorySegment number = arena.allocateFrom(JAVA_INT, value);
            check((int) OPTION.invokeExact(state, socket, level, option, number, (int) JAVA_INT.byteSize()), state);
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    /** Asks a device for something; the structure is read and written. */
    static void control(final int socket, final long request, final MemorySegment structure) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            check((int) CONTROL.invokeExact(state, socket, request, structure), state);
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    /** Index of an interface of the calling thread's namespace, 0 when there is none. */
    static int index(final String name) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) INDEX.invokeExact(arena.allocateFrom(name));
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    static void close(final int descriptor) {
        try {
            final int ignored = (int) CLOSE.invokeExact(descriptor);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Takes a frame without waiting; its length, negative when there is none. */
    static int receive(final int socket, final MemorySegment to) {
        try {
            return (int) (long) RECEIVE.invokeExact(socket, to, to.byteSize(), MSG_DONTWAIT);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Sends a frame without waiting; negative when it was not taken. */
    static int send(final int socket, final MemorySegment from, final long length) {
        try {
            return (int) (long) SEND.invokeExact(socket, from, length, MSG_DONTWAIT);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Waits until a descriptor is ready, or for a time given as a {@code timespec}. */
    static void poll(final MemorySegment descriptors, final long count, final MemorySegment longest) {
        try {
            final int ignored = (int) POLL.invokeExact(descriptors, count, longest, MemorySegment.NULL);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    private static int check(final int result, final MemorySegment state) throws IOException {
        if (result >= 0) {
            return result;
        }
        try {
            final MemorySegment text = (MemorySegment) ERROR_TEXT.invokeExact((int) ERRNO.get(state, 0L));
            throw new IOException(text.reinterpret(LONGEST_MESSAGE).getString(0));
        } catch (final Throwable e) {
            throw passed(e);
        }
    }

    private static IOException passed(final Throwable e) {
        if (e instanceof final IOException refused) {
            return refused;
        }
        throw impossible(e);
    }

    /** For a catch that cannot be reached: a function of the C library does not throw. */
    private static IllegalStateException impossible(final Throwable cause) {
        return new IllegalStateException("a call of the C library failed in Java", cause);
    }
}
