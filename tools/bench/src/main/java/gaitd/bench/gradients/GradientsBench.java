package gaitd.bench.gradients;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures backpropagation through time. */
@Command(
        name = "gradients",
        description = "Measures backpropagation through time: 64 liquid neurons, 32 steps, batches of 256 sequences.",
        footer = {"", "Example: gaitd bench gradients --workers 2 --json gradients.json"})
public final class GradientsBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "threads: 1, 2 or 4 (default ${DEFAULT-VALUE})")
    private int workers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "15",
            description = "measurements, of which the median counts (default ${DEFAULT-VALUE})")
    private int rounds;

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--rounds", rounds, 1, 1000, "");
        if (workers != 1 && workers != 2 && workers != 4) {
            throw new ConfigException("--workers " + workers + ": expected 1, 2 or 4");
        }
        final GradientBench.Rate rate;
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            rate = GradientBench.run(threads, workers, System::nanoTime, rounds);
        }
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%.0f sequences/s, %.1f GFLOP/s, %.0f %% of the peak measured in the same run, %.1f MB of records%n",
                rate.samplesPerS(), rate.flopsPerS() / 1e9, 100 * rate.shareOfPeak(), rate.recordBytes() / 1e6);
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("workers", workers)
                .put("samples_per_s", rate.samplesPerS())
                .put("flops_per_s", rate.flopsPerS())
                .put("peak_flops_per_s", rate.peakFlopsPerS())
                .put("share_of_peak", rate.shareOfPeak())
                .put("record_bytes", rate.recordBytes()));
        return ExitCode.OK;
    }
}
