package gaitd.lab.course;

import gaitd.lab.walks.Interval;

/**
 * The walks of one policy at one level, by their numbers.
 *
 * @param end how each ended
 * @param figure {@link CourseFigure}s of each; NaN where a walk was too short to have one
 */
@SuppressWarnings("ArrayRecordComponent")
record CourseWalks(CourseEnd[] end, double[][] figure) {
    CourseWalks(final int walks) {
        this(new CourseEnd[walks], new double[CourseFigure.values().length][walks]);
    }

    int count() {
        return end.length;
    }

    int count(final CourseEnd which) {
        int count = 0;
        for (final CourseEnd each : end) {
            count += each == which ? 1 : 0;
        }
        return count;
    }

    boolean succeeded(final int walk) {
        return end[walk] == CourseEnd.SUCCESS;
    }

    /** Share of the walks that succeeded, 0 to 1. */
    double share() {
        return count(CourseEnd.SUCCESS) / (double) count();
    }

    Interval success() {
        return Interval.share(count(CourseEnd.SUCCESS), count());
    }

    double figure(final CourseFigure which, final int walk) {
        return figure[which.ordinal()][walk];
    }
}
