package gaitd.robot.cli;

import gaitd.runtime.shared.SharedHome;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The flag of all commands that meet in a shared folder. */
public final class SharedOption {
    @Option(
            names = "--shared",
            paramLabel = "DIR",
            defaultValue = SharedHome.DEFAULT_FOLDER,
            description = "folder in which the processes meet (default ${DEFAULT-VALUE})")
    public Path folder;

    SharedOption() {}
}
