package gaitd.runtime.loop;

/**
 * Runs a {@link Ticker} in real time.
 *
 * <p>No other thread uses the loop. {@link #close()} ends it after its tick. However it ends, by an exception, an error or because it was
 * closed, it does what it was given to do last.
 */
public final class LoopThread implements AutoCloseable {
    private static final long JOIN_MS = 1000;

    private final Ticker ticker;
    private final Runnable first;
    private final Runnable last;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long ticks;
    private volatile Throwable failure;

    /**
     * A thread that has not started.
     *
     * @param ticker waits and ticks
     * @param first done by the thread before its first tick; an exception ends the thread
     * @param last done by the thread after its last tick; by the one that closes it when this one hangs
     */
    public LoopThread(final Ticker ticker, final Runnable first, final Runnable last) {
        this.last = last;
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

    /**
     * Ticks done.
     *
     * @return count so far; one that stays the same is a thread that hangs or ended
     */
    public long ticks() {
        return ticks;
    }

    private void run() {
        try {
            first.run();
            long done = 0;
            long dueNs = ticker.firstDueNs();
            while (running) {
                dueNs = ticker.tick(dueNs);
                done++;
                ticks = done;
            }
        } catch (final RuntimeException | Error e) {
            failure = e;
        } finally {
            last.run();
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(JOIN_MS);
            if (thread.isAlive()) {
                last.run();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
