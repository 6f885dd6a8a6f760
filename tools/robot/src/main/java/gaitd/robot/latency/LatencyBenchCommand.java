package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the punctuality of the control thread against a C program. */
@Command(
        name = "latency",
        description = "Measures how late the control thread wakes at 1 kHz, alternating with cyclictest.",
        footer = {
            "",
            "cyclictest is in Debian's rt-tests. Loads are processes that this one starts and ends.",
            "",
            "Example: gaitd bench latency --rounds 5 --seconds 30 --load cpu,memory,disk,network --json latency.json"
        })
public final class LatencyBenchCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 1000;
    private static final int SECONDS_MAX = 100_000;
    private static final int KILLS_MAX = 1000;

    @Mixin
    HelpOption help;

    @Mixin
    private SideOptions sides;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(20);

    @Mixin
    private JsonOption json;

    @Mixin
    private PlotOption plot;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "rounds of each side in each condition (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--load",
            paramLabel = "KIND",
            split = ",",
            description = "measure under load as well: cpu, memory, disk, network, or several with commas")
    private List<LoadKind> loads = List.of();

    @Option(
            names = "--kill-companion",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "beside each round another, in which N companions are started and killed while the robot walks")
    private int kills;

    @Option(
            names = "--companion",
            description =
                    "beside each round another, with a companion that records, publishes, and shows to programs that read all of it")
    private boolean companion;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public LatencyBenchCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        plot.checkFolder();
        final LatencyPictures pictures = plot.path() == null ? null : LatencyPictures.installed();
        final LatencyPlan plan = new LatencyPlan(
                whole("--rounds", rounds, 1, ROUNDS_MAX, "rounds"),
                seconds.whole(1, SECONDS_MAX),
                loads,
                sides.priority(),
                sides.cpu(),
                sides.spinUs(),
                whole("--kill-companion", kills, 0, KILLS_MAX, "companions"),
                companion);
        if (loads.stream().distinct().count() < loads.size()) {
            throw new ConfigException("--load " + loads + " names a load twice: expected each once");
        }
        final PrintWriter out = spec.commandLine().getOut();
        try (LatencyBench latency = new LatencyBench(plan, out)) {
            interrupts.onInterrupt(latency::close);
            final Report report = latency.run();
            json.write(report);
            if (pictures != null) {
                latency.plot(pictures, plot.path(), spec.commandLine().getErr());
            }
        }
        return ExitCode.OK;
    }

    private static int whole(final String flag, final int value, final int min, final int max, final String unit) {
        return (int) Inputs.inRange(flag, value, min, max, unit);
    }
}
