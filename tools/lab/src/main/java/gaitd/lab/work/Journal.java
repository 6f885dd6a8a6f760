package gaitd.lab.work;

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
import java.util.List;
import java.util.Map;

/**
 * What is done, in a file that goes on where it was interrupted: what decides the figures in the first line, then a line of JSON for each
 * piece that is done. A last line that was not written to its end is cut off, so that its piece is done again.
 */
public final class Journal {
    /** Takes what was done before. */
    @FunctionalInterface
    public interface Line {
        /**
         * A line.
         *
         * @param line of the file
         * @throws FormatException when it is none
         */
        void take(JsonFields line) throws FormatException;
    }

    private final Path file;
    private final String option;
    private final String what;

    /**
     * Opens a file, or begins it.
     *
     * @param option that names it, for refusals
     * @param file its name
     * @param what it is of, a key of the marks
     * @param marks what decides the figures, by name
     * @param lines takes the lines that are there
     * @throws ConfigException in one line when it has other marks, naming the first that differs, or is no such file
     */
    public Journal(
            final String option,
            final Path file,
            final String what,
            final Map<String, Object> marks,
            final Line lines) {
        this.file = file;
        this.option = option;
        this.what = what;
        final String first = JsonWriter.line(marks);
        if (Files.exists(file)) {
            PolicyFiles.attempt(file, () -> read(first, lines));
        } else {
            append(first);
        }
    }

    private boolean read(final String marks, final Line taker) throws IOException {
        final String text = Files.readString(file);
        final int end = text.lastIndexOf('\n') + 1;
        final List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty()) {
            throw none();
        }
        check(lines.getFirst(), marks);
        for (int line = 1; line < lines.size(); line++) {
            try {
                taker.take(new JsonFields("line " + (line + 1), JsonReader.parse(lines.get(line))));
            } catch (final FormatException e) {
                throw new ConfigException("%s %s: line %d is none of a %s (%s); remove it, or give another name"
                        .formatted(option, file, line + 1, what, e.getMessage()));
            }
        }
        if (end < text.length()) {
            Files.writeString(file, text.substring(0, end));
        }
        return true;
    }

    private void check(final String first, final String marks) {
        final Object found;
        final Object wanted;
        try {
            found = JsonReader.parse(first);
            wanted = JsonReader.parse(marks);
        } catch (final FormatException e) {
            throw none();
        }
        if (!(found instanceof final Map<?, ?> there) || !there.containsKey(what)) {
            throw none();
        }
        for (final Map.Entry<?, ?> mark : ((Map<?, ?>) wanted).entrySet()) {
            final Object other = there.get(mark.getKey());
            if (!mark.getValue().equals(other)) {
                throw new ConfigException(
                        "%s %s: is of another %s, %s is %s there and %s here; give what it was begun with, or another name"
                                .formatted(option, file, what, mark.getKey(), other, mark.getValue()));
            }
        }
    }

    private ConfigException none() {
        return new ConfigException(option + " " + file + ": is not the file of a " + what + "; give another name");
    }

    /**
     * Keeps a piece that is done.
     *
     * @param line what {@link JsonWriter} takes
     * @throws gaitd.runtime.config.Refusal in one line when it cannot be written
     */
    public void add(final Object line) {
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
