package gaitd.lab.tune;

import gaitd.lab.eval.Evaluation;
import gaitd.lab.eval.WalkTest;
import gaitd.lab.image.Pictures;
import gaitd.lab.train.TrainFolder;
import gaitd.lab.work.OnOption;
import gaitd.lab.work.WorkPool;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.cli.options.VelocityOptions;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.robot.world.WorldInputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for settings of the walk. */
@Command(
        name = "tune",
        description =
                "Looks for settings of the walk without a policy that get further over some grounds, by an evolution strategy"
                        + " (CMA-ES); stopped or killed, the same command goes on where it was.",
        footer = {"", "Example: gaitd tune --terrain tiles:0.06 --episodes 24 --candidates 100 --out tiles"})
public final class TuneCommand implements Callable<Integer> {
    private static final int EPISODES_MAX = 10_000;
    private static final int CANDIDATES_MAX = 1_000_000;
    private static final int POPULATION_MAX = 1000;
    private static final int THREADS_MAX = 256;
    private static final double WEIGHT_MAX = 100;
    private static final double DISTANCE_M = 10;
    private static final double LIMIT_S = 60;
    /** The walks that choose among the best have the next seed, those that judge it the one after. */
    private static final int MORE_SEEDS = 2;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOption seed;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private OnOption on;

    @Mixin
    private ConfigOption config;

    @Mixin
    private final VelocityOptions velocities = new VelocityOptions(0.3);

    @Option(
            names = "--space",
            paramLabel = "NAME",
            description = "settings to look for: gait (17, the default) or posture (6)")
    private String space;

    @Option(
            names = "--set",
            paramLabel = "KEY=A..B",
            description = "a setting of the walk to look for, in place of --space; without a range, all that it may be")
    private List<String> set = List.of();

    @Option(
            names = "--terrain",
            paramLabel = "NAME[,NAME]",
            defaultValue = "tiles:0.06",
            description = "grounds that all count the same (default ${DEFAULT-VALUE})")
    private String terrain;

    @Option(
            names = "--episodes",
            paramLabel = "N",
            defaultValue = "24",
            description = "walks of each candidate on each ground, the same for all (default ${DEFAULT-VALUE})")
    private int episodes;

