package gaitd.lab.course;

import gaitd.lab.walks.Interval;
import java.util.List;

/**
 * One number for a policy, 0 to 100: the mean over the conditions of the mean over their levels of the share of walks that succeed, in
 * per cent. Its 95 % interval is that of independent walks, each share's variance by Agresti and Coull.
 */
final class CourseScore {
    private static final double PERCENT = 100;
    private static final double Z = 1.959964;
    private static final int ADDED = 4;

    private CourseScore() {}

    /** Of the walks at each level of each condition. */
    static Interval of(final List<List<CourseWalks>> conditions) {
        double score = 0;
        double variance = 0;
        for (final List<CourseWalks> levels : conditions) {
            final double weight = PERCENT / conditions.size() / levels.size();
            for (final CourseWalks walks : levels) {
                score += weight * walks.share();
                final double trials = walks.count() + ADDED;
                final double share = (walks.count(CourseEnd.SUCCESS) + ADDED / 2.0) / trials;
                variance += weight * weight * share * (1 - share) / trials;
            }
        }
        final double half = Z * Math.sqrt(variance);
        return new Interval(score, Math.max(0, score - half), Math.min(PERCENT, score + half));
    }
}
