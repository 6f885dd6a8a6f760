package gaitd.lab.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a policy does in one condition against the walk without one.
 *
 * @param better walks, of all levels, that succeed with the policy only
 * @param worse walks that succeed without it only
 * @param chance two-sided probability of such a difference, or a greater one, where there is none
 * @param says what follows from it beside all other conditions
 */
record CourseVerdict(int better, int worse, double chance, Says says) {
    /** Greatest probability that any condition of a policy is said to differ although none does. */
    static final double LEVEL = 0.05;

    /** What is said. */
    enum Says {
        BETTER,
        SAME,
        WORSE
    }

    /**
     * Verdicts over a course: the exact sign test on pairs of walks of the same number that ended differently (McNemar), Holm's correction over the
     * conditions.
     *
     * @param policy walks of each condition and level
     * @param none the same without a policy
     * @return one for each condition
     */
    static List<CourseVerdict> of(final List<List<CourseWalks>> policy, final List<List<CourseWalks>> none) {
        final List<CourseVerdict> raw = new ArrayList<>();
        for (int condition = 0; condition < policy.size(); condition++) {
            raw.add(pairs(policy.get(condition), none.get(condition)));
        }
        return holm(raw);
    }

    private static CourseVerdict pairs(final List<CourseWalks> policy, final List<CourseWalks> none) {
        int better = 0;
        int worse = 0;
        for (int level = 0; level < policy.size(); level++) {
            for (int walk = 0; walk < policy.get(level).count(); walk++) {
                final boolean with = policy.get(level).succeeded(walk);
                final boolean without = none.get(level).succeeded(walk);
                better += with && !without ? 1 : 0;
                worse += without && !with ? 1 : 0;
            }
        }
        return new CourseVerdict(better, worse, chance(better, worse), Says.SAME);
    }

    /** Two-sided probability of the exact sign test. */
    static double chance(final int better, final int worse) {
        final int pairs = better + worse;
        double logTerm = pairs * StrictMath.log(0.5);
        double tail = 0;
        for (int i = 0; i <= Math.min(better, worse); i++) {
            tail += StrictMath.exp(logTerm);
            logTerm += StrictMath.log((pairs - i) / (i + 1.0));
        }
        return Math.min(1, 2 * tail);
    }

    private static List<CourseVerdict> holm(final List<CourseVerdict> raw) {
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> raw.get(i).chance));
        final List<CourseVerdict> out = new ArrayList<>(raw);
        for (int rank = 0; rank < order.size(); rank++) {
            final CourseVerdict each = raw.get(order.get(rank));
            if (each.chance * (raw.size() - rank) >= LEVEL) {
                break;
            }
            out.set(
                    order.get(rank),
                    new CourseVerdict(
                            each.better, each.worse, each.chance, each.better > each.worse ? Says.BETTER : Says.WORSE));
        }
        return out;
    }
}
