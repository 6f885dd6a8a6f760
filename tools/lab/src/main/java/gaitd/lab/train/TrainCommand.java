package gaitd.lab.train;

import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.Outputs;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a policy. */
@Command(
        name = "train",
        description = "Trains a policy for a task; stopped or killed, the same command goes on where it was.",
        footer = {"", "Example: gaitd train a1-stage1 --learner ep --net ltc --out stage1"})
public final class TrainCommand implements Callable<Integer> {
    private static final double STEPS_MAX = 1e15;
    private static final int ROLLOUT_MAX = 4096;
    private static final int PORT_MAX = 65_535;

    @Mixin
    HelpOption help;

    private final Interrupts interrupts;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TASK",
            description = "cartpole[-masked], pendulum[-masked], a1-stage1, a1-stage2 or a task file")
    private String task;

    @Option(
            names = "--learner",
            paramLabel = "RULE",
            defaultValue = "ep",
            description = "ep, bptt or adjoint (default ${DEFAULT-VALUE})")
    private Rule rule;

    @Option(
            names = "--net",
            paramLabel = "KIND",
            defaultValue = "ltc",
            description = "ltc, energy, mlp, ctrnn, node, rnnode, lstm, gru or cfc (default ${DEFAULT-VALUE})")
    private NetKind kind;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            defaultValue = "64",
            description = "neurons of each layer (default ${DEFAULT-VALUE})")
    private List<Integer> hidden;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            defaultValue = "ppo",
            description = "ppo or a2c (default ${DEFAULT-VALUE})")
    private String algorithm;

    @Option(
            names = "--environments",
            paramLabel = "N",
            defaultValue = "256",
            description = "copies of the task (default ${DEFAULT-VALUE})")
    private int environments;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "policy steps, all copies together (default ${DEFAULT-VALUE})")
    private long steps;

    @Option(
            names = "--rollout",
            paramLabel = "N",
            defaultValue = "32",
            description = "steps of each copy in an iteration (default ${DEFAULT-VALUE})")
    private int rollout;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "4",
            description = "passes over an iteration (default ${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--minibatches",
            paramLabel = "N",
            defaultValue = "4",
            description = "parts of a pass (default ${DEFAULT-VALUE})")
    private int minibatches;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "1e-3",
            description = "step size at the start (default ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--rate-max",
            paramLabel = "R",
            defaultValue = "3e-3",
            description = "largest step size (default ${DEFAULT-VALUE})")
    private double rateMax;

    @Option(
            names = "--kl",
            paramLabel = "D",
            defaultValue = "0.01",
            description = "divergence that the step size adapts to, 0 for a fixed one (default ${DEFAULT-VALUE})")
    private double kl;

    @Option(
            names = "--kl-end",
            paramLabel = "D",
            description = "the same at the end, reached in a straight line (default as --kl)")
    private Double klEnd;

    @Option(
            names = "--deviation",
            paramLabel = "S",
            defaultValue = "0.3",
            description =
                    "standard deviation of actions at the start, in shares of their range (default ${DEFAULT-VALUE})")
    private double deviation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides everything that is drawn (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "changes the speed only (default ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--from", paramLabel = "FOLDER", description = "go on from what an earlier task's training learned")
    private Path from;

    @Option(names = "--freeze", description = "what comes --from there stays as it is; what is new learns")
    private boolean freeze;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where results go")
    private Path out;

    @Option(names = "--no-view", description = "do without the live page")
    private boolean noView;

    @Option(
            names = "--view-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the live page on 127.0.0.1 (default any free one)")
    private int viewPort;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON")
    private Path json;

    /**
     * Made by the command line.
     *
     * @param interrupts told what to do when the process has to go
     */
    public TrainCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        Inputs.inRange("--environments", environments, 1, 65_536, "");
        Inputs.inRange("--threads", threads, 1, 256, "");
        Inputs.inRange("--steps", (double) steps, 1, STEPS_MAX, "");
        Inputs.inRange("--rollout", rollout, 1, ROLLOUT_MAX, "");
        Inputs.inRange("--epochs", epochs, 1, 1000, "");
        Inputs.inRange("--minibatches", minibatches, 1, 65_536, "");
        if (klEnd != null) {
            Inputs.inRange("--kl-end", klEnd, 0, kl, "(the last is --kl)");
        }
        Inputs.inRange("--view-port", viewPort, 0, PORT_MAX, "(0 takes a free one)");
        final TrainPlan plan = plan();
        Outputs.checkFolder(out, "--out");
        Outputs.check(json, "--json");
        final AtomicBoolean stopped = new AtomicBoolean();
        interrupts.onInterrupt(() -> {
            stopped.set(true);
            final PrintWriter to = spec.commandLine().getOut();
            to.println((Screen.isThere() ? "\n" : "") + "stops after the iteration under way");
            to.flush();
        });
        try (Training training = new Training(plan, out, threads)) {
            final boolean done = run(plan, training, stopped::get);
            tell(plan, training, done);
            Outputs.write(TrainReport.of(plan, training, done), json, "--json");
            return done ? ExitCode.OK : ExitCode.FAILED;
        } catch (final IOException e) {
            throw new Refusal("--out " + out + ": cannot be written (" + e + ")", e);
        }
    }

    private boolean run(final TrainPlan plan, final Training training, final BooleanSupplier stop) throws IOException {
        try (TrainOnlookers onlookers = new TrainOnlookers(
                plan,
                training,
                out,
                noView ? null : viewPort,
                spec.commandLine().getOut(),
                System::nanoTime)) {
            final boolean done = training.run(stop, onlookers);
            onlookers.draw();
            return done;
        }
    }

    private void tell(final TrainPlan plan, final Training training, final boolean done) {
        final PrintWriter to = spec.commandLine().getOut();
        to.println(TrainText.summary(training));
        if (!done) {
            to.printf(
                    "stopped after iteration %d of %d; the same command goes on from there%n",
                    training.learner().iteration(), plan.iterations());
        } else if (training.bundlePath() != null) {
            to.println("policy: " + training.bundlePath());
        }
    }

    private TrainPlan plan() {
        try {
            final NetPlan net = NetPlan.of(kind, rule, hidden);
            final PpoSettings.Builder settings = switch (algorithm) {
                case "ppo" ->
                    PpoSettings.ppo()
                            .twoSidedClip(rule == Rule.EP)
                            .set(PpoSetting.EPOCHS, epochs)
                            .set(PpoSetting.MINIBATCHES, minibatches)
                            .set(PpoSetting.RATE_MAX, rateMax)
                            .set(PpoSetting.KL, kl)
                            .set(PpoSetting.KL_END, klEnd == null ? kl : klEnd);
                case "a2c" -> PpoSettings.a2c();
                default -> throw new ConfigException("--algorithm " + algorithm + ": expected ppo or a2c");
            };
            settings.set(PpoSetting.ROLLOUT, rollout).set(PpoSetting.RATE, rate).set(PpoSetting.DEVIATION, deviation);
            final String command =
                    ("train %s --learner %s --net %s --hidden %s --algorithm %s --environments %d --steps %d"
                                    + " --rollout %d --epochs %d --minibatches %d --rate %s --rate-max %s --kl %s%s --deviation %s --seed %d%s")
                            .formatted(
                                    task,
                                    rule.key(),
                                    kind.key(),
                                    hidden.toString().replaceAll("[\\[\\] ]", ""),
                                    algorithm,
                                    environments,
                                    steps,
                                    rollout,
                                    epochs,
                                    minibatches,
                                    rate,
                                    rateMax,
                                    kl,
                                    klEnd == null ? "" : " --kl-end " + klEnd,
                                    deviation,
                                    seed,
                                    (from == null ? "" : " --from " + from) + (freeze ? " --freeze" : ""));
            return new TrainPlan(
                    TrainTask.of(task), net, settings.build(), environments, steps, seed, from, freeze, command);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }
}
