package gaitd.lab.sweep;

import gaitd.lab.image.Pictures;
import gaitd.lab.train.TrainFolder;
import gaitd.lab.train.TrainOptions;
import gaitd.lab.work.OnOption;
import gaitd.lab.work.WorkPool;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a task many times. */
@Command(
        name = "sweep",
        description =
                "Trains a task many times with different options and ranks them; stopped or killed, the same command goes"
                        + " on where it was.",
        footer = {
            "",
            "Options of train are those of all trials; --grid and --range vary them, under their names without dashes.",
            "",
            "Example: gaitd sweep cartpole --hidden 16 --steps 200000 --grid rate=0.001,0.003 --grid kl=0,0.02 --seeds 3 --out rates"
        })
public final class SweepCommand implements Callable<Integer> {
    private static final int SEEDS_MAX = 1000;
    private static final int THREADS_MAX = 256;

    @Mixin
    HelpOption help;

    private CommandSpec spec;

    @Mixin
    private TrainOptions options;

    @Mixin
    private SweepOptions sweep;

    @Mixin
    private SeedOption seed;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private OnOption on;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "1",
            description = "trainings of each trial, with seeds from --seed on (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "trainings at once, of one thread each (default one a processor)")
    private Integer threads;

    @Spec
    void describe(final CommandSpec command) {
        spec = command;
        TrainOptions.addTo(command);
    }

    @Override
    public Integer call() {
        Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "");
        final int atOnce = threads == null
                ? Runtime.getRuntime().availableProcessors()
                : (int) Inputs.inRange("--threads", threads, 1, THREADS_MAX, "threads");
        if (seed.value() > Long.MAX_VALUE - (seeds - 1)) {
            throw new ConfigException("%s %d: no --seeds %d follow each other from there; expected at most %d"
                    .formatted(SeedOption.NAME, seed.value(), seeds, Long.MAX_VALUE - (seeds - 1)));
        }
        final List<Axis> axes = sweep.axes();
        final var task = options.task();
        final List<Variant> variants = sweep.variants(axes, seed.value());
        final SweepPlan plan = new SweepPlan(
                task.name(),
                task.a1(),
                new LinkedHashMap<>(base()),
                axes,
                sweep.how(),
                variants,
                sweep.halving(variants.size()),
                seed.value(),
                seeds);
        final List<Long> iterations = plan.iterations();
        Outputs.checkFolder(out.path, OutOption.NAME);
        try (TrainFolder folder = new TrainFolder(out.path);
                WorkPool pool = on.open(atOnce)) {
            folder.lock();
            report(plan, run(plan, iterations, pool));
        } catch (final IOException e) {
            throw new Refusal(OutOption.NAME + " " + out.path + ": cannot be written (" + e + ")", e);
        }
        return ExitCode.OK;
    }

    /** Options of train that were given, as arguments. */
    private Map<String, List<String>> base() {
        final CommandSpec all = TrialLine.options();
        final Map<String, List<String>> given = new LinkedHashMap<>();
        for (final OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            final String name = option.longestName();
            if (all.findOption(name) == null) {
                continue;
            }
            final List<String> arguments = new ArrayList<>();
            if (option.type() == boolean.class) {
                arguments.add(name);
            } else {
                option.originalStringValues().forEach(value -> arguments.add(name + "=" + value));
            }
            given.putIfAbsent(name.substring(2), arguments);
        }
        return given;
    }

    private List<Standing> run(final SweepPlan plan, final List<Long> iterations, final WorkPool pool) {
        final SweepFile file = new SweepFile(out.path, plan);
        final PrintWriter to = spec.commandLine().getOut();
        final long total = SweepRun.total(plan);
        if (file.count() > 0) {
            to.printf("goes on after %d of %d trainings%n", file.count(), total);
            to.flush();
        }
        final ProgressLine line = Screen.isThere()
                ? new ProgressLine(spec.commandLine().getErr(), "trainings", total, file.count(), System::nanoTime)
                : null;
        final List<Standing> standings =
                new SweepRun(plan, iterations, file, line == null ? ended -> {} : line).run(pool);
        if (line != null) {
            line.clear();
        }
        return standings;
    }

    private void report(final SweepPlan plan, final List<Standing> standings) {
        final PrintWriter to = spec.commandLine().getOut();
        to.print(SweepReport.table(plan, standings));
        Outputs.write(SweepReport.json(plan, standings), out.path.resolve("sweep.json"), OutOption.NAME);
        final byte[] bundle = standings.getFirst().best().bundle();
        if (bundle != null) {
            final Path best = out.path.resolve("best.zip");
            PolicyFiles.attempt(best, () -> Files.write(best, bundle));
            to.println("policy: " + best);
        }
        if (Pictures.possible(spec.commandLine().getErr())) {
            new SweepPlots(plan, standings).draw(out.path);
        }
    }
}
