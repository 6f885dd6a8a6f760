package gaitd.bench.physics;

import gaitd.bench.turns.Candidate;
import gaitd.sim.batch.BatchSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The load of {@link BatchTrot} shared by threads, each with its own groups of robots. */
public final class ThreadedTrot implements Candidate.Work, AutoCloseable {
    private final List<BatchTrot> parts = new ArrayList<>();
    private final ExecutorService workers;
    private final int robots;

    /**
     * Robots at their start.
     *
     * @param batch moved by this object only
     * @param threads how many, 1 or more
     */
    public ThreadedTrot(final BatchSimulator batch, final int threads) {
        final int groups = batch.layout().groups();
        for (int part = 0; part < threads; part++) {
            parts.add(new BatchTrot(batch, 0, groups * part / threads, groups * (part + 1) / threads));
        }
        workers = Executors.newFixedThreadPool(threads);
        robots = batch.layout().robots();
    }

    @Override
    public int grain() {
        return robots;
    }

    @Override
    public void run(final int robotSteps) {
        final List<Callable<Void>> work = new ArrayList<>();
        for (final BatchTrot part : parts) {
            work.add(() -> {
                part.run(robotSteps);
                return null;
            });
        }
        try {
            for (final Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
