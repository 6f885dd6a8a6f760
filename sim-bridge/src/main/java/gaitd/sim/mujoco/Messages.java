package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;

/**
 * Handler of the library's own messages.
 *
 * <p>An error ends the program with a line: MuJoCo cannot go on after one and by itself waits for a key. Warnings are
 * dropped: the simulator counts what matters, and MuJoCo by itself writes them to a file in the working folder.
 */
@SuppressWarnings("restricted")
final class Messages {
    private static final int HALT_STATUS = 3;
    private static final MemorySegment ERROR = stub(Messages::end);
    private static final MemorySegment WARNING = stub(message -> {});

    private Messages() {}

    /**
     * Installs the handlers.
     *
     * @param library the library
     */
    static void handle(final SymbolLookup library) {
        library.find("mju_user_error").ifPresent(variable -> set(variable, ERROR));
        library.find("mju_user_warning").ifPresent(variable -> set(variable, WARNING));
    }

    private static void set(final MemorySegment variable, final MemorySegment function) {
        variable.reinterpret(ADDRESS.byteSize()).set(ADDRESS, 0, function);
    }

    private static void end(final MemorySegment message) {
        System.err.println("libmujoco: " + message.reinterpret(Long.MAX_VALUE).getString(0));
        Runtime.getRuntime().halt(HALT_STATUS);
    }

    private static MemorySegment stub(final Consumer<MemorySegment> handler) {
        try {
            final MethodHandle target = MethodHandles.publicLookup()
                    .findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class))
                    .bindTo(handler)
                    .asType(MethodType.methodType(void.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(target, FunctionDescriptor.ofVoid(ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
