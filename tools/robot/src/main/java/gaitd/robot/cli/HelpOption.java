package gaitd.robot.cli;

import picocli.CommandLine.Option;

/** The option of every command. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    boolean help;

    HelpOption() {}
}
