package gaitd.lab.classic;

import gaitd.lab.walks.Interval;
import gaitd.policies.learn.LearnedPolicy;
import gaitd.policies.learn.Transitions;
import gaitd.policies.learn.classic.ClassicEnv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whole episodes of one policy: what they earned, by which terms, and how long they were. */
final class ClassicEpisodes {
    private final List<String> terms;
    private final List<double[]> earned = new ArrayList<>();
    private long successes;

    private ClassicEpisodes(final List<String> terms) {
        this.terms = terms;
    }

    /**
     * One episode of each copy of a task.
     *
     * @param policy acts
     * @param env the task
     * @param seed decides how episodes begin, whatever the policy does
     * @return the episodes
     */
    static ClassicEpisodes run(final LearnedPolicy policy, final ClassicEnv env, final long seed) {
        final ClassicEpisodes episodes = new ClassicEpisodes(env.rewardTerms());
        final Transitions transitions = Transitions.of(env);
        final int count = env.environments();
        final int columns = episodes.terms.size() + 2;
        final double[] sums = new double[count * columns];
        final boolean[] over = new boolean[count];
        int running = count;
        env.resetWhole(seed, transitions);
        while (running > 0) {
            policy.act(transitions);
            env.step(transitions);
            for (int i = 0; i < count; i++) {
                if (over[i]) {
                    continue;
                }
                episodes.add(transitions, i, sums, i * columns);
                over[i] = transitions.terminated[i] || transitions.truncated[i];
                if (over[i]) {
                    running--;
                    episodes.successes += transitions.success[i] ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            episodes.earned.add(Arrays.copyOfRange(sums, i * columns, (i + 1) * columns));
        }
        return episodes;
    }

    private void add(final Transitions transitions, final int copy, final double[] sums, final int at) {
        sums[at] += transitions.reward[copy];
        sums[at + 1]++;
        for (int k = 0; k < terms.size(); k++) {
            sums[at + 2 + k] += transitions.rewardTerm[copy * terms.size() + k];
        }
    }

    /** All episodes of several runs, in order. */
    static ClassicEpisodes all(final List<ClassicEpisodes> runs) {
        final ClassicEpisodes all = new ClassicEpisodes(runs.getFirst().terms);
        for (final ClassicEpisodes run : runs) {
            all.earned.addAll(run.earned);
            all.successes += run.successes;
        }
        return all;
    }

    /** Sum of rewards of an episode. */
    Interval reward() {
        return mean(0);
    }

    /** Least sum of rewards of an episode. */
    double leastReward() {
        return earned.stream().mapToDouble(row -> row[0]).min().orElse(Double.NaN);
    }

    /** Policy steps of an episode. */
    Interval length() {
        return mean(1);
    }

    /** Sum of what one term of the reward gave in an episode. */
    Interval term(final int term) {
        return mean(2 + term);
    }

    /** Names of the terms. */
    List<String> terms() {
        return terms;
    }

    /** Share of episodes that reached the goal. */
    Interval success() {
        return Interval.share(successes, earned.size());
    }

    private Interval mean(final int column) {
        double sum = 0;
        double squares = 0;
        for (final double[] row : earned) {
            sum += row[column];
            squares += row[column] * row[column];
        }
        return Interval.mean(sum, squares, earned.size());
    }
}
