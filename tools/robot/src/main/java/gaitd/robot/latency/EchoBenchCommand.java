package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.Outputs;
import gaitd.runtime.config.Refusal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the time from a robot's state to its command, against a C program that only answers. */
@Command(
        name = "echo",
        description =
                "Measures the time from a robot's state to its command, alternating with a C program that only answers.",
        footer = {
            "",
            "The controller walks, and ticks by the robot's packets (loop.schedule = \"packets\"). The C program is compiled by gcc.",
            "",
            "Example: gaitd bench echo --rounds 3 --seconds 10 --json echo.json"
        })
public final class EchoBenchCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 1000;
    private static final int SECONDS_MAX = 3600;
    private static final int PROCESSORS_LEAST = 2;

    @Mixin
    HelpOption help;

    @Mixin
    private SideOptions sides;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "rounds of each side (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "length of a round (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON")
    private Path json;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public EchoBenchCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        Outputs.check(json, "--json");
        final EchoPlan plan = new EchoPlan(
                (int) Inputs.inRange("--rounds", rounds, 1, ROUNDS_MAX, "rounds"),
                (int) Inputs.inRange("--seconds", seconds, 1, SECONDS_MAX, "s"),
                sides.priority(),
                sides.cpu(),
                sides.spinUs());
        if (Runtime.getRuntime().availableProcessors() < PROCESSORS_LEAST) {
            throw new Refusal("this machine has one processor: expected two, one of them for the robot that measures");
        }
        try (EchoBench echo = new EchoBench(plan, spec.commandLine().getOut())) {
            interrupts.onInterrupt(echo::close);
            Outputs.write(echo.run(), json, "--json");
        }
        return ExitCode.OK;
    }
}
