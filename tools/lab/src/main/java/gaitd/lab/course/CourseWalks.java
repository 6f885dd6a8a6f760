package gaitd.lab.course;

import gaitd.lab.walks.Interval;
import java.io.Serializable;

/**
 * The walks of one policy at one level, by their numbers.
 *
 * @param end how each ended
 * @param figure {@link CourseFigure}s of each; NaN where a walk was too short to have one
 */
@SuppressWarnings("ArrayRecordComponent")
record CourseWalks(CourseEnd[] end, double[][] figure) implements Serializable {
    CourseWalks(final int walks) {
        this(new CourseEnd[walks], new double[CourseFigure.values().length][walks]);
    }

    /** Some of the walks, by their numbers. */
    CourseWalks some(final int[] numbers) {
        final CourseWalks some = new CourseWalks(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            some.end[i] = end[numbers[i]];
            for (int f = 0; f < figure.length; f++) {
                some.figure[f][i] = figure[f][numbers[i]];
            }
        }
        return some;
    }

    /** Puts walks that {@link #some} gave in their places. */
    void put(final int[] numbers, final CourseWalks some) {
        for (int i = 0; i < numbers.length; i++) {
            end[numbers[i]] = some.end[i];
            for (int f = 0; f < figure.length; f++) {
                figure[f][numbers[i]] = some.figure[f][i];
            }
        }
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
