package gaitd.robot.process;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.robot.adapt.LearnerOptions;
import gaitd.robot.adapt.PolicyLearner;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.rt.RealTimeSetup;
import gaitd.runtime.shared.SharedFollower;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the learner of a control process. */
@Command(
        name = "learner",
        description =
                "Adapts the policy of a control process whose adapt.use is \"on\". It may be ended or killed at any moment.",
        footer = {"", "Example: gaitd learner --policy a1-stage1-ep-ltc"})
public final class LearnerCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Mixin
    private ConfigOption config;

    @Mixin
    private LearnerOptions options;

    @Mixin
    private SeedOption seed;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description = "the policy as control has it (default a1-stage1-ep-ltc)")
    private Path policy = TrainedPolicies.BEST;

    @Option(
            names = "--once",
            description = "end with the control process that it follows, instead of waiting for the next")
    private boolean once;

    private AgentHost agents;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public LearnerCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        leaveControlsProcessor();
        final SharedFollower frames = new SharedFollower(shared.folder, System::nanoTime);
        final LearnerAgent learner = new LearnerAgent(shared.folder, frames, learner(), System::nanoTime);
        final ControlWatch watch = new ControlWatch(frames, System::nanoTime, this::controlIsGone);
        try (AgentHost host =
                new AgentHost(List.of(new AttachmentMessages(frames, shared.folder, out), learner, watch))) {
            agents = host;
            interrupts.onInterrupt(host::stop);
            host.run();
        }
        out.printf("read %d frames, lost %d%n", learner.frames(), frames.lostFrames());
        return ExitCode.OK;
    }

    /** Two that share a processor's caches slow each other down, whoever may run first. */
    private void leaveControlsProcessor() {
        final Config settings = Inputs.config(config.file).conclude();
        try (RealTimeSetup setup = new RealTimeSetup(settings, System::nanoTime)) {
            if (!setup.leaveControlsProcessor()) {
                tell("the system refuses to keep this process off processor " + (int) settings.get(Setting.RT_CPU)
                        + ", where control is");
            }
        }
    }

    private void controlIsGone() {
        if (once) {
            agents.stop();
        }
    }

    private PolicyLearner learner() {
        final BundleFiles files = PolicyFiles.named(policy);
        try {
            return new PolicyLearner(
                    options.plan(options.suit(Inputs.config(config.file)).conclude(), seed.value()),
                    files,
                    options.folder(files),
                    this::tell);
        } catch (final BundleException e) {
            throw new ConfigException("--policy " + policy + ": " + e.getMessage());
        }
    }

    private void tell(final String note) {
        spec.commandLine().getOut().println("adapt: " + note);
        spec.commandLine().getOut().flush();
    }
}
