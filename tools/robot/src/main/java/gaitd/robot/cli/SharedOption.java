package gaitd.robot.cli;

import gaitd.runtime.shared.SharedFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of all commands that use the shared folder. */
public final class SharedOption {
    @Option(
            names = "--shared",
            paramLabel = "DIR",
            defaultValue = SharedFolder.DEFAULT_FOLDER,
            description = "folder in which the processes meet (default ${DEFAULT-VALUE})")
    public Path folder;

    SharedOption() {}
}
