package gaitd.bench.ep;

import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Version;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures equilibrium propagation. */
@Command(
        name = "ep",
        description =
                "Compares equilibrium propagation with exact gradients, and its memory and speed with backpropagation's.",
        footer = {
            "",
            "Ends with 1 when a cosine at beta 0.1 is below 0.999 or the memory at 50 solver steps is not 8 times less.",
            "",
            "Example: gaitd bench ep --json ep.json --plot plots"
        })
public final class EpBench implements Callable<Integer> {
    private static final double LEAST_COSINE = 0.999;
    private static final double LEAST_RATIO = 8;
    private static final int LENGTH = 50;

    @Mixin
    HelpOption help;

    @Mixin
    private SeedOption seed;

    @Mixin
    private JsonOption json;

    @Mixin
    private PlotOption plot;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "32",
            description = "samples of each comparison (default ${DEFAULT-VALUE})")
    private int samples;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "measurements of speed, of which the median counts (default ${DEFAULT-VALUE})")
    private int rounds;

    private PrintWriter out;

    @Override
    public Integer call() {
        json.check();
        plot.checkFolder();
        Inputs.inRange("--samples", samples, 1, 4096, "");
        Inputs.inRange("--rounds", rounds, 1, 1000, "");
        out = spec.commandLine().getOut();
        final List<EpMemory.Row> memory = EpMemory.rows();
        final double ratio = printMemory(memory);
        // Before the rest, so that the compiler has seen what a trainer runs and nothing else.
        final EpSpeed speed = EpSpeed.measure(rounds);
        out.printf(
                "%.2f us a sample, %.2f with backpropagation through the same free phase: %.2f times; %.0f GFLOP/s%n",
                speed.localUs(), speed.backUs(), speed.localUs() / speed.backUs(), speed.flopsPerS() / 1e9);
        final EpTruth truth = new EpTruth(samples, seed.value());
        final List<EpTruth.Row> settled = truth.settled();
        final double least = print(settled);
        final List<Curve> betas = truth.betas();
        final List<Curve> errors = truth.errors();
        final List<Curve> lengths = truth.lengths();
        final List<Curve> noises = truth.noises();
        final List<Curve> clipping = new EpClipping(samples, seed.value()).curves();
        print("cosine of W over beta, learned weights", betas);
        print("relative error of W over beta", errors);
        print("1 - least cosine over solver steps of each phase, from rest", lengths);
        print("cosine of W over beta, states disturbed", noises);
        print("cosine of W over beta, PPO's force on layers 64-64", clipping);
        final boolean pass = least >= LEAST_COSINE && ratio >= LEAST_RATIO;
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("seed", seed.value())
                .put("samples", samples)
                .put("cosine_min", least)
                .put("memory_ratio_50_steps_min", ratio)
                .put("update_us_per_sample", speed.localUs())
                .put("backpropagation_us_per_sample", speed.backUs())
                .put("flops_per_s", speed.flopsPerS())
                .put("settled", settled)
                .put("beta_cosine", betas)
                .put("beta_relative_error", errors)
                .put("steps_one_minus_cosine", lengths)
                .put("noise_cosine", noises)
                .put("clipping_cosine", clipping)
                .put("memory_bytes", memory)
                .put("pass", pass));
        if (Pictures.wanted(plot.path(), spec.commandLine().getErr())) {
            final EpPlots draw = new EpPlots(plot.path());
            draw.betas(betas);
            draw.errors(errors);
            draw.lengths(lengths);
            draw.noises(noises);
            draw.clipping(clipping);
            draw.memory(memory);
        }
        return pass ? ExitCode.OK : ExitCode.FAILED;
    }

    /** The least cosine of all. */
    private double print(final List<EpTruth.Row> rows) {
        out.println(
                "settled, beta 0.1, float: cosine and length over those of the implicit gradient; cosine to backpropagation"
                        + " through the relaxation");
        double least = 1;
        for (final EpTruth.Row row : rows) {
            out.printf(
                    "%-12s %-7s gain %.1f %-4s %.6f %.4f %.6f%n",
                    row.cell(),
                    row.weights(),
                    row.gain(),
                    row.group(),
                    row.cosine(),
                    row.ratio(),
                    row.relaxationCosine());
            // A comparison the other way round would let what is not a number pass.
            final double lower = Math.min(row.cosine(), row.relaxationCosine());
            least = lower >= least ? least : lower;
        }
        out.printf("least cosine %.6f%n", least);
        return least;
    }

    private void print(final String title, final List<Curve> curves) {
        out.println(title);
        out.printf("%-26s", "");
        for (final double x : curves.getFirst().x()) {
            out.printf(" %9s", x == Math.rint(x) ? Integer.toString((int) x) : Double.toString(x));
        }
        out.println();
        for (final Curve curve : curves) {
            out.printf("%-26s", curve.name());
            for (final double y : curve.y()) {
                out.printf(Math.abs(y) < 1e-2 ? " %9.1e" : " %9.5f", y);
            }
            out.println();
        }
    }

    /** The least ratio that was measured at the length that counts. */
    private double printMemory(final List<EpMemory.Row> rows) {
        out.println("bytes of the learner, 64 liquid neurons: kept by a pass, and held in all");
        double least = Double.POSITIVE_INFINITY;
        for (final EpMemory.Row row : rows) {
            out.printf(
                    "T %3d, batch %4d x %2d, through %-10s %9d of %9d: %5.1f times; %9d of %9d: %5.1f times%n",
                    row.length(),
                    row.sequences(),
                    row.steps(),
                    row.against(),
                    row.epCounted(),
                    row.otherCounted(),
                    row.countedRatio(),
                    row.epMeasured(),
                    row.otherMeasured(),
                    row.measuredRatio());
            if (row.length() == LENGTH && row.against().equals("relaxation")) {
                least = Math.min(least, row.measuredRatio());
            }
        }
        return least;
    }
}
