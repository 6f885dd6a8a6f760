package gaitd.bench.adapt;

import gaitd.bench.cases.CaseOptions;
import gaitd.bench.cases.ThreadsOption;
import gaitd.bench.outcome.OutcomeFile;
import gaitd.lab.image.Pictures;
import gaitd.policies.bundle.BundleFiles;
import gaitd.robot.adapt.AdaptPlan;
import gaitd.robot.adapt.RoadOptions;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.sim.env.Workers;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What adapting wins back. */
@Command(
        name = "adapt",
        description =
                "Walks robots to which something happened by a policy that adapts, beside the frozen policy and the nominal robot:"
                        + " reward over time, share of the loss that is won back, falls, versions.",
        footer = {"", "Example: gaitd bench adapt --cases payload-behind --seeds 2 --resume adapt.txt --plot plots"})
public final class AdaptBench implements Callable<Integer> {
    private static final int SECONDS_MAX = 100_000;
    private static final double HOT_C = 110;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CaseOptions which;

    @Mixin
    private LearningPolicy policy;

    @Option(
            names = "--walk",
            paramLabel = "S",
            defaultValue = "300",
            description = "length of a walk, a multiple of 10 (default ${DEFAULT-VALUE})")
    private int walkS;

    @Mixin
    private RoadOptions road;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "outcomes, a line each as they come; what is there is not run again")
    private Path resume;

    @Mixin
    private ConfigOption configOption;

    @Mixin
    private PlotOption plot;

    @Mixin
    private JsonOption json;

    /** Made by the command line. */
    public AdaptBench() {}

    @Override
    public Integer call() {
        json.check();
        plot.checkFolder();
        Inputs.inRange("--walk", walkS, AdaptOutcome.WINDOW_S, SECONDS_MAX, "s");
        final List<AdaptCase> all = walks();
        final BundleFiles files = policy.files();
        final OutcomeFile<AdaptOutcome> kept = resume == null ? null : new OutcomeFile<>(resume, AdaptOutcome::of);
        final List<AdaptOutcome> outcomes = kept == null ? new ArrayList<>() : new ArrayList<>(kept.read());
        final Set<AdaptCase> done = outcomes.stream().map(AdaptOutcome::walk).collect(Collectors.toSet());
        final List<AdaptCase> left =
                all.stream().filter(walk -> !done.contains(walk)).toList();
        try (Workers workers = new Workers(threads.count())) {
            workers.run(left.size(), i -> {
                final AdaptOutcome outcome = walk(left.get(i), files);
                synchronized (outcomes) {
                    outcomes.add(outcome);
                    if (kept != null) {
                        kept.add(outcome);
                    }
                }
            });
        }
        outcomes.removeIf(outcome -> !all.contains(outcome.walk()));
        outcomes.sort(Comparator.comparingInt(outcome -> all.indexOf(outcome.walk())));
        tell(new AdaptTable(outcomes));
        if (Pictures.wanted(plot.path(), spec.commandLine().getErr())) {
            AdaptPlots.write(outcomes, plot.path());
        }
        return ExitCode.OK;
    }

    private void tell(final AdaptTable table) {
        final PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
        json.write(table.report().put("version", Version.TEXT));
    }

    private List<AdaptCase> walks() {
        final String physics = which.engine().key();
        final String name = policy.path().getFileName().toString();
        final List<String> names = which.names();
        final int seconds = walkS / AdaptOutcome.WINDOW_S * AdaptOutcome.WINDOW_S;
        final List<AdaptCase> walks = new ArrayList<>();
        for (final long seed : which.seeds()) {
            walks.add(new AdaptCase(AdaptTable.NOMINAL, physics, name, "", Arm.NOMINAL, seed, seconds));
            for (final String each : names) {
                walks.add(new AdaptCase(each, physics, name, "", Arm.FROZEN, seed, seconds));
                walks.add(new AdaptCase(each, physics, name, road.name(), Arm.ADAPTED, seed, seconds));
            }
        }
        return walks;
    }

    /** Motors stay cool enough: with 10 kg on it a guard slows a robot after some four minutes, whether it adapts or not. */
    private Config config(final Arm arm) {
        final String origin = "bench adapt";
        return road.suit(Inputs.config(configOption.file))
                .set(ChoiceSetting.ADAPT_USE, arm == Arm.ADAPTED ? AdaptUse.ON : AdaptUse.RECORD, origin)
                .set(Setting.TEMPERATURE_MAX_C, HOT_C, origin)
                .set(Setting.TEMPERATURE_WARM_C, HOT_C, origin)
                .set(Setting.TEMPERATURE_DERATE_C, HOT_C, origin)
                .set(Setting.ADAPT_TEMPERATURE_MAX_C, HOT_C, origin)
                .conclude();
    }

    private AdaptOutcome walk(final AdaptCase walk, final BundleFiles files) {
        final PolicyFiles.Walk drives = PolicyFiles.walk(List.of(policy.path()), null, config(walk.arm()));
        final AdaptPlan plan = road.plan(drives.config(), walk.seed());
        try {
            final Path store = Files.createTempDirectory("gaitd-adapt");
            try {
                return new AdaptTrial(walk, drives, files, A1Task.of("a1-stage1"), plan, store).run();
            } finally {
                remove(store);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(final Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (final Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
