package gaitd.runtime.shared;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Access lists of files, set by the kernel's own calls: the program setfacl is missing on a bare system. */
@SuppressWarnings("restricted")
final class AccessList {
    private static final MethodHandle SET =
            call("setxattr", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle REMOVE = call("removexattr", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final int[] WHO = {1, 2, 4, 0x10, 0x20};
    private static final int[] RIGHTS = {7, 7, 7, 7, 0};

    private AccessList() {}

    private static MethodHandle call(final String name, final FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow(name), type);
    }

    /** Lets one more user in; false where the file system cannot. */
    static boolean give(final Path file, final String name) {
        final ByteBuffer list =
                ByteBuffer.allocateDirect(Integer.BYTES + WHO.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        list.putInt(2);
        for (int i = 0; i < WHO.length; i++) {
            list.putShort((short) WHO[i]).putShort((short) RIGHTS[i]).putInt(WHO[i] == 2 ? 12345 : -1);
        }
        try (Arena arena = Arena.ofConfined()) {
            return (int) SET.invokeExact(
                            arena.allocateFrom(file.toString()),
                            arena.allocateFrom(name),
                            MemorySegment.ofBuffer(list.flip()),
                            (long) list.limit(),
                            0)
                    == 0;
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void take(final Path file, final String name) {
        try (Arena arena = Arena.ofConfined()) {
            final int result = (int) REMOVE.invokeExact(arena.allocateFrom(file.toString()), arena.allocateFrom(name));
            if (result != 0) {
                throw new AssertionError("removexattr " + name);
            }
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
    }
}
