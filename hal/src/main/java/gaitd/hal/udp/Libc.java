package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Socket functions of Linux's C library and its constants. Pointers are passed as 64-bit integers; the caller keeps
 * their memory alive.
 */
final class Libc {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int EAGAIN = 11;
    static final int MSG_PEEK = 0x2;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;
    static final short POLLIN = 1;

    private static final int SOCK_DGRAM_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;

    private static final MethodHandle SOCKET = CLibrary.function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = CLibrary.function("bind", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CONNECT = CLibrary.function("connect", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = CLibrary.function("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle RECVMMSG =
            CLibrary.plain("recvmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle RECV =
            CLibrary.plain("recv", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SEND =
            CLibrary.plain("send", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle PPOLL =
            CLibrary.plain("ppoll", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private Libc() {}

    /** A new UDP socket that does not block; negative for an error. */
    static int socket(final MemorySegment error, final int family) {
        try {
            return (int) SOCKET.invokeExact(error, family, SOCK_DGRAM_NONBLOCK_CLOEXEC, 0);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    static int bind(final MemorySegment error, final int socket, final MemorySegment address) {
        try {
            return (int) BIND.invokeExact(error, socket, address.address(), (int) address.byteSize());
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    static int connect(final MemorySegment error, final int socket, final MemorySegment address) {
        try {
            return (int) CONNECT.invokeExact(error, socket, address.address(), (int) address.byteSize());
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    static int close(final MemorySegment error, final int socket) {
        try {
            return (int) CLOSE.invokeExact(error, socket);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Takes several datagrams; how many, negative for an error. */
    static int receive(final int socket, final long headers, final int count) {
        try {
            return (int) RECVMMSG.invokeExact(socket, headers, count, MSG_DONTWAIT, 0L);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Clears a pending error and leaves datagrams in the socket; negative when there was an error or nothing. */
    static long peek(final int socket, final long to) {
        try {
            return (long) RECV.invokeExact(socket, to, 0L, MSG_DONTWAIT | MSG_PEEK);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Bytes sent; negative for an error. */
    static long send(final int socket, final long from, final long length) {
        try {
            return (long) SEND.invokeExact(socket, from, length, MSG_DONTWAIT | MSG_NOSIGNAL);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Waits for one socket; positive when it is readable or has an error. */
    static int poll(final long pollfd, final long timespec) {
        try {
            return (int) PPOLL.invokeExact(pollfd, 1L, timespec, 0L);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }
}
