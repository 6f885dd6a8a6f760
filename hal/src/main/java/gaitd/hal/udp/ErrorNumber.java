package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The C library's errno of the calling thread, read from its address. The linker's capture of call state allocates an
 * object a call wherever escape analysis does not remove it.
 *
 * <p>A safepoint right after a call may overwrite errno: then, once, an error is taken for an empty socket or the other
 * way round.
 */
@SuppressWarnings("restricted")
final class ErrorNumber {
    private static final MethodHandle LOCATION = CLibrary.plain("__errno_location", ADDRESS);

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
            throw CLibrary.impossible(e);
        }
    }
}
