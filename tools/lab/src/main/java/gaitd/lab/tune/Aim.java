package gaitd.lab.tune;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a walk is to be like: a score from the means over all grounds, more is better.
 *
 * @param powerWeight taken from the share of successes for each watt
 * @param velocityWeight taken from it for each m/s of error
 * @param byReward whether the reward of a task is the score in place of all that
 */
record Aim(double powerWeight, double velocityWeight, boolean byReward) {
    double score(final List<GroundFigures> grounds) {
        if (byReward) {
            return mean(grounds, GroundFigures::reward);
        }
        return mean(grounds, GroundFigures::success)
                - powerWeight * mean(grounds, GroundFigures::power)
                - velocityWeight * mean(grounds, GroundFigures::velocityError);
    }

    private static double mean(final List<GroundFigures> grounds, final ToDoubleFunction<GroundFigures> value) {
        return grounds.stream().mapToDouble(value).average().orElseThrow();
    }
}
