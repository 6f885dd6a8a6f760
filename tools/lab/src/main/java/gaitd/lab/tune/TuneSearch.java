package gaitd.lab.tune;

import gaitd.runtime.config.Config;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * The search by covariance matrix adaptation, each setting scaled to its range. An interrupted one is run again from its beginning and finds
 * the walks that were walked.
 *
 * <p>Source: Hansen and Ostermeier, Completely derandomized self-adaptation in evolution strategies, Evolutionary Computation, 2001.
 */
final class TuneSearch {
    private static final double SIGMA = 0.15;
    private static final int FEASIBLE_TRIES = 10;
    /** Score that would end the search; the library compares its negative where it looks for the greatest. */
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final int FINALISTS = 4;
    /** Of values that contradict each other; no walk has a score that low. */
    private static final double CONTRADICTION = -100;

    private final TunePlan plan;
    private final Walked walked;
    private final Consumer<WalkCandidate> observer;
    private final List<WalkCandidate> tried = new ArrayList<>();

    /**
     * A search.
     *
     * @param plan what is looked for
     * @param walked walks
     * @param observer takes each candidate
     */
    TuneSearch(final TunePlan plan, final Walked walked, final Consumer<WalkCandidate> observer) {
        this.plan = plan;
        this.walked = walked;
        this.observer = observer;
    }

    /** Tries candidates, the present settings first. */
    void run() {
        final double[] start = plan.start();
        final double[] sigma = new double[start.length];
        Arrays.fill(sigma, SIGMA);
        final double[] high = new double[start.length];
        Arrays.fill(high, 1);
        final int generations = (plan.candidates() - 1 + plan.population() - 1) / plan.population();
        new CMAESOptimizer(
                        Math.max(1, generations),
                        NEVER,
                        true,
                        0,
                        FEASIBLE_TRIES,
                        new MersenneTwister(plan.seed()),
                        false,
                        null)
                .optimize(
                        new InitialGuess(start),
                        new ObjectiveFunction(this::score),
                        GoalType.MAXIMIZE,
                        new SimpleBounds(new double[start.length], high),
                        new CMAESOptimizer.Sigma(sigma),
                        new CMAESOptimizer.PopulationSize(plan.population()),
                        MaxEval.unlimited());
    }

    private double score(final double[] shares) {
        final double[] values = plan.values(shares);
        final Optional<Config> config = plan.config(values);
        if (config.isEmpty()) {
            return CONTRADICTION;
        }
        final WalkCandidate candidate = walk(values, config.get(), plan.test().episodes(), plan.seed());
        tried.add(candidate);
        observer.accept(candidate);
        return candidate.score();
    }

    private WalkCandidate walk(final double[] values, final Config config, final int walks, final long seed) {
        final List<GroundFigures> grounds = walked.figures(values, config, walks, seed);
        return new WalkCandidate(values, config, grounds, plan.aim().score(grounds));
    }

    /** All candidates, in their order. */
    List<WalkCandidate> tried() {
        return List.copyOf(tried);
    }

    /** The one of the best few that does best on walks of the next seed: who is best of many on the same walks is lucky, too. */
    WalkCandidate best() {
        return tried.stream()
                .sorted(Comparator.comparingDouble(WalkCandidate::score).reversed())
                .limit(FINALISTS)
                .map(each -> walk(each.values(), each.config(), plan.checked(), plan.seed() + 1))
                .max(Comparator.comparingDouble(WalkCandidate::score))
                .orElseThrow();
    }

    /** Settings on walks of a seed that decided nothing. */
    WalkCandidate heldOut(final double[] values, final Config config) {
        return walk(values, config, plan.checked(), plan.seed() + 2);
    }
}
