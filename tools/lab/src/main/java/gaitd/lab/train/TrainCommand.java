package gaitd.lab.train;

import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a policy. */
@Command(
        name = "train",
        description = "Trains a policy for a task; stopped or killed, the same command goes on where it was.",
        footer = {
            "",
            "--config takes a table [train] with options of this command, dashes written as underscores; the command line takes precedence.",
            "",
            "Example: gaitd train a1-stage1 --learner ep --net ltc --out stage1"
        })
public final class TrainCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    @Mixin
    HelpOption help;

    private final Interrupts interrupts;

    private CommandSpec spec;

    @Mixin
    private SeedOption seed;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Mixin
    private TrainOptions options;

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

    @Option(names = "--no-view", description = "no live page")
    private boolean noView;

    @Option(
            names = "--view-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the live page on 127.0.0.1 (default any free one)")
    private int viewPort;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the training when the process is told to end
     */
    public TrainCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Spec
    void describe(final CommandSpec command) {
        spec = command;
        TrainOptions.addTo(command);
    }

    @Override
    public Integer call() {
        TrainConfig.apply(config.file, spec);
        Inputs.inRange("--threads", threads, 1, 256, "");
        Inputs.inRange("--view-port", viewPort, 0, PORT_MAX, "(0 takes a free one)");
        final TrainPlan plan = options.plan(spec, options.task(), seed.value(), from, freeze);
        Outputs.checkFolder(out.path, OutOption.NAME);
        json.check();
        final AtomicBoolean stopped = new AtomicBoolean();
        interrupts.onInterrupt(() -> {
            stopped.set(true);
            final PrintWriter to = spec.commandLine().getOut();
            to.println((Screen.isThere() ? "\n" : "") + "stops after the iteration under way");
            to.flush();
        });
        try (Training training = new Training(plan, out.path, threads)) {
            final TrainObservers observers = observers(plan, training);
            final boolean done;
            try (observers) {
                done = training.run(stopped::get, observers);
            }
            tell(plan, training, done);
            json.write(TrainReport.of(plan, training, done));
            observers.draw();
            return done ? ExitCode.OK : ExitCode.FAILED;
        } catch (final IOException e) {
            throw new Refusal(OutOption.NAME + " " + out.path + ": cannot be written (" + e + ")", e);
        }
    }

    private TrainObservers observers(final TrainPlan plan, final Training training) {
        return new TrainObservers(
                plan,
                training,
                out.path,
                noView ? null : viewPort,
                spec.commandLine().getOut(),
                Pictures.possible(spec.commandLine().getErr()),
                System::nanoTime);
    }

    private void tell(final TrainPlan plan, final Training training, final boolean done) {
        final PrintWriter to = spec.commandLine().getOut();
        to.println(TrainText.summary(training));
        if (training.failure() != null) {
            to.flush();
            final long kept = training.learner().iteration();
            spec.commandLine()
                    .getErr()
                    .println("gaitd: " + training.failure() + ": the training ends here, "
                            + (kept == 0 ? "with nothing to keep" : "the checkpoint of iteration " + kept + " stays")
                            + "; begin again in another folder with a smaller --rate or --kl");
        } else if (!done) {
            to.printf(
                    "stopped after iteration %d of %d; the same command goes on from there%n",
                    training.learner().iteration(), plan.iterations());
        } else if (training.bundlePath() != null) {
            to.println("policy: " + training.bundlePath());
        }
    }
}
