package gaitd.robot.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;

/**
 * Ends a run in order when the process is told to end: Ctrl-C, SIGTERM, or a closed terminal.
 *
 * <p>The JVM's shutdown waits for the program's exit code, but no longer than a robot needs to stand and sit down; the
 * process then ends with that code. A second Ctrl-C, and the signal USR1, damp a robot at once.
 */
public final class Interrupts {
    private static final long FINISH_MAX_S = 20;
    private static final long LAST_COMMANDS_NS = 50_000_000L;
    /** As the JVM ends by itself on SIGINT. */
    private static final int EXIT_INTERRUPTED = 130;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile Runnable stop;
    private volatile int exitCode = ExitCode.FAILED;
    private volatile boolean interrupted;
    private volatile Runnable damp;
    private final AtomicInteger ctrlC = new AtomicInteger();
    private boolean listening;

    /** Installs the shutdown hook. Called once, by {@code main}. */
    public void listen() {
        listening = true;
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "gaitd-interrupt"));
    }

    /**
     * Sets the action when told to end.
     *
     * @param action ends the work; called at once if that has happened already
     */
    public void onInterrupt(final Runnable action) {
        stop = action;
        if (interrupted) {
            action.run();
        }
    }

    /**
     * Sets what damps the robot at once: on SIGUSR1, which {@code gaitd stop} sends, and on a second Ctrl-C.
     *
     * @param action called by a thread of its own, more than once if asked more than once; never waits
     */
    public void onStop(final Runnable action) {
        damp = action;
        if (listening) {
            Signals.register("USR1", action);
            Signals.register("INT", this::ctrlC);
        }
    }

    /** What the JVM would do the first time, and would not do again. */
    private void ctrlC() {
        if (ctrlC.getAndIncrement() > 0 || interrupted) {
            damp.run();
        } else {
            Runtime.getRuntime().exit(EXIT_INTERRUPTED);
        }
    }

    /**
     * Marks all work as done.
     *
     * @param code the exit code
     */
    public void finish(final int code) {
        exitCode = code;
        finished.countDown();
    }

    private void shutdown() {
        if (finished.getCount() == 0) {
            return;
        }
        interrupted = true;
        final Runnable action = stop;
        if (action == null) {
            return;
        }
        action.run();
        try {
            if (finished.await(FINISH_MAX_S, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dampAndWait();
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }

    /** The control thread sends damping in its next tick; the process that goes down in the middle of a move waits for a few. */
    private void dampAndWait() {
        if (damp != null) {
            damp.run();
            LockSupport.parkNanos(LAST_COMMANDS_NS);
        }
    }
}
