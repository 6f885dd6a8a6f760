package gaitd.lab.course;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A course in a file, that goes on where it was interrupted: what decides its figures in the first line, then a line of JSON for each level
 * that a policy has walked. A last line that was not written to its end is walked again.
 */
final class CourseFile {
    private static final String FLAG = "--resume ";

    private final Path file;
    private final CoursePlan plan;
    private final Map<String, CourseWalks> done = new HashMap<>();

    /**
     * Opens a file, or begins it.
     *
     * @param file its name, or null to keep nothing
     * @param plan what is walked
     * @throws ConfigException in one line when it is of another course, or none
     */
    CourseFile(final Path file, final CoursePlan plan) {
        this.file = file;
        this.plan = plan;
        if (file == null) {
            return;
        }
        if (Files.exists(file)) {
            PolicyFiles.attempt(file, this::read);
        } else {
            append(JsonWriter.line(plan.marks()));
        }
    }

    private boolean read() throws IOException {
        final String text = Files.readString(file);
        final int end = text.lastIndexOf('\n') + 1;
        final List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty()) {
            throw new ConfigException(FLAG + file + ": is not the file of a course; give another name");
        }
        check(lines.getFirst());
        for (int line = 1; line < lines.size(); line++) {
            try {
                take(new JsonFields("line " + (line + 1), JsonReader.parse(lines.get(line))));
            } catch (final FormatException e) {
                throw new ConfigException(FLAG + file + ": line " + (line + 1) + " is none of a course ("
                        + e.getMessage() + "); remove it, or give another name");
            }
        }
        if (end < text.length()) {
            Files.writeString(file, text.substring(0, end));
        }
        return true;
    }

    private void check(final String first) {
        final Object found;
        final Object wanted;
        try {
            found = JsonReader.parse(first);
            wanted = JsonReader.parse(JsonWriter.line(plan.marks()));
        } catch (final FormatException e) {
            throw new ConfigException(FLAG + file + ": is not the file of a course; give another name");
        }
        if (!(found instanceof final Map<?, ?> there) || !there.containsKey("course")) {
            throw new ConfigException(FLAG + file + ": is not the file of a course; give another name");
        }
        for (final Map.Entry<?, ?> mark : ((Map<?, ?>) wanted).entrySet()) {
            final Object other = there.get(mark.getKey());
            if (!mark.getValue().equals(other)) {
                throw new ConfigException(
                        "%s%s: is of another course, %s is %s there and %s here; give what it was begun with, or another name"
                                .formatted(FLAG, file, mark.getKey(), other, mark.getValue()));
            }
        }
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
        if (file == null) {
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
        append(JsonWriter.line(line));
    }

    private void append(final String line) {
        PolicyFiles.attempt(
                file,
                () -> Files.write(
                        file,
                        (line + "\n").getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND));
    }
}
