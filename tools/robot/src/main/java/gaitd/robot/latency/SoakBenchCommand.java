package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets all processes run for long, and looks for what grows. */
@Command(
        name = "soak",
        description =
                "Walks for long with control, companion (recording, MQTT, page, Foxglove, metrics) and learner; 1 when memory, descriptors or"
                        + " threads grow, or frames are missing that nobody counted.",
        footer = {"", "Example: gaitd bench soak --seconds 3600 --json soak.json"})
public final class SoakBenchCommand implements Callable<Integer> {
    private static final int SECONDS_MAX = 1_000_000;

    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(60);

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Mixin
    private PriorityOption priority;

    @Option(
            names = "--lockstep",
            description = "a run in lock-step that adapts and records, instead of processes in real time")
    private boolean lockstep;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public SoakBenchCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        final int length = seconds.whole(5, SECONDS_MAX);
        try (SoakBench soak =
                new SoakBench(length, priority.value(), spec.commandLine().getOut())) {
            interrupts.onInterrupt(lockstep ? soak::finish : soak::close);
            final Report report = lockstep ? soak.lockstep() : soak.realTime();
            json.write(report);
            spec.commandLine().getOut().println(report.json());
            return soak.isWell() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
