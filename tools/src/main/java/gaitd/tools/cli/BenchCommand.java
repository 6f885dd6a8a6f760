package gaitd.tools.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Group of the measurements. */
@Command(
        name = "bench",
        description = "Measures parts of the program.",
        subcommands = {
            CellsBench.class,
            DynamicsBench.class,
            EchoBenchCommand.class,
            EpBench.class,
            GradientsBench.class,
            LatencyBenchCommand.class,
            PhysicsBench.class,
            PolicyBench.class,
            SpeedBench.class
        },
        footer = {"", "Example: gaitd bench physics --json physics.json"})
final class BenchCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Gaitd program;

    Gaitd program() {
        return program;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "bench what? use cells, dynamics, echo, ep, gradients, latency, physics, policy or speed");
    }
}
