package gaitd.runtime.loop;

/**
 * Runs a {@link Ticker} in real time.
 *
 * <p>No other thread uses the loop. {@link #close()} ends it after its tick.
 */
public final class LoopThread implements AutoCloseable {
    private final Ticker ticker;
    private final Runnable first;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Throwable failure;

    /**
     * A thread that has not started.
     *
     * @param ticker waits and ticks
     * @param first done by the thread before its first tick; an exception ends the thread
     */
    public LoopThread(final Ticker ticker, final Runnable first) {
        this.ticker = ticker;
        this.first = first;
        thread = new Thread(this::run, "gaitd-control");
        thread.setDaemon(true);
    }

    /** Starts ticking. */
    public void start() {
        thread.start();
    }

    /**
     * Id of the thread, for allocation counters.
     *
     * @return the id
     */
    public long threadId() {
        return thread.threadId();
    }

    /**
     * Exception that ended the thread.
     *
     * @return null while all is well
     */
    public Throwable failure() {
        return failure;
    }

    private void run() {
        try {
            first.run();
            long dueNs = ticker.firstDueNs();
            while (running) {
                dueNs = ticker.tick(dueNs);
            }
        } catch (final RuntimeException | Error e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(1000);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
