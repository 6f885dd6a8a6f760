package gaitd.lab.eval;

import gaitd.lab.classic.ClassicEval;
import gaitd.lab.classic.ClassicFilm;
import gaitd.lab.course.CourseOptions;
import gaitd.lab.course.CourseRun;
import gaitd.lab.image.Pictures;
import gaitd.lab.train.ClassicTask;
import gaitd.lab.walks.Subject;
import gaitd.lab.walks.Subjects;
import gaitd.lab.work.OnOption;
import gaitd.lab.work.WorkPool;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.cli.options.VelocityOptions;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.robot.world.CaseOption;
import gaitd.robot.world.FaultOptions;
import gaitd.robot.world.WorldInputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCases;
import gaitd.sim.task.A1Task;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates policies. */
@Command(
        name = "eval",
        description = "Walks policies many times: success, velocity error, power and stability with 95 %% intervals,"
                + " policies side by side on the same walks.",
        footer = {
            "",
            "Example: gaitd eval policies/a1-stage2 --baseline --terrain tiles:0.03,tiles:0.06 --episodes 500 --seeds 5"
        })
public final class EvalCommand implements Callable<Integer> {
    private static final int EPISODES_MAX = 1_000_000;

    @Mixin
    HelpOption help;

    @Mixin
    EvalConditions conditions;

    @Mixin
    FaultOptions faults;

    @Mixin
    private CourseOptions course;

    @Mixin
    private OnOption on;

    @Mixin
    private SeedOption seed;

