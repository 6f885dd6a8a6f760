package gaitd.robot.log;

import gaitd.robot.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands on logs. */
@Command(
        name = "log",
        description =
                "Shows, checks, cuts, repairs and draws logs, those of gaitd and any other MCAP file; see docs/logs.md.",
        subcommands = {
            LogInfo.class,
            LogCheck.class,
            LogCut.class,
            LogRepair.class,
            LogExport.class,
            LogPlot.class,
            LogVideo.class,
            LogTest.class
        },
        footer = {"", "Example: gaitd log info gaitd-20261130-160512-0001.mcap"})
public final class LogCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "log needs a command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
