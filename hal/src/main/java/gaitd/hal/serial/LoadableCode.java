package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** Whether the system can load a library, asked without running what Java would run of it. */
@SuppressWarnings("restricted")
final class LoadableCode {
    private static final int RTLD_NOW = 2;
    private static final long LONGEST_MESSAGE = 4096;
    private static final MethodHandle DLOPEN = CLibrary.plain("dlopen", ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle DLERROR = CLibrary.plain("dlerror", ADDRESS);

    private LoadableCode() {}

    /** Why it cannot be loaded, in the system's words; null when it can, and then it stays loaded. */
    static String error(final Path file) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment library =
                    (MemorySegment) DLOPEN.invokeExact(arena.allocateFrom(file.toString()), RTLD_NOW);
            if (library.address() != 0) {
                return null;
            }
            return ((MemorySegment) DLERROR.invokeExact())
                    .reinterpret(LONGEST_MESSAGE)
                    .getString(0);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }
}