    @Mixin
    private final VelocityOptions velocities = new VelocityOptions(0.3);

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Mixin
    private PlotOption plot;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "BUNDLE",
            description = "policies, folders or zips; of a textbook task the folder that train left")
    private List<Path> bundles = List.of();

    @Option(names = "--baseline", description = "also the walk without a policy, first")
    private boolean baseline;

    @Option(
            names = "--task",
            paramLabel = "NAME",
            description =
                    "a task or its file: its hardest grounds, where --terrain is not given, and its variation; or a"
                            + " textbook task, such as half-cheetah, whose episodes are run")
    private String taskName;

    @Option(
            names = "--terrain",
            paramLabel = "NAME[,NAME]",
            description = "grounds, such as tiles:0.03,tiles:0.06 (default flat)")
    private String terrain;

    @Option(
            names = "--reward",
            paramLabel = "TASK",
            description = "a task or its file whose reward is told (default that of --task, else a1-stage1)")
    private String rewardTask;

    @Option(names = "--list-cases", description = "print the cases of --case, and end")
    private boolean listsCases;

    @Option(
            names = "--episodes",
            paramLabel = "N",
            defaultValue = "100",
            description = "walks of each seed (default ${DEFAULT-VALUE})")
    private int episodes;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "1",
            description = "seeds, from --seed on (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(names = "--engine", paramLabel = "NAME", description = "physics: embedded or mujoco (default embedded)")
    private String engine;

    @Option(
            names = "--distance",
            paramLabel = "M",
            defaultValue = "10",
            description = "way forward that is a success (default ${DEFAULT-VALUE})")
    private double distanceM;

    @Option(
            names = "--limit",
            paramLabel = "S",
            defaultValue = "60",
            description = "longest walk (default ${DEFAULT-VALUE})")
    private double limitS;

    @Option(
            names = ClassicFilm.OPTION,
            paramLabel = "FILE",
            description =
                    "film the first episode of a textbook task: FILE.png becomes an animated PNG, FILE.mp4 is made by"
                            + " ffmpeg")
    private Path video;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default one a processor)")
    private Integer threads;

    @Override
    public Integer call() {
        if (listsCases) {
            spec.commandLine().getOut().print(FieldCases.table());
            return ExitCode.OK;
        }
        final boolean walksCourse = course.asked(spec.commandLine().getParseResult());
        json.check();
        video();
        if (ClassicTask.of(taskName) != null) {
            classic();
            return ExitCode.OK;
        }
        if (walksCourse) {
            plot.checkFile();
        } else {
            plot.checkFolder();
        }
        if (bundles.isEmpty() && !baseline) {
            throw new ConfigException(
                    "no policy to evaluate: give a BUNDLE, or --baseline for the walk without a policy");
        }
        if (walksCourse) {
            final Config robots = Inputs.config(config.file).conclude();
            final Engine physics = WorldInputs.engine(engine);
            try (WorkPool pool = on.open(threads())) {
                new CourseRun(course, baseline, bundles, json, plot.path())
                        .run(
                                robots,
                                physics,
                                seed.value(),
                                pool,
                                spec.commandLine().getOut(),
                                spec.commandLine().getErr());
            }
            return ExitCode.OK;
        }
        Inputs.inRange("--episodes", episodes, 1, EPISODES_MAX, "walks");
        final long first = firstSeed();
        Inputs.inRange("--distance", distanceM, 0.1, 15, "m");
        Inputs.inRange("--limit", limitS, 1, 3600, "s");
        final A1Task task = taskName == null ? null : A1Task.of(taskName);
        final List<Condition> all = conditions.all(config.file, task);
        final Config nominal = all.getFirst().config();
        all.forEach(condition -> CaseOption.terrain(condition.fieldCase(), terrain));
        final List<String> terrains =
                terrain == null ? task == null ? List.of("flat") : task.hardest() : WorldInputs.terrains(terrain);
        final WalkTest test = new WalkTest(
                WorldInputs.engine(engine),
                episodes,
                LongStream.rangeClosed(first, first + seeds - 1).boxed().toList(),
                velocities.vx(nominal),
                velocities.vy(nominal),
                velocities.yaw(nominal),
                distanceM,
                limitS,
                faults.plan(),
                rewardTask == null ? task == null ? A1Task.of(A1Task.NAMES.getFirst()) : task : A1Task.of(rewardTask));
        final Evaluation check = new Evaluation(test, ended -> {});
        all.forEach(condition -> grounds(condition, terrains).forEach(check::check));
        final List<List<Case>> tables;
        try (WorkPool pool = on.open(threads())) {
            tables = run(pool, test, terrains, all);
        }
        if (Pictures.wanted(plot.path(), spec.commandLine().getErr())) {
            new EvalPlots(plot.path(), tables).draw();
        }
        return ExitCode.OK;
    }

    private void video() {
        if (video != null && ClassicTask.of(taskName) == null) {
            throw new ConfigException("--video films textbook tasks: give --task with one, such as half-cheetah; robots"
                    + " are filmed by 'gaitd run --video'");
        }
        ClassicFilm.check(video);
    }

    private void classic() {
        ClassicEval.check(taskName, spec.commandLine().getParseResult());
        if (bundles.isEmpty()) {
            throw new ConfigException(
                    "no policy to evaluate: give the folder of a finished 'gaitd train " + taskName + "'");
        }
        new ClassicEval(taskName, WorldInputs.engine(engine), bundles, firstSeed(), seeds, episodes)
                .run(threads(), json, video, spec.commandLine().getOut());
    }

    private long firstSeed() {
        Inputs.inRange("--seeds", seeds, 1, 1000, "seeds");
        final long first = seed.value();
        if (first > Long.MAX_VALUE - (seeds - 1)) {
            throw new ConfigException("--seed %d: no --seeds %d follow each other from there; expected at most %d"
                    .formatted(first, seeds, Long.MAX_VALUE - (seeds - 1)));
        }
        return first;
    }

    private int threads() {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : (int) Inputs.inRange("--threads", threads, 1, 256, "threads");
    }

    /** A case with a ground of its own is walked there once. */
    private static List<String> grounds(final Condition condition, final List<String> terrains) {
        return condition.fieldCase().terrain() == null
                ? terrains
                : List.of(condition.fieldCase().terrain());
    }

    private List<List<Case>> run(
            final WorkPool pool, final WalkTest test, final List<String> terrains, final List<Condition> all) {
        final List<List<Subject>> subjects = all.stream()
                .map(condition -> Subjects.of(baseline, bundles, condition.config()))
                .toList();
        final PrintWriter out = spec.commandLine().getOut();
        final long walks = (long) test.episodes()
                * test.seeds().size()
                * all.stream()
                        .mapToInt(condition -> grounds(condition, terrains).size())
                        .sum()
                * subjects.getFirst().size();
        final ProgressLine line = Screen.isThere()
                ? new ProgressLine(spec.commandLine().getErr(), "walks", walks, 0, System::nanoTime)
                : null;
        final LongConsumer progress = line == null ? ended -> {} : line;
        final Evaluation evaluation = new Evaluation(test, progress);
        out.print(EvalReport.head(test));
        final List<List<Case>> tables = new ArrayList<>();
        for (final String asked : terrains) {
            for (int i = 0; i < all.size(); i++) {
                final String own = all.get(i).fieldCase().terrain();
                if (own != null && !asked.equals(terrains.getFirst())) {
                    continue;
                }
                final String ground = own == null ? asked : own;
                final List<Case> cases = new ArrayList<>();
                final List<Walks> walked = evaluation.run(
                        pool, subjects.get(i), ground, all.get(i).fieldCase().name());
                for (int s = 0; s < walked.size(); s++) {
                    cases.add(new Case(subjects.get(i).get(s), ground, all.get(i), walked.get(s)));
                }
                tables.add(cases);
                json.write(EvalReport.json(
                        test, tables.stream().flatMap(List::stream).toList()));
                if (line != null) {
                    line.clear();
                }
                out.println();
                out.print(EvalReport.table(cases));
                out.flush();
            }
        }
        return tables;
    }
}
