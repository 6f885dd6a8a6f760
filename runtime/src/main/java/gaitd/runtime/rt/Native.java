package gaitd.runtime.rt;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Finds functions of the C library and reads their error number. */
@SuppressWarnings("restricted")
final class Native {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private Native() {}

    /** A function that returns its error number, or never fails. */
    static MethodHandle function(final String name, final FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
    }

    /** A function that sets errno; its first argument is the memory made by {@link #capture}. */
    static MethodHandle withErrno(final String name, final FunctionDescriptor type, final Linker.Option... options) {
        final Linker.Option[] all = new Linker.Option[options.length + 1];
        all[0] = CAPTURE;
        System.arraycopy(options, 0, all, 1, options.length);
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, all);
    }

    static MemorySegment capture(final Arena arena) {
        return arena.allocate(CAPTURED);
    }

    /** 0 when a call succeeded, else its error number. */
    static int error(final long result, final MemorySegment captured) {
        return result < 0 ? (int) ERRNO.get(captured, 0L) : 0;
    }

    static FunctionDescriptor ints(final int count) {
        final MemoryLayout[] arguments = new MemoryLayout[count];
        java.util.Arrays.fill(arguments, ValueLayout.JAVA_INT);
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    }

    /** For a catch that cannot be reached: a function of the C library does not throw. */
    static IllegalStateException impossible(final Throwable cause) {
        return new IllegalStateException("a call of the C library failed in Java", cause);
    }
}
