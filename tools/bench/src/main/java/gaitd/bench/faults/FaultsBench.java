package gaitd.bench.faults;

import gaitd.bench.cases.ThreadsOption;
import gaitd.bench.outcome.OutcomeFile;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks simulated robots in every way, and says what is noticed. */
@Command(
        name = "faults",
        description =
                "Every fault of a simulated robot in everything that it can be doing: which are noticed and how soon, which"
                        + " do no harm, and which are neither.",
        footer = {"", "Example: gaitd bench faults --cells 'imu.* trot' --seeds 2 --resume outcomes.txt"})
public final class FaultsBench implements Callable<Integer> {
    private static final double WATCH_S = 20;
    private static final double SHORT_WATCH_S = 4;
    private static final double LIVE_WATCH_S = 6;
    private static final String SHORT_CELLS =
            "(joint.angle|imu|imu.quaternion|motor|state|command|board)\\.[a-z]+ trot 1";
    private static final int SEEDS_MAX = 1000;
    private static final double HOURS_MIN = 0.01;
    private static final double HOURS_MAX = 10_000;

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cells",
            paramLabel = "PATTERN",
            description =
                    "only runs whose 'component.type activity seed' begins with this regular expression, such as 'imu.* trot'")
    private String cells;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "runs of each; they differ in noise, moment and joint (default ${DEFAULT-VALUE})")
    private int seeds;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--short", description = "a few components while trotting, watched for 4 s instead of 20 s")
    private boolean brief;

    @Option(
            names = "--real-time",
            description =
                    "some faults between processes instead, over UDP and at real time, and faults of these processes;"
                            + " what comes out depends on the machine")
    private boolean live;

    @Option(names = "--list", description = "only print what can fail, and how")
    private boolean list;

    @Option(
            names = "--clean",
            description =
                    "robots that work instead: walks on all grounds, with pushes, noise and losses; counts guards that trip")
    private boolean clean;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "1",
            description = "simulated walking time of --clean (default ${DEFAULT-VALUE})")
    private double hours;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "outcomes, a line each as they come; what is there is not run again")
    private Path resume;

    @Override
    public Integer call() {
        if (list) {
            FaultList.lines().forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        json.check();
        if (resume != null && !Files.exists(resume)) {
            Outputs.check(resume, "--resume");
        }
        Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "");
        Inputs.inRange("--hours", hours, HOURS_MIN, HOURS_MAX, "h");
        if (clean) {
            return walkWell();
        }
        final List<TrialCase> cases =
                live ? LiveCases.of(seeds, pattern()) : TrialCases.of(List.of(Activity.values()), seeds, pattern());
        if (cases.isEmpty()) {
            throw new ConfigException("--cells " + cells + " matches no run; expected the beginning of one such as"
                    + " 'joint.angle.stuck trot 1'");
        }
        final OutcomeFile<TrialOutcome> kept = resume == null ? null : new OutcomeFile<>(resume, TrialOutcome::of);
        final List<TrialOutcome> outcomes = kept == null ? new ArrayList<>() : kept.read();
        final List<TrialCase> stranded = run(cases, kept, outcomes);
        tell(outcomes, stranded);
        json.write(report(outcomes, stranded));
        return stranded.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private int walkWell() {
        final ProgressLine line = line(CleanCampaign.walks(hours), 0);
        final CleanCampaign walks = new CleanCampaign(hours, threads.count(), line == null ? more -> {} : line);
        if (line != null) {
            line.clear();
        }
        walks.lines().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        json.write(walks.report());
        return walks.falseTrips() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private ProgressLine line(final long all, final long done) {
        return Screen.isThere()
                ? new ProgressLine(spec.commandLine().getErr(), "runs", all, done, System::nanoTime)
                : null;
    }

    private Predicate<String> pattern() {
        try {
            final Pattern chosen = Pattern.compile(cells != null ? cells : brief ? SHORT_CELLS : "");
            return key -> chosen.matcher(key).lookingAt();
        } catch (final PatternSyntaxException e) {
            throw new ConfigException("--cells " + cells + " is not a regular expression: " + e.getDescription());
        }
    }

    private List<TrialCase> run(
            final List<TrialCase> cases, final OutcomeFile<TrialOutcome> kept, final List<TrialOutcome> outcomes) {
        final Set<String> done = outcomes.stream().map(TrialOutcome::key).collect(Collectors.toSet());
        final List<TrialCase> left =
                cases.stream().filter(one -> !done.contains(one.key())).toList();
        final ProgressLine line = line(cases.size(), done.size());
        final LongConsumer progress = line == null ? more -> {} : line;
        final Consumer<TrialOutcome> take = outcome -> {
            outcomes.add(outcome);
            if (kept != null) {
                kept.add(outcome);
            }
            progress.accept(1);
        };
        final List<TrialCase> stranded =
                live ? LiveCampaign.run(left, watchS(), take) : new Campaign(watchS()).run(left, threads.count(), take);
        if (line != null) {
            line.clear();
        }
        final List<String> order = cases.stream().map(TrialCase::key).toList();
        outcomes.sort(Comparator.comparingInt(outcome -> order.indexOf(outcome.key())));
        return stranded;
    }

    private double watchS() {
        return live ? LIVE_WATCH_S : brief ? SHORT_WATCH_S : WATCH_S;
    }

    private void tell(final List<TrialOutcome> outcomes, final List<TrialCase> stranded) {
        final PrintWriter out = spec.commandLine().getOut();
        final CampaignTable table = new CampaignTable(outcomes);
        table.lines().forEach(out::println);
        table.totals().forEach(out::println);
        stranded.forEach(one -> out.println("did not get to its activity: " + one.key()));
        out.flush();
    }

    private Report report(final List<TrialOutcome> outcomes, final List<TrialCase> stranded) {
        final CampaignTotals totals = CampaignTotals.of(outcomes);
        return new Report()
                .put("version", Version.TEXT)
                .put("watch_s", watchS())
                .put("runs", outcomes.size())
                .put("noticed_or_harmless", totals.share())
                .put("noticed", totals.noticed())
                .put("harmless", totals.harmless())
                .put("neither", totals.open())
                .put("fell", totals.fell())
                .put("fell_alone", totals.fellAlone())
                .put("driven_lying", totals.drivenLying())
                .put("commands_beyond", totals.commandsBeyond())
                .put("stranded", stranded.stream().map(TrialCase::key).toList())
                .put("outcomes", outcomes);
    }
}
