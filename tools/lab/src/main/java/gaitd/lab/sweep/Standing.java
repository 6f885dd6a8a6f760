package gaitd.lab.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far a variant came.
 *
 * @param number of the variant, from 0
 * @param variant what it has of its own
 * @param rung the last one that it was in, from 0
 * @param ends of its trainings there, by seed
 */
record Standing(int number, Variant variant, int rung, List<TrialEnd> ends) {
    /** The best first: those that came furthest, by their mean reward, else in their order. */
    static final Comparator<Standing> BEST_FIRST = Comparator.comparingInt(Standing::rung)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Standing::ranked).reversed())
            .thenComparingInt(Standing::number);

    private double ranked() {
        return mean(TrialEnd::ranked);
    }

    /** Mean over seeds. */
    double mean(final ToDoubleFunction<TrialEnd> value) {
        return ends.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** Least over seeds. */
    double min(final ToDoubleFunction<TrialEnd> value) {
        return ends.stream().mapToDouble(value).min().orElse(Double.NaN);
    }

    /** Greatest over seeds. */
    double max(final ToDoubleFunction<TrialEnd> value) {
        return ends.stream().mapToDouble(value).max().orElse(Double.NaN);
    }

    /** The best of its trainings. */
    TrialEnd best() {
        return ends.stream().max(Comparator.comparingDouble(TrialEnd::ranked)).orElseThrow();
    }
}
