package gaitd.lab.course;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/** Makes ladders of levels. */
final class Rungs {
    static final UnaryOperator<Config.Builder> AS_MADE = builder -> builder;
    static final String FLAT = "flat";
    private static final double FLAT_WAY_M = 10;
    private static final String ORIGIN = "course";

    private Rungs() {}

    /** Grounds, each walked from where it begins, or anywhere. */
    static CourseLadder ground(
            final String name,
            final String title,
            final double wayM,
            final DoubleFunction<String> terrain,
            final double... levels) {
        return ladder(name, title, 0, levels, level -> {
            final String ground = terrain.apply(level);
            return new CourseRung(level, ground, AS_MADE, CourseDrive.way(ground, wayM));
        });
    }

    /** Grounds walked from places along them. */
    static CourseLadder from(
            final String name,
            final String title,
            final CourseDrive drive,
            final DoubleFunction<String> terrain,
            final double... levels) {
        return ladder(name, title, 0, levels, level -> new CourseRung(level, terrain.apply(level), AS_MADE, drive));
    }

    /** Robots that are not as they were made, on flat ground. */
    static CourseLadder robot(
            final String name,
            final String title,
            final double easy,
            final DoubleFunction<UnaryOperator<Config.Builder>> change,
            final double... levels) {
        return ladder(
                name,
                title,
                easy,
                levels,
                level -> new CourseRung(level, FLAT, change.apply(level), CourseDrive.way(FLAT, FLAT_WAY_M)));
    }

    /** Velocities on flat ground. */
    static CourseLadder speed(
            final String name, final String title, final DoubleFunction<CourseDrive> drive, final double... levels) {
        return ladder(name, title, 0, levels, level -> new CourseRung(level, FLAT, AS_MADE, drive.apply(level)));
    }

    private static CourseLadder ladder(
            final String name,
            final String title,
            final double easy,
            final double[] levels,
            final DoubleFunction<CourseRung> rung) {
        return new CourseLadder(
                name, title, easy, Arrays.stream(levels).mapToObj(rung).toList());
    }

    /** Sets a range. */
    static Config.Builder range(
            final Config.Builder builder, final RangeSetting which, final double low, final double high) {
        return builder.set(which, low, high, ORIGIN);
    }
}
