package gaitd.robot.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in an orderly way when the process is told to go: Ctrl-C, SIGTERM, or its terminal closed.
 *
 * <p>The JVM's shutdown waits until the program has told its exit code, but no longer than a robot needs to stand and sit
 * down; the process then ends with that code.
 */
public final class Interrupts {
    private static final long PATIENCE_S = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile Runnable stop;
    private volatile int exitCode = ExitCode.FAILED;
    private volatile boolean interrupted;

    /** Starts listening. Called once, by {@code main}. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "gaitd-interrupt"));
    }

    /**
     * Says what to do when told to go.
     *
     * @param action ends the work; called at once when told before
     */
    public void onInterrupt(final Runnable action) {
        stop = action;
        if (interrupted) {
            action.run();
        }
    }

    /**
     * Tells that all work is done.
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
            if (finished.await(PATIENCE_S, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
