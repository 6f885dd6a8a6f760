package gaitd.lab.course;

import gaitd.lab.walks.Interval;
import java.util.List;
import java.util.Locale;

/** What is measured of every walk of the course. */
enum CourseFigure {
    /** Mean over phases of the size of the mean velocity along the ground less that asked for. */
    VELOCITY_ERROR("m/s", "%.3f"),
    /** The same of the rate of turn. */
    YAW_RATE_ERROR("rad/s", "%.3f"),
    /** Mean power of the joints. */
    POWER("W", "%.0f"),
    /** Sway: roll and pitch rates. */
    SWAY("rad/s", "%.2f");

    final String unit;
    final String format;

    CourseFigure(final String unit, final String format) {
        this.unit = unit;
        this.format = format;
    }

    /** Its name in reports. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Mean over the walks of all levels that have it, with Student's interval. */
    Interval mean(final List<CourseWalks> levels) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (final CourseWalks walks : levels) {
            for (int walk = 0; walk < walks.count(); walk++) {
                final double value = walks.figure(this, walk);
                if (!Double.isNaN(value)) {
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        return Interval.mean(sum, squares, count);
    }

    String text(final double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
