package gaitd.bench.physics;

import gaitd.sim.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * The baseline gait over many seeds in one engine and on one ground.
 *
 * @param trials one of each seed, from seed 1
 */
public record GaitComparison(List<GaitTrial> trials) {
    /**
     * Walks all seeds on all cores.
     *
     * @param engine physics engine
     * @param terrain name of the ground
     * @param seeds how many, 1 or more
     * @param seconds walking time of each, s
     * @return the trials
     */
    public static GaitComparison walk(
            final Engine engine, final String terrain, final int seeds, final double seconds) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            final List<Callable<GaitTrial>> work = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                final long own = seed;
                work.add(() -> GaitTrial.walk(engine, terrain, own, seconds));
            }
            final List<GaitTrial> trials = new ArrayList<>();
            for (final Future<GaitTrial> trial : workers.invokeAll(work)) {
                trials.add(trial.get());
            }
            return new GaitComparison(List.copyOf(trials));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GaitComparison(List.of());
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Mean over the robots that stayed up.
     *
     * @param what a value of a trial
     * @return the mean; NaN when all fell
     */
    public double mean(final ToDoubleFunction<GaitTrial> what) {
        return trials.stream()
                .filter(trial -> !trial.fell())
                .mapToDouble(what)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * All values of the robots that stayed up.
     *
     * @param what a value of a trial
     * @return one of each
     */
    public double[] all(final ToDoubleFunction<GaitTrial> what) {
        return trials.stream().filter(trial -> !trial.fell()).mapToDouble(what).toArray();
    }

    /**
     * How many fell.
     *
     * @return share, 0 to 1
     */
    public double fallRate() {
        return trials.stream().filter(GaitTrial::fell).count() / (double) Math.max(1, trials.size());
    }
}
