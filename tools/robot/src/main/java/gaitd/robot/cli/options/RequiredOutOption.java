package gaitd.robot.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The same option for commands that have no usual place for what they make. */
public final class RequiredOutOption {
    @Option(names = OutOption.NAME, required = true, paramLabel = OutOption.LABEL, description = OutOption.TEXT)
    public Path path;

    RequiredOutOption() {}
}
