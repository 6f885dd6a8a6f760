package gaitd.robot.fleet;

import gaitd.robot.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands on many robots. */
@Command(
        name = "fleet",
        description = "Shows the robots of an MQTT broker, and publishes policies to them in stages.",
        subcommands = {
            FleetList.class,
            FleetWatch.class,
            FleetPublish.class,
            FleetBack.class,
            FleetStop.class,
            FleetDemo.class
        },
        footer = {"", "Example: gaitd fleet demo"})
public final class FleetCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "fleet needs a command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
