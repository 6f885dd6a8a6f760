package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Socket functions of Linux's C library and its constants. Pointers are passed as 64-bit integers; the caller keeps
 * their memory alive.
 */
@SuppressWarnings("restricted")
final class Libc {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int EAGAIN = 11;
    static final int MSG_PEEK = 0x2;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;
    static final short POLLIN = 1;

    /** Captures errno of the calls that open and close. */
    static final StructLayout ERROR = Linker.Option.captureStateLayout();

    private static final int SOCK_DGRAM_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;
    private static final long LONGEST_MESSAGE = 256;

    private static final VarHandle ERRNO = ERROR.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = function("bind", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CONNECT = function("connect", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle RECVMMSG =
            plain("recvmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle RECV = plain("recv", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SEND = plain("send", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle PPOLL = plain("ppoll", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle STRERROR = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("strerror"),
                    FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private Libc() {}

    private static MethodHandle function(
            final String name, final MemoryLayout result, final MemoryLayout... arguments) {
        final Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /** For calls of every tick; their error is in {@link ErrorNumber}. */
    private static MethodHandle plain(final String name, final MemoryLayout result, final MemoryLayout... arguments) {
        final Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /** A new UDP socket that does not block; negative for an error. */
    static int socket(final MemorySegment error, final int family) {
        try {
            return (int) SOCKET.invokeExact(error, family, SOCK_DGRAM_NONBLOCK_CLOEXEC, 0);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    static int bind(final MemorySegment error, final int socket, final MemorySegment address) {
        try {
            return (int) BIND.invokeExact(error, socket, address.address(), (int) address.byteSize());
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    static int connect(final MemorySegment error, final int socket, final MemorySegment address) {
        try {
            return (int) CONNECT.invokeExact(error, socket, address.address(), (int) address.byteSize());
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    static int close(final MemorySegment error, final int socket) {
        try {
            return (int) CLOSE.invokeExact(error, socket);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Takes several datagrams; how many, negative for an error. */
    static int receive(final int socket, final long headers, final int count) {
        try {
            return (int) RECVMMSG.invokeExact(socket, headers, count, MSG_DONTWAIT, 0L);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Clears a pending error and leaves datagrams in the socket; negative when there was an error or nothing. */
    static long peek(final int socket, final long to) {
        try {
            return (long) RECV.invokeExact(socket, to, 0L, MSG_DONTWAIT | MSG_PEEK);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Bytes sent; negative for an error. */
    static long send(final int socket, final long from, final long length) {
        try {
            return (long) SEND.invokeExact(socket, from, length, MSG_DONTWAIT | MSG_NOSIGNAL);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** Waits for one socket; positive when it is readable or has an error. */
    static int poll(final long pollfd, final long timespec) {
        try {
            return (int) PPOLL.invokeExact(pollfd, 1L, timespec, 0L);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** The error number of a call that just failed. */
    private static int errno(final MemorySegment error) {
        return (int) ERRNO.get(error, 0L);
    }

    /** The error of a call that just failed, in the system's words. */
    static IOException exception(final MemorySegment error) {
        try {
            final MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno(error));
            return new IOException(text.reinterpret(LONGEST_MESSAGE).getString(0));
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /** For a catch that cannot be reached: a function of the C library does not throw. */
    static IllegalStateException impossible(final Throwable cause) {
        return new IllegalStateException("a call of the C library failed in Java", cause);
    }
}
