package gaitd.robot.adapt;

import gaitd.robot.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands on a policy that adapts. */
@Command(
        name = "adapt",
        description =
                "Shows and steers the adapting of a policy on the robot, which 'gaitd learner' and 'run --adapt' do.",
        subcommands = {
            AdaptStart.class,
            AdaptStop.class,
            AdaptFreeze.class,
            AdaptStatus.class,
            AdaptHistory.class,
            AdaptRollback.class,
            AdaptExport.class
        },
        footer = {"", "Example: gaitd adapt history"})
public final class AdaptCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "adapt needs a command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
