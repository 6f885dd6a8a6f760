package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.runtime.config.Refusal;
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

    @Mixin
    private final SecondsOption seconds = new SecondsOption(10);

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "rounds of each side (default ${DEFAULT-VALUE})")
    private int rounds;

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
        json.check();
        final EchoPlan plan = new EchoPlan(
                (int) Inputs.inRange("--rounds", rounds, 1, ROUNDS_MAX, "rounds"),
                seconds.whole(1, SECONDS_MAX),
                sides.priority(),
                sides.cpu(),
                sides.spinUs());
        if (Runtime.getRuntime().availableProcessors() < PROCESSORS_LEAST) {
            throw new Refusal("this machine has one processor: expected two, one of them for the robot that measures");
        }
        try (EchoBench echo = new EchoBench(plan, spec.commandLine().getOut())) {
            interrupts.onInterrupt(echo::close);
            json.write(echo.run());
        }
        return ExitCode.OK;
    }
}
