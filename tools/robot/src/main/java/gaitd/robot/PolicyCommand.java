package gaitd.robot;

import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyCheck;
import gaitd.robot.policy.PolicyShow;
import gaitd.robot.trial.PolicyTry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands on policy bundles; those that make and draw bundles are in the lab. */
@Command(
        name = "policy",
        description = "Checks, tries, shows, draws, signs, converts and imports policy bundles.",
        subcommands = {PolicyCheck.class, PolicyTry.class, PolicyShow.class},
        footer = {"", "Example: gaitd policy check trot.zip"})
final class PolicyCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "policy needs a command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
