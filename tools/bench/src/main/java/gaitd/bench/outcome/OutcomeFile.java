package gaitd.bench.outcome;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcomes of a campaign that goes on where it was stopped: a line each, written as they come.
 *
 * @param <T> an outcome, a record
 */
public final class OutcomeFile<T> {
    private final Path file;
    private final Parser<T> parser;

    /**
     * Reads an outcome.
     *
     * @param <T> an outcome
     */
    public interface Parser<T> {
        /**
         * Reads an outcome.
         *
         * @param fields of its line
         * @return the outcome
         * @throws FormatException when something is missing or of another kind
         */
        T parse(JsonFields fields) throws FormatException;
    }

    /**
     * A file of outcomes.
     *
     * @param file need not be there
     * @param parser reads its lines
     */
    public OutcomeFile(final Path file, final Parser<T> parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * What is there; a last line that was cut off is taken out. A file of anything else is left as it is.
     *
     * @return in the order they came
     * @throws ConfigException in one line when it holds something else
     */
    public List<T> read() {
        final List<T> outcomes = new ArrayList<>();
        if (!Files.exists(file)) {
            return outcomes;
        }
        try {
            final String text = Files.readString(file);
            final int whole = text.lastIndexOf('\n') + 1;
            for (final String line : text.substring(0, whole).lines().toList()) {
                outcomes.add(parser.parse(new JsonFields("outcome", JsonReader.parse(line))));
            }
            final String cut = text.substring(whole);
            if (!cut.isEmpty() && !cut.startsWith("{")) {
                throw new FormatException("its last line is '" + cut + "'");
            }
            if (!cut.isEmpty()) {
                Files.writeString(file, text.substring(0, whole));
            }
        } catch (final IOException e) {
            throw new ConfigException(file + ": no outcomes of a campaign are there (" + e.getMessage()
                    + "); give another file, or remove it to begin anew");
        }
        return outcomes;
    }

    /**
     * Adds one.
     *
     * @param outcome written as a line
     */
    public void add(final T outcome) {
        try {
            Files.writeString(
                    file,
                    JsonWriter.line(outcome) + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
