package gaitd.lab.imitate;

import gaitd.lab.image.Pictures;
import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import gaitd.lab.train.StudentOptions;
import gaitd.lab.train.TrainTask;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.ImitationSettings;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Rule;
import gaitd.robot.adapt.ShippedPolicy;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a policy of another kind of network that does what a policy does. */
@Command(
        name = "imitate",
        description =
                "Teaches a network of any kind to do what a policy does, along ways that it goes itself (DAgger) or as in recordings,"
                        + " and makes a policy of it; stopped or killed, the same command goes on where it was.",
        footer = {"", "Example: gaitd imitate a1-stage1-ep-ltc --net ltc --hidden 19 --wiring ncp:0.5 --out ncp19"})
public final class ImitateCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Interrupts interrupts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOption seed;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private JsonOption json;

    @Parameters(
            paramLabel = "BUNDLE|LOG",
            arity = "1..*",
            description =
                    "the policy to be imitated, by its path or its name; or recordings of it, each by its first file, NAME.mcap")
    private List<Path> sources;

    @Mixin
    StudentOptions student;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "where (default what the policy learned, where its bundle says so)")
    private String taskName;

    @Option(
            names = "--environments",
            paramLabel = "N",
            defaultValue = "64",
            description = "copies of the task (default ${DEFAULT-VALUE})")
    private int environments;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "40",
            description = "how often ways are gone and learned from (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--round-steps",
            paramLabel = "N",
            defaultValue = "256",
            description = "policy steps of each copy in a round (default ${DEFAULT-VALUE})")
    private int steps;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "8",
            description = "newest rounds that are learned from (default ${DEFAULT-VALUE})")
    private int keep;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "2",
            description = "over all that is kept, after each round (default ${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            description = "sequences learned from at once (default ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "32",
            description = "policy steps that errors flow back through (default ${DEFAULT-VALUE})")
    private int window;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "0.003",
            description = "step size in the first round (default ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--rate-end",
            paramLabel = "X",
            defaultValue = "0.0003",
            description = "step size in the last round (default ${DEFAULT-VALUE})")
    private double rateEnd;

    @Option(
            names = "--mix",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description =
                    "share of the copies that the teacher drives in the second round, its square in the third and so on"
                            + " (default ${DEFAULT-VALUE})")
    private double mix;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "that step the copies; changes the speed only (default ${DEFAULT-VALUE})")
    private int threads;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public ImitateCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        Inputs.inRange("--environments", environments, 1, 65_536, "");
        Inputs.inRange("--rounds", rounds, 1, 1_000_000, "");
        Inputs.inRange("--threads", threads, 1, 256, "");
        final ImitatePlan plan = plan();
        Outputs.checkFolder(out.path, OutOption.NAME);
        json.check();
        final PrintWriter to = spec.commandLine().getOut();
        final AtomicBoolean stopped = new AtomicBoolean();
        interrupts.onInterrupt(() -> {
            stopped.set(true);
            to.println("stops after the round under way");
            to.flush();
        });
        try (Imitating imitating = new Imitating(plan, out.path, threads)) {
            if (!imitating.rows().isEmpty()) {
                to.println("goes on after round " + imitating.rows().size());
            }
            final boolean done = imitating.run(stopped::get, row -> {
                to.println(row.line(rounds));
                to.flush();
            });
            to.println(
                    done
                            ? "policy: " + imitating.bundle()
                            : "stopped after round %d of %d; the same command goes on from there"
                                    .formatted(imitating.rows().size(), rounds));
            json.write(report(plan, imitating, done));
            if (Pictures.possible(spec.commandLine().getErr())) {
                draw(imitating.rows());
            }
            return done ? ExitCode.OK : ExitCode.FAILED;
        } catch (final BundleException e) {
            throw new ConfigException(sources.getFirst() + ": " + e.getMessage());
        } catch (final IOException e) {
            throw new Refusal(OutOption.NAME + " " + out.path + ": cannot be written (" + e + ")", e);
        }
    }

    private Report report(final ImitatePlan plan, final Imitating imitating, final boolean done) {
        final ImitateRound last =
                imitating.rows().isEmpty() ? null : imitating.rows().getLast();
        return new Report()
                .put("teacher", names())
                .put("task", plan.task().name())
                .put("net", plan.net().options())
                .put("parameters", imitating.parameters())
                .put("rounds", imitating.rows().size())
                .put("done", done)
                .put("steps", last == null ? 0 : last.steps())
                .put("seconds", last == null ? 0 : last.seconds())
                .put("error", last == null ? null : last.error())
                .put("reward", last == null ? null : last.reward())
                .put("success", last == null ? null : last.success())
                .put("command", "gaitd " + plan.command())
                .put("version", Version.TEXT);
    }

    private void draw(final List<ImitateRound> rows) {
        if (rows.isEmpty()) {
            return;
        }
        final double[] at = rows.stream().mapToDouble(ImitateRound::round).toArray();
        new LinePlot(new PlotText(
                        "Mean square of the difference from the teacher", "round", "error of an action, of 1"))
                .logarithmicY()
                .line(
                        "student",
                        at,
                        rows.stream().mapToDouble(ImitateRound::error).toArray())
                .write(out.path.resolve("error.png"));
    }

    private ImitatePlan plan() {
        final boolean recorded = sources.getFirst().toString().endsWith(".mcap");
        if (!recorded && sources.size() > 1) {
            throw new ConfigException(sources.get(1) + ": there is one teacher already, " + sources.getFirst()
                    + "; expected one policy, or recordings of one");
        }
        try {
            final NetPlan net = student.plan(Rule.BPTT);
            final ImitationSettings settings =
                    new ImitationSettings(steps, keep, epochs, batch, window, rate, rateEnd, mix);
            final RecordedTeacher recordings = recorded ? RecordedTeacher.of(sources, steps) : null;
            final BundleFiles files = recorded ? null : PolicyFiles.read(sources.getFirst());
            final Bundle teacher =
                    recorded ? recordings.bundle() : Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
            return new ImitatePlan(
                    task(files),
                    teacher,
                    recorded ? recordings.demonstrations() : null,
                    net,
                    settings,
                    environments,
                    rounds,
                    seed.value(),
                    command(net));
        } catch (final BundleException e) {
            throw new ConfigException(sources.getFirst() + ": " + e.getMessage());
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    private String command(final NetPlan net) {
        return "imitate %s --learner %s --net %s%s --environments %d --rounds %d --round-steps %d --keep %d --epochs %d --batch %d --window %d --rate %s --rate-end %s --mix %s --seed %d"
                .formatted(
                        names(),
                        net.rule().key(),
                        net.options(),
                        taskName == null ? "" : " --task " + taskName,
                        environments,
                        rounds,
                        steps,
                        keep,
                        epochs,
                        batch,
                        window,
                        Config.plain(rate),
                        Config.plain(rateEnd),
                        Config.plain(mix),
                        seed.value());
    }

    private String names() {
        return sources.stream().map(source -> source.getFileName().toString()).collect(Collectors.joining(" "));
    }

    private A1Task task(final BundleFiles files) {
        if (taskName != null) {
            return named(taskName);
        }
        if (files == null || !files.has(BundlePart.LEARNER)) {
            throw new ConfigException(
                    sources.getFirst() + ": it does not say what was learned; expected --task TASK with it, such as "
                            + A1Task.NAMES.getFirst());
        }
        return ShippedPolicy.of(files).task();
    }

    private static A1Task named(final String name) {
        final A1Task task = TrainTask.of(name).a1();
        if (task == null) {
            throw new ConfigException("--task " + name + ": it has no bundles; expected "
                    + String.join(" or ", A1Task.NAMES) + " or the path of a task file of the A1");
        }
        return task;
    }
}
