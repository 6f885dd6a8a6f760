package gaitd.robot.cli;

import picocli.CommandLine.Option;

/** The flag every command has. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    boolean help;

    HelpOption() {}
}
