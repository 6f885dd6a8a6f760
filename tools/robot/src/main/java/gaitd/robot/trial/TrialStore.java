package gaitd.robot.trial;

import gaitd.policies.text.JsonReader;
import gaitd.robot.report.DurableFile;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where trials are remembered: a file a policy, named by the hash of its bundle. */
final class TrialStore {
    private static final String NAME = "--trials";
    private static final Path SYSTEM = Path.of("/var/lib/gaitd");
    private static final String FOLDER = "trials";
    private static final String ENDING = ".json";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            description =
                    "where trials of policies are remembered (default /var/lib/gaitd/trials where that may be written, else"
                            + " ~/.local/state/gaitd/trials)")
    private Path folder;

    TrialStore() {}

    /**
     * What is remembered of a trial.
     *
     * @param passed whether it passed
     * @param version of the program
     * @param settings that were not the default, one line each
     */
    record Remembered(boolean passed, String version, List<String> settings) {}

    /** Remembers a trial in place of an earlier one of the same bundle; returns the file. */
    Path keep(final String sha256, final Report trial) {
        final Path file = folderToWrite().resolve(sha256 + ENDING);
        try {
            Files.createDirectories(file.getParent());
            DurableFile.replace(file, trial.json().getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new Refusal(NAME + " " + file.getParent() + ": cannot be written (" + e + ")", e);
        }
        return file;
    }

    /** The trial of a bundle; null when none is remembered. */
    Remembered find(final String sha256) {
        for (final Path each : places()) {
            final Path file = each.resolve(sha256 + ENDING);
            if (Files.isReadable(file)) {
                return read(file);
            }
        }
        return null;
    }

    private static Remembered read(final Path file) {
        try {
            if (JsonReader.parse(Files.readString(file)) instanceof final Map<?, ?> values
                    && values.get("pass") instanceof final Boolean passed
                    && values.get("version") instanceof final String version
                    && values.get("settings") instanceof final List<?> settings) {
                return new Remembered(
                        passed, version, settings.stream().map(String::valueOf).toList());
            }
            throw new Refusal(
                    file + ": is not a trial that 'gaitd policy try' wrote; remove it and try the policy again");
        } catch (final IOException e) {
            throw new Refusal(file + ": cannot be read (" + e + "); remove it and try the policy again", e);
        }
    }

    private Path folderToWrite() {
        return folder != null ? folder : Files.isWritable(SYSTEM) ? SYSTEM.resolve(FOLDER) : home();
    }

    private List<Path> places() {
        return folder != null ? List.of(folder) : List.of(SYSTEM.resolve(FOLDER), home());
    }

    private static Path home() {
        final String state = System.getenv("XDG_STATE_HOME");
        final Path root = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return root.resolve("gaitd").resolve(FOLDER);
    }
}
