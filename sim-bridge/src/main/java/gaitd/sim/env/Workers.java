package gaitd.sim.env;

import gaitd.policies.learn.TaskExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that, with the caller's, run numbered tasks and wait for each other.
 *
 * <p>Any thread may run any task, so tasks must not depend on one another. A task that throws ends the workers, and the
 * caller gets what it threw. A round allocates nothing. {@link #run} is called by one thread at a time.
 */
public final class Workers implements TaskExecutor, AutoCloseable {
    private static final int SPINS = 2000;

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicInteger round = new AtomicInteger();
    private int tasks;
    private IntConsumer task;
    private volatile boolean closed;
    private volatile Thread caller;

    /**
     * Starts the threads.
     *
     * @param threadCount how many with the caller's
     */
    public Workers(final int threadCount) {
        threads = new Thread[threadCount - 1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::work, "gaitd-worker-" + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when closed, or with what a task threw as its cause
     */
    @Override
    public void run(final int count, final IntConsumer work) {
        if (closed) {
            throw new IllegalStateException("the workers are closed", failure.get());
        }
        caller = Thread.currentThread();
        tasks = count;
        task = work;
        next.set(0);
        working.set(threads.length);
        round.incrementAndGet();
        for (final Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        drain();
        for (int spins = 0; working.get() != 0; spins++) {
            pause(spins);
        }
        final Throwable thrown = failure.get();
        if (thrown != null) {
            close();
            throw new IllegalStateException("a worker's task failed: " + thrown, thrown);
        }
    }

    private void work() {
        int seen = 0;
        while (true) {
            for (int spins = 0; round.get() == seen && !closed; spins++) {
                pause(spins);
            }
            if (closed) {
                return;
            }
            seen = round.get();
            drain();
            if (working.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void drain() {
        try {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
        } catch (final RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(tasks);
        }
    }

    private void pause(final int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    /**
     * Threads besides the caller's, for allocation counters.
     *
     * @return their ids
     */
    public long[] threadIds() {
        final long[] ids = new long[threads.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = threads[i].threadId();
        }
        return ids;
    }

    /** Ends the threads, after their tasks. */
    @Override
    public void close() {
        closed = true;
        for (final Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        boolean interrupted = false;
        for (final Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (final InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
