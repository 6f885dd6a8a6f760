package gaitd.robot.cli;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * The standard error of the launcher. While the JVM starts, the launcher keeps it as another file descriptor and filters the JVM's warning of incubator
 * modules from its messages; the program then takes the descriptor back and writes to it directly, so that no line is delayed.
 */
@SuppressWarnings("restricted")
final class StandardError {
    /** The file descriptor under which the launcher keeps it. */
    private static final String KEPT = "gaitd.stderr";

    private static final int STANDARD_ERROR = 2;

    private StandardError() {}

    /** Takes it back if the launcher keeps it. Called once, before anything is written. */
    static void takeBack() {
        final Integer kept = Integer.getInteger(KEPT);
        if (kept == null) {
            return;
        }
        final Linker linker = Linker.nativeLinker();
        final MethodHandle duplicate = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("dup2"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        try {
            // Where it cannot be done, what is written takes the long way, and arrives too.
            final int _ = (int) duplicate.invokeExact((int) kept, STANDARD_ERROR);
        } catch (final Throwable e) {
            throw new IllegalStateException("dup2 cannot be called", e);
        }
    }
}
