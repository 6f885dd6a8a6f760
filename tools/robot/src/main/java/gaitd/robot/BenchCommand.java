package gaitd.robot;

import gaitd.robot.cli.HelpOption;
import gaitd.robot.latency.EchoBenchCommand;
import gaitd.robot.latency.KillsBenchCommand;
import gaitd.robot.latency.LatencyBenchCommand;
import gaitd.robot.latency.SoakBenchCommand;
import gaitd.robot.latency.StopBenchCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the measurements: those of a robot's computer, and others where they are installed. */
@Command(
        name = "bench",
        description = "Measures parts of the program.",
        subcommands = {
            EchoBenchCommand.class,
            KillsBenchCommand.class,
            LatencyBenchCommand.class,
            SoakBenchCommand.class,
            StopBenchCommand.class
        },
        footer = {"", "Example: gaitd bench latency --json latency.json"})
final class BenchCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "bench needs a command: one of " + Extensions.names(spec));
    }
}