    @Option(
            names = "--check",
            paramLabel = "N",
            defaultValue = "128",
            description = "walks on each ground, of other seeds, that tell the result (default ${DEFAULT-VALUE})")
    private int check;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "100",
            description = "settings to try, rounded up to whole generations (default ${DEFAULT-VALUE})")
    private int candidates;

    @Option(
            names = "--population",
            paramLabel = "N",
            description = "candidates of a generation (default 4 + 3 ln of the number of settings)")
    private Integer population;

    @Option(
            names = "--power-weight",
            paramLabel = "1/W",
            defaultValue = "0.0005",
            description = "taken from the share of successes for each watt (default ${DEFAULT-VALUE})")
    private double powerWeight;

    @Option(
            names = "--velocity-weight",
            paramLabel = "S/M",
            defaultValue = "0.3",
            description = "taken from it for each m/s of velocity error (default ${DEFAULT-VALUE})")
    private double velocityWeight;

    @Option(
            names = "--reward",
            paramLabel = "TASK",
            description = "a task or its file whose reward is the score, in place of success, power and velocity")
    private String rewardTask;

    @Option(names = "--engine", paramLabel = "NAME", description = "physics: embedded or mujoco (default embedded)")
    private String engine;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default one a processor)")
    private Integer threads;

    @Override
    public Integer call() {
        final TunePlan plan = plan();
        final int atOnce = threads == null
                ? Runtime.getRuntime().availableProcessors()
                : (int) Inputs.inRange("--threads", threads, 1, THREADS_MAX, "threads");
        final Evaluation way = new Evaluation(plan.test(), ended -> {});
        plan.grounds().forEach(way::check);
        Outputs.checkFolder(out.path, OutOption.NAME);
        try (TrainFolder folder = new TrainFolder(out.path);
                WorkPool pool = on.open(atOnce)) {
            folder.lock();
            run(plan, new Walked(out.path, plan, pool));
        } catch (final IOException e) {
            throw new Refusal(OutOption.NAME + " " + out.path + ": cannot be written (" + e + ")", e);
        }
        return ExitCode.OK;
    }

    private TunePlan plan() {
        Inputs.inRange("--episodes", episodes, 1, EPISODES_MAX, "walks");
        Inputs.inRange("--check", check, 1, EPISODES_MAX, "walks");
        Inputs.inRange("--candidates", candidates, 1, CANDIDATES_MAX, "");
        Inputs.inRange("--power-weight", powerWeight, 0, WEIGHT_MAX, "1/W");
        Inputs.inRange("--velocity-weight", velocityWeight, 0, WEIGHT_MAX, "s/m");
        if (seed.value() > Long.MAX_VALUE - MORE_SEEDS) {
            throw new ConfigException("%s %d: two seeds have to follow it; expected at most %d"
                    .formatted(SeedOption.NAME, seed.value(), Long.MAX_VALUE - MORE_SEEDS));
        }
        final List<TunedSetting> settings = settings();
        final int usual = 4 + (int) (3 * StrictMath.log(settings.size()));
        final Config present = Inputs.config(config.file).conclude();
        final WalkTest test = new WalkTest(
                WorldInputs.engine(engine),
                episodes,
                List.of(seed.value()),
                velocities.vx(present),
                velocities.vy(present),
                velocities.yaw(present),
                DISTANCE_M,
                LIMIT_S,
                FaultPlan.NONE,
                A1Task.of(rewardTask == null ? A1Task.NAMES.getFirst() : rewardTask));
        return new TunePlan(
                settings,
                present,
                WorldInputs.terrains(terrain),
                test,
                new Aim(powerWeight, velocityWeight, rewardTask != null),
                candidates,
                population == null ? usual : (int) Inputs.inRange("--population", population, 2, POPULATION_MAX, ""),
                check);
    }

    private List<TunedSetting> settings() {
        if (set.isEmpty()) {
            return TuneSpace.of(space == null ? "gait" : space).settings();
        }
        if (space != null) {
            throw new ConfigException("--space and --set both say what to look for; expected one of them");
        }
        final List<TunedSetting> settings =
                set.stream().map(TunedSetting::parse).toList();
        final Set<String> seen = new HashSet<>();
        for (final TunedSetting each : settings) {
            if (!seen.add(each.setting().key)) {
                throw new ConfigException("--set " + each.setting().key + ": is given twice; expected it once");
            }
        }
        return settings;
    }

    private void run(final TunePlan plan, final Walked walked) {
        final PrintWriter to = spec.commandLine().getOut();
        if (walked.count() > 0) {
            to.println(walked.count() + " results are there already");
        }
        final ProgressLine line = Screen.isThere()
                ? new ProgressLine(spec.commandLine().getErr(), "candidates", plan.candidates(), 0, System::nanoTime)
                : null;
        final TuneSearch search = new TuneSearch(plan, walked, new Improvements(to, line));
        search.run();
        final WalkCandidate best = search.best();
        final TuneReport report = new TuneReport(
                plan,
                search.heldOut(plan.presentValues(), plan.present()),
                search.heldOut(best.values(), best.config()));
        if (line != null) {
            line.clear();
        }
        to.println();
        to.print(report.table());
        final Path found = out.path.resolve("best.toml");
        PolicyFiles.attempt(found, () -> Files.writeString(found, report.toml()));
        Outputs.write(report.json(search.tried()), out.path.resolve("tune.json"), OutOption.NAME);
        to.println("settings: " + found);
        if (Pictures.possible(spec.commandLine().getErr())) {
            TunePlot.draw(search.tried(), out.path.resolve("scores.png"));
        }
    }

    /** Tells of each candidate that is better than all before. */
    private static final class Improvements implements Consumer<WalkCandidate> {
        private final PrintWriter out;
        private final ProgressLine line;
        private int count;
        private double best = Double.NEGATIVE_INFINITY;

        Improvements(final PrintWriter out, final ProgressLine line) {
            this.out = out;
            this.line = line;
        }

        @Override
        public void accept(final WalkCandidate candidate) {
            count++;
            if (candidate.score() > best) {
                best = candidate.score();
                if (line != null) {
                    line.clear();
                }
                out.printf(Locale.ROOT, "candidate %d: score %.4f%n", count, best);
                out.flush();
            }
            if (line != null) {
                line.accept(1);
            }
        }
    }
}
