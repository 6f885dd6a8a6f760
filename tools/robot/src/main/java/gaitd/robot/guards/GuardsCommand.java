package gaitd.robot.guards;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.runtime.config.Config;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every guard: what it watches, its limit, what the robot does about it, how soon, and what a person does then. */
@Command(
        name = "guards",
        description = "Prints every guard: what it watches, its limit and setting, what the robot does about it,"
                + " how soon, and what a person does before clearing it.",
        footer = {"", "Example: gaitd guards --config robot.toml"})
public final class GuardsCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Option(names = "--markdown", description = "prints the table of docs/guards.md instead")
    private boolean markdown;

    @Override
    public Integer call() {
        final Config values = Inputs.config(config.file).conclude();
        final PrintWriter out = spec.commandLine().getOut();
        out.print(markdown ? GuardTable.markdown(values) : GuardTable.plain(values));
        return ExitCode.OK;
    }
}
