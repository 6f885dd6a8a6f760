package gaitd.robot.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in order when the process is told to end: Ctrl-C, SIGTERM, or a closed terminal.
 *
 * <p>The JVM's shutdown waits for the program's exit code, but no longer than a robot needs to stand and sit down; the
 * process then ends with that code.
 */
public final class Interrupts {
    private static final long FINISH_MAX_S = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile Runnable stop;
    private volatile int exitCode = ExitCode.FAILED;
    private volatile boolean interrupted;

    /** Installs the shutdown hook. Called once, by {@code main}. */
    public void listen() {
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
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
