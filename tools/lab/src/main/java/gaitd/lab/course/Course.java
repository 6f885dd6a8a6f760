package gaitd.lab.course;

import gaitd.policies.text.Words;
import gaitd.runtime.config.ConfigException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The course that policies are compared on: what is in it changes with its version alone. */
final class Course {
    /** Version: figures of other versions do not compare. */
    static final int VERSION = 1;

    private static final List<CourseLadder> ALL = Stream.of(GroundLadders.ALL, RobotLadders.ALL, SpeedLadders.ALL)
            .flatMap(List::stream)
            .toList();

    private Course() {}

    /**
     * Conditions by name.
     *
     * @param names with commas between them, or null for all
     * @param isShort whether each has only its second and its fourth level
     * @return in the order of the course
     * @throws ConfigException in one line for a name that is none
     */
    static List<CourseLadder> ladders(final String names, final boolean isShort) {
        final List<CourseLadder> asked = names == null ? ALL : asked(Arrays.asList(names.split(",", -1)));
        return isShort ? asked.stream().map(Course::cut).toList() : asked;
    }

    private static List<CourseLadder> asked(final List<String> names) {
        final List<String> known = ALL.stream().map(CourseLadder::name).toList();
        for (final String name : names) {
            if (!known.contains(name)) {
                final Optional<String> nearest = Words.nearest(name, known);
                throw new ConfigException("--conditions " + name + ": there is no such condition"
                        + nearest.map(other -> "; did you mean " + other + "?").orElse("") + "; expected some of "
                        + String.join(", ", known));
            }
        }
        return ALL.stream().filter(ladder -> names.contains(ladder.name())).toList();
    }

    private static CourseLadder cut(final CourseLadder ladder) {
        final List<CourseRung> rungs = new ArrayList<>();
        for (int i = 1; i < ladder.rungs().size(); i += 2) {
            rungs.add(ladder.rungs().get(i));
        }
        return new CourseLadder(ladder.name(), ladder.title(), ladder.easy(), rungs);
    }
}
