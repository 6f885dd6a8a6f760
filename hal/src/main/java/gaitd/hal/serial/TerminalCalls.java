package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Functions of Linux's C library for terminals, and their constants, the same on x86-64 and arm64. Pointers are passed as 64-bit
 * integers; the caller keeps their memory alive.
 */
final class TerminalCalls {
    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int F_DUPFD_CLOEXEC = 1030;
    static final short POLLIN = 1;
    static final short POLLERR = 8;
    static final short POLLHUP = 16;
    static final short POLLNVAL = 32;

    private static final MethodHandle READ = CLibrary.plain("read", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle WRITE = CLibrary.plain("write", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle PPOLL =
            CLibrary.plain("ppoll", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CLOSE = CLibrary.plain("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle FCNTL = CLibrary.variadic("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle IOCTL = CLibrary.variadic("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle OPENPT = CLibrary.function("posix_openpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle UNLOCKPT = CLibrary.function("unlockpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle PTSNAME = CLibrary.plain("ptsname_r", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);

    private TerminalCalls() {}

    /** Bytes taken, 0 at the end of a device that hung up, negative for an error or when there is nothing. */
    static long read(final int descriptor, final long to, final long length) {
        try {
            return (long) READ.invokeExact(descriptor, to, length);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Bytes taken by the driver; negative for an error. */
    static long write(final int descriptor, final long from, final long length) {
        try {
            return (long) WRITE.invokeExact(descriptor, from, length);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Waits for one descriptor; positive when it has something to tell. */
    static int poll(final long pollfd, final long timespec) {
        try {
            return (int) PPOLL.invokeExact(pollfd, 1L, timespec, 0L);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Closes; nothing can be done about an error. */
    static void close(final int descriptor) {
        try {
            final int ignored = (int) CLOSE.invokeExact(descriptor);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Another descriptor of the same opened file; negative for an error. */
    static int duplicate(final MemorySegment error, final int descriptor) {
        try {
            return (int) FCNTL.invokeExact(error, descriptor, F_DUPFD_CLOEXEC, 0);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Asks or tells the driver; negative for an error. */
    static int control(final MemorySegment error, final int descriptor, final long request, final long argument) {
        try {
            return (int) IOCTL.invokeExact(error, descriptor, request, argument);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** A new pseudo-terminal's master, which does not block; negative for an error. */
    static int openMaster(final MemorySegment error) {
        try {
            return (int) OPENPT.invokeExact(error, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Lets others open the device of a master; negative for an error. */
    static int unlock(final MemorySegment error, final int master) {
        try {
            return (int) UNLOCKPT.invokeExact(error, master);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    /** Writes the name of a master's device; 0, or the number of an error. */
    static int deviceName(final int master, final long to, final long length) {
        try {
            return (int) PTSNAME.invokeExact(master, to, length);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }
}
