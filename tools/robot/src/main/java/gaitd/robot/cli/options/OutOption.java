package gaitd.robot.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that makes files, in a usual place if not given. */
public final class OutOption {
    public static final String NAME = "--out";
    static final String LABEL = "PATH";
    static final String TEXT = "folder or file that the results go into";

    @Option(names = NAME, paramLabel = LABEL, description = TEXT)
    public Path path;

    OutOption() {}
}
