package gaitd.robot.testing;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** Signals to processes, sent by the kernel's own call: the program kill is missing on a bare system. Numbers are those of Linux. */
@SuppressWarnings("restricted")
public enum ProcessSignal {
    HUP(1),
    INT(2),
    KILL(9),
    TERM(15),
    CONT(18),
    STOP(19);

    private static final MethodHandle SEND = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private final int number;

    ProcessSignal(final int number) {
        this.number = number;
    }

    /** Sends it; the process has to be there. */
    public void to(final long pid) {
        final int result;
        try {
            result = (int) SEND.invokeExact(Math.toIntExact(pid), number);
        } catch (final Throwable e) {
            throw new AssertionError("kill(2) cannot be called", e);
        }
        if (result != 0) {
            throw new AssertionError("no signal " + this + " to process " + pid + ": is it there?");
        }
    }
}
