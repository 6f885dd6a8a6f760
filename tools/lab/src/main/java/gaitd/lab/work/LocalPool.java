package gaitd.lab.work;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of this process. */
public final class LocalPool implements WorkPool {
    private final ExecutorService threads;

    /**
     * Starts threads.
     *
     * @param threads how many units are done at once
     */
    public LocalPool(final int threads) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("work-", 0).daemon().factory());
    }

    private record Done<T>(int unit, T answer) {}

    @Override
    public <T extends Serializable> void run(final List<? extends WorkUnit<T>> units, final Taker<? super T> taker) {
        final CompletionService<Done<T>> service = new ExecutorCompletionService<>(threads);
        for (int unit = 0; unit < units.size(); unit++) {
            final int place = unit;
            service.submit(() -> new Done<>(place, units.get(place).answer()));
        }
        for (int taken = 0; taken < units.size(); taken++) {
            final Done<T> done = next(service);
            taker.take(done.unit, done.answer);
        }
    }

    private static <T> T next(final CompletionService<T> service) {
        try {
            return service.take().get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while units of work were done", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
