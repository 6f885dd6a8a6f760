package gaitd.runtime.loop;

import java.util.concurrent.locks.LockSupport;

/**
 * Runs a {@link ControlLoop} in real time on an absolute schedule.
 *
 * <p>A late wake-up does not move the next one. When a tick ends after the next was due, whole periods are skipped and
 * counted, never made up. The thread is the only one that touches the loop. {@link #close()} ends it after its tick.
 */
public final class LoopThread implements AutoCloseable {
    private final ControlLoop loop;
    private final TickTiming timing;
    private final NanoClock clock;
    private final long periodNs;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Throwable failure;

    /**
     * A thread that has not started.
     *
     * @param loop the loop to run
     * @param clock the loop's clock
     * @param periodNs control period, ns
     */
    public LoopThread(final ControlLoop loop, final NanoClock clock, final long periodNs) {
        this.loop = loop;
        this.clock = clock;
        this.periodNs = periodNs;
        timing = new TickTiming(clock);
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
     * What ended the thread unasked.
     *
     * @return null while all is well
     */
    public Throwable failure() {
        return failure;
    }

    private void run() {
        try {
            long dueNs = clock.nanoTime() + periodNs;
            while (running) {
                dueNs = survive(dueNs);
            }
        } catch (final RuntimeException | Error e) {
            failure = e;
        }
    }

    /** A shared file that somebody cut short is a fault of memory, which Java tells as an error, at once or a little later. */
    private long survive(final long dueNs) {
        try {
            return awaitAndTick(dueNs);
        } catch (final InternalError memoryGone) {
            loop.abandonShared(memoryGone);
            return dueNs + periodNs;
        }
    }

    private long awaitAndTick(final long dueNs) {
        long nowNs = clock.nanoTime();
        while (nowNs < dueNs) {
            LockSupport.parkNanos(dueNs - nowNs);
            nowNs = clock.nanoTime();
        }
        timing.scheduledNs = dueNs;
        timing.startedNs = nowNs;
        loop.tick(timing);
        timing.tick++;
        final long skipped = Math.max(0, (clock.nanoTime() - dueNs) / periodNs);
        timing.missedTicks += skipped;
        timing.missedInARow = skipped == 0 ? 0 : (int) Math.min(timing.missedInARow + skipped, Integer.MAX_VALUE);
        return dueNs + (skipped + 1) * periodNs;
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
