package gaitd.robot.cli.options;

import gaitd.robot.cli.Outputs;
import gaitd.robot.report.Report;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command whose result can be read by programs. */
public final class JsonOption {
    private static final String NAME = "--json";
    private static final String OLD_NAME = "--report";

    @Option(names = NAME, paramLabel = "FILE", description = "write the result as JSON")
    private Path file;

    @Option(names = OLD_NAME, paramLabel = "FILE", hidden = true, description = OldName.TEXT)
    private Path old;

    JsonOption() {}

    /** Refuses a file that cannot be written, before the work begins. */
    public void check() {
        Outputs.check(file(), NAME);
    }

    public boolean given() {
        return file() != null;
    }

    /** Writes the result, where a file was given. */
    public void write(final Report result) {
        Outputs.write(result, file(), NAME);
    }

    private Path file() {
        return OldName.either(NAME, file, OLD_NAME, old);
    }
}
