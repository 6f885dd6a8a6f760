package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The C library's error number of the calling thread, read where the library keeps it. The linker's own way of capturing it makes an
 * object a call, which is left out of the heap only as long as the compiler sees through it.
 *
 * <p>Where the JVM stops its threads in the very moment after a call, it may leave another number there: then an error is taken for an
 * empty socket, or the other way round, once.
 */
@SuppressWarnings("restricted")
final class ErrorNumber {
    private static final MethodHandle LOCATION = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("__errno_location"),
                    FunctionDescriptor.of(ADDRESS));

    private long thread = -1;
    private MemorySegment place = MemorySegment.NULL;

    /** To be called before the function whose error is wanted: finds the place when another thread calls for the first time. */
    void prepare() {
        final long calling = Thread.currentThread().threadId();
        if (thread != calling) {
            place = found();
            thread = calling;
        }
    }

    /** The error number of this thread's last call that failed. */
    int value() {
        return place.get(JAVA_INT, 0);
    }

    private static MemorySegment found() {
        try {
            return ((MemorySegment) LOCATION.invokeExact()).reinterpret(JAVA_INT.byteSize());
        } catch (final Throwable e) {
            throw Libc.impossible(e);
        }
    }
}
