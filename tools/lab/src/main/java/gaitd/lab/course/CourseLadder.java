package gaitd.lab.course;

import java.util.List;

/**
 * One condition of the course, in levels that become harder.
 *
 * @param name for commands and reports, such as {@code stairs-up}
 * @param title for people, with the unit of the levels
 * @param easy level of no hardness at all, which every walk is taken to get through
 * @param rungs levels, the easiest first
 */
record CourseLadder(String name, String title, double easy, List<CourseRung> rungs) {
    CourseLadder {
        rungs = List.copyOf(rungs);
    }

    /** The rung of a level that it has. */
    CourseRung rung(final double level) {
        return rungs.stream().filter(rung -> rung.level() == level).findFirst().orElseThrow();
    }
}
