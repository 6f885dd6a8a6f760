package gaitd.robot.cli.options;

import gaitd.robot.cli.Outputs;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that draws its result when asked to. */
public final class PlotOption {
    public static final String NAME = "--plot";
    private static final String OLD_NAME = "--plots";
    private static final String OLDER_NAME = "--png";

    @Option(
            names = NAME,
            paramLabel = "PATH",
            description = "draw as PNG: several pictures into this folder, a single one into this file")
    private Path path;

    @Option(
            names = {OLD_NAME, OLDER_NAME},
            paramLabel = "PATH",
            hidden = true,
            description = OldName.TEXT)
    private Path old;

    PlotOption() {}

    /** Makes the folder for several pictures, or refuses. */
    public void checkFolder() {
        Outputs.checkFolder(path(), NAME);
    }

    /** Refuses a file that a single picture cannot be written into. */
    public void checkFile() {
        Outputs.check(path(), NAME);
    }

    /** Where to draw, null for nowhere. */
    public Path path() {
        return OldName.either(NAME, path, OLD_NAME + " or " + OLDER_NAME, old);
    }
}
