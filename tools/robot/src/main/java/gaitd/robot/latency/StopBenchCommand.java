package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long a stop takes, by every way. */
@Command(
        name = "stop",
        description =
                "Measures the time from a person's stop to the first damping command, by every way, all processors loaded; 1 when it was over 100 ms.",
        footer = {"", "Example: gaitd bench stop --times 100 --json stop.json"})
public final class StopBenchCommand implements Callable<Integer> {
    private static final int TIMES_MAX = 10_000;
    private static final double PROMISED_MS = 100;
    private static final String LOAD_S = "86400";

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--way",
            paramLabel = "WAY",
            split = ",",
            description = "only these: key, page, launcher, command, remote, word")
    private List<StopWay> ways;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "20",
            description = "stops by each way (default ${DEFAULT-VALUE})")
    private int times;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public StopBenchCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        json.check();
        Inputs.inRange("--times", times, 1, TIMES_MAX, "");
        if (StopRig.LAUNCHER == null) {
            throw new Refusal(
                    "bench stop measures the launcher too: expected to be started by it, as ./gaitd bench stop");
        }
        final Report report = new Report().put("version", Version.TEXT).put("times", times);
        boolean kept = true;
        try (BenchProcesses load = new BenchProcesses();
                StopRig rig = new StopRig()) {
            interrupts.onInterrupt(rig::close);
            load.start("load", Jvms.ordinary(LoadProcess.class.getName(), "cpu", LOAD_S));
            for (final StopWay way : ways == null ? List.of(StopWay.values()) : ways) {
                kept &= measure(rig, way, report);
            }
        }
        json.write(report);
        return kept ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean measure(final StopRig rig, final StopWay way, final Report report)
            throws IOException, InterruptedException {
        final double[] stopMs = new double[times];
        for (int i = 0; i < times; i++) {
            rig.stand();
            stopMs[i] = rig.stop(way);
        }
        Arrays.sort(stopMs);
        final String name = way.name().toLowerCase(Locale.ROOT);
        final double most = stopMs[times - 1];
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-9s %d stops, damped after p50 %.1f p90 %.1f max %.1f ms%n",
                        name,
                        times,
                        stopMs[times / 2],
                        stopMs[Math.min(times - 1, times * 9 / 10)],
                        most);
        spec.commandLine().getOut().flush();
        report.put(name + "_p50_ms", stopMs[times / 2]).put(name + "_max_ms", most);
        return most <= PROMISED_MS;
    }
}
