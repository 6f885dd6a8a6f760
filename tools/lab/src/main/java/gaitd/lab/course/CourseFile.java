package gaitd.lab.course;

import gaitd.lab.work.Journal;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A course in a file, that goes on where it was interrupted: a line for each level that a policy has walked. */
final class CourseFile {
    private final Journal journal;
    private final CoursePlan plan;
    private final Map<String, CourseWalks> done = new HashMap<>();

    /**
     * Opens a file, or begins it.
     *
     * @param file its name, or null to keep nothing
     * @param plan what is walked
     * @throws gaitd.runtime.config.ConfigException in one line when it is of another course, or none
     */
    CourseFile(final Path file, final CoursePlan plan) {
        this.plan = plan;
        journal = file == null ? null : new Journal("--resume", file, "course", plan.marks(), this::take);
    }

    private void take(final JsonFields line) throws FormatException {
        final String ends = line.text("ends");
        final CourseWalks walks = new CourseWalks(plan.walks());
        if (ends.length() != plan.walks()) {
            throw new FormatException("ends: expected " + plan.walks() + " letters");
        }
        for (int walk = 0; walk < ends.length(); walk++) {
            walks.end()[walk] = CourseEnd.of(ends.charAt(walk));
            if (walks.end()[walk] == null) {
                throw new FormatException("ends: '" + ends.charAt(walk) + "' is none");
            }
        }
        for (final CourseFigure figure : CourseFigure.values()) {
            final double[] values = line.vector(figure.key(), plan.walks());
            for (int walk = 0; walk < values.length; walk++) {
                walks.figure()[figure.ordinal()][walk] = values[walk] < 0 ? Double.NaN : values[walk];
            }
        }
        done.put(key(line.text("policy"), line.text("condition"), line.number("level")), walks);
    }

    private static String key(final String policy, final String condition, final double level) {
        return policy + "\n" + condition + "\n" + level;
    }

    /** Walks that are done; null where there are none. */
    CourseWalks get(final String policy, final CourseLadder ladder, final CourseRung rung) {
        return done.get(key(policy, ladder.name(), rung.level()));
    }

    /** Walks, of all policies and levels, that are done. */
    long walked() {
        return (long) done.size() * plan.walks();
    }

    /** Keeps the walks of a level. */
    void put(final String policy, final CourseLadder ladder, final CourseRung rung, final CourseWalks walks) {
        if (journal == null) {
            return;
        }
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("policy", policy);
        line.put("condition", ladder.name());
        line.put("level", rung.level());
        final StringBuilder ends = new StringBuilder();
        for (final CourseEnd end : walks.end()) {
            ends.append(end.letter);
        }
        line.put("ends", ends.toString());
        for (final CourseFigure figure : CourseFigure.values()) {
            final double[] values = walks.figure()[figure.ordinal()].clone();
            for (int walk = 0; walk < values.length; walk++) {
                values[walk] = Double.isNaN(values[walk]) ? -1 : values[walk];
            }
            line.put(figure.key(), values);
        }
        journal.add(line);
    }
}
