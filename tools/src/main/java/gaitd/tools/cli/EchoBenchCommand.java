package gaitd.tools.cli;

import gaitd.tools.latency.EchoBench;
import gaitd.tools.latency.EchoPlan;
import gaitd.tools.run.Refusal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how long a state waits for its answer, against a C program that only answers. */
@Command(
        name = "echo",
        description = "Measures how soon a state of the robot is answered, in turn with a C program that only answers.",
        footer = {
            "",
            "The controller walks, and ticks by the robot's packets (loop.schedule = 1). The C program is compiled by gcc.",
            "",
            "Example: gaitd bench echo --rounds 3 --seconds 10 --json echo.json"
        })
final class EchoBenchCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 1000;
    private static final int SECONDS_MAX = 3600;
    private static final int PRIORITY_MAX = 98;
    private static final int SPIN_MAX_US = 500;
    private static final int PROCESSORS_LEAST = 2;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private BenchCommand bench;

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

    @Option(
            names = "--priority",
            paramLabel = "N",
            defaultValue = "80",
            description = "SCHED_FIFO priority of both sides, 0 for none (default ${DEFAULT-VALUE})")
    private int priority;

    @Option(names = "--cpu", paramLabel = "N", description = "processor of both sides, -1 for any (default the last)")
    private Integer cpu;

    @Option(
            names = "--spin",
            paramLabel = "US",
            defaultValue = "0",
            description = "spin of our side around the moment of a packet (default ${DEFAULT-VALUE})")
    private int spinUs;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON")
    private Path json;

    @Override
    public Integer call() {
        Outputs.check(json, "--json");
        final int processors = Runtime.getRuntime().availableProcessors();
        final EchoPlan plan = new EchoPlan(
                (int) Inputs.inRange("--rounds", rounds, 1, ROUNDS_MAX, "rounds"),
                (int) Inputs.inRange("--seconds", seconds, 1, SECONDS_MAX, "s"),
                (int) Inputs.inRange("--priority", priority, 0, PRIORITY_MAX, "(0 for none)"),
                (int) Inputs.inRange("--cpu", cpu == null ? processors - 1 : cpu, -1, processors - 1, "(-1 for any)"),
                (int) Inputs.inRange("--spin", spinUs, 0, SPIN_MAX_US, "us"));
        if (processors < PROCESSORS_LEAST) {
            throw new Refusal("this machine has one processor: expected two, one of them for the robot that measures");
        }
        try (EchoBench echo = new EchoBench(plan, spec.commandLine().getOut())) {
            bench.program().interrupts().onInterrupt(echo::close);
            Outputs.write(echo.run(), json, "--json");
        }
        return ExitCode.OK;
    }
}
