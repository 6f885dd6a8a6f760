package gaitd.robot.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that can be set by a file. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE.toml",
            description = "settings from a TOML file; 'gaitd config' prints the keys of robots")
    public Path file;

    ConfigOption() {}
}
