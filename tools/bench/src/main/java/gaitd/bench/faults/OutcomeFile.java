package gaitd.bench.faults;

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

/** Outcomes of a campaign that goes on where it was stopped: a line each, written as they come. */
final class OutcomeFile {
    private final Path file;

    OutcomeFile(final Path file) {
        this.file = file;
    }

    /** What is there; a line that was cut off is taken out. */
    List<TrialOutcome> read() {
        final List<TrialOutcome> outcomes = new ArrayList<>();
        if (!Files.exists(file)) {
            return outcomes;
        }
        try {
            final List<String> all = Files.readAllLines(file);
            final List<String> whole =
                    all.stream().filter(line -> line.endsWith("}")).toList();
            if (whole.size() < all.size()) {
                Files.write(file, whole);
            }
            for (final String line : whole) {
                outcomes.add(TrialOutcome.of(new JsonFields("outcome", JsonReader.parse(line))));
            }
        } catch (final IOException e) {
            throw new ConfigException(file + ": no outcomes of a campaign are there (" + e.getMessage()
                    + "); give another file, or remove it to begin anew");
        }
        return outcomes;
    }

    void add(final TrialOutcome outcome) {
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
