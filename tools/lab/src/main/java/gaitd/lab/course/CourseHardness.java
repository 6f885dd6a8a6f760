package gaitd.lab.course;

import gaitd.runtime.config.Config;
import java.util.List;

/**
 * The hardness at which 80 % of the walks succeed.
 *
 * <p>Shares of success are first made to fall with hardness, by the mean of neighbours that rise (pool adjacent violators); then the first
 * fall below 80 % is interpolated, from the level of no hardness, at which every walk is taken to succeed, on.
 *
 * @param level in the ladder's unit; the hardest level where all have 80 % or more
 * @param isBeyond whether it is harder than any level
 */
record CourseHardness(double level, boolean isBeyond) {
    /** Share of walks that have to succeed. */
    static final double SHARE = 0.8;

    /** Of a ladder and the share of success at each of its levels, 0 to 1. */
    static CourseHardness of(final CourseLadder ladder, final double[] shares) {
        final double[] falling = falling(shares);
        double before = ladder.easy();
        double above = 1;
        for (int i = 0; i < falling.length; i++) {
            final double level = ladder.rungs().get(i).level();
            if (falling[i] < SHARE) {
                return new CourseHardness(before + (level - before) * (above - SHARE) / (above - falling[i]), false);
            }
            before = level;
            above = falling[i];
        }
        return new CourseHardness(before, true);
    }

    /** The nearest shares that never rise, by least squares. */
    static double[] falling(final double[] shares) {
        final double[] mean = new double[shares.length];
        final int[] size = new int[shares.length];
        int blocks = 0;
        for (final double share : shares) {
            mean[blocks] = share;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] < mean[blocks - 1]) {
                blocks--;
                final int both = size[blocks - 1] + size[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * size[blocks - 1] + mean[blocks] * size[blocks]) / both;
                size[blocks - 1] = both;
            }
        }
        final double[] out = new double[shares.length];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < size[block]; i++) {
                out[at++] = mean[block];
            }
        }
        return out;
    }

    /** The same of walks at each level. */
    static CourseHardness of(final CourseLadder ladder, final List<CourseWalks> levels) {
        return of(ladder, levels.stream().mapToDouble(CourseWalks::share).toArray());
    }

    /** For tables: {@code >} before the hardest level where all succeed. */
    String text() {
        return (isBeyond ? ">" : "") + Config.plain(Math.rint(100 * level) / 100);
    }
}
