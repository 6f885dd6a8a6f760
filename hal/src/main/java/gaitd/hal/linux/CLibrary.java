package gaitd.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Finds functions of the C library and reads the error of a call that failed. */
@SuppressWarnings("restricted")
public final class CLibrary {
    /** The memory that a {@link #function} captures its error in, its first argument. */
    public static final StructLayout ERROR = Linker.Option.captureStateLayout();

    private static final long LONGEST_MESSAGE = 256;
    private static final VarHandle ERRNO = ERROR.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle STRERROR = plain("strerror", ADDRESS, JAVA_INT);

    private CLibrary() {}

    /**
     * A function whose error is captured.
     *
     * @param name its name
     * @param result what it returns
     * @param arguments what it takes after the memory for the error
     * @return its handle
     */
    public static MethodHandle function(final String name, final MemoryLayout result, final MemoryLayout... arguments) {
        return handle(name, result, arguments, Linker.Option.captureCallState("errno"));
    }

    /**
     * A function that takes more arguments than it declares, as {@code ioctl}; its error is captured.
     *
     * @param name its name
     * @param fixed how many arguments are fixed
     * @param result what it returns
     * @param arguments what it takes after the memory for the error
     * @return its handle
     */
    public static MethodHandle variadic(
            final String name, final int fixed, final MemoryLayout result, final MemoryLayout... arguments) {
        return handle(
                name,
                result,
                arguments,
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(fixed));
    }

    /**
     * A function for calls of every tick; its error is in errno, if somebody looks at once.
     *
     * @param name its name
     * @param result what it returns
     * @param arguments what it takes
     * @return its handle
     */
    public static MethodHandle plain(final String name, final MemoryLayout result, final MemoryLayout... arguments) {
        return handle(name, result, arguments);
    }

    private static MethodHandle handle(
            final String name,
            final MemoryLayout result,
            final MemoryLayout[] arguments,
            final Linker.Option... options) {
        final Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), options);
    }

    /**
     * The number of a captured error.
     *
     * @param error the memory given to a call that just failed
     * @return errno
     */
    public static int number(final MemorySegment error) {
        return (int) ERRNO.get(error, 0L);
    }

    /**
     * The error of a call.
     *
     * @param result what it returned; negative where it failed
     * @param error the memory given to it
     * @return errno, or 0 where it did not fail
     */
    public static int error(final long result, final MemorySegment error) {
        return result < 0 ? number(error) : 0;
    }

    /**
     * A captured error in the system's words.
     *
     * @param error the memory given to a call that just failed
     * @return an exception to be thrown or told
     */
    public static IOException exception(final MemorySegment error) {
        return new IOException(words(number(error)));
    }

    /**
     * An error in the system's words.
     *
     * @param number an error number
     * @return such as {@code Permission denied}
     */
    public static String words(final int number) {
        try {
            final MemorySegment text = (MemorySegment) STRERROR.invokeExact(number);
            return text.reinterpret(LONGEST_MESSAGE).getString(0);
        } catch (final Throwable e) {
            throw impossible(e);
        }
    }

    /**
     * For a catch that cannot be reached: a function of the C library does not throw.
     *
     * @param cause what was thrown
     * @return to be thrown
     */
    public static IllegalStateException impossible(final Throwable cause) {
        return new IllegalStateException("a call of the C library failed in Java", cause);
    }
}
