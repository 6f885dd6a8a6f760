package gaitd.robot.process;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.runtime.shared.SharedFollower;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the learner of a control process. */
@Command(
        name = "learner",
        description = "Follows the experience of a control process. It may be ended or killed at any moment.",
        footer = {"", "Example: gaitd learner"})
public final class LearnerCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

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
        final SharedFollower frames = new SharedFollower(shared.folder, System::nanoTime);
        final LearnerAgent learner = new LearnerAgent(frames, frames::counters);
        try (AgentHost host = new AgentHost(List.of(learner, new AttachmentMessages(frames, shared.folder, out)))) {
            interrupts.onInterrupt(host::stop);
            host.run();
        }
        out.printf("read %d frames, lost %d%n", learner.frames(), learner.lostFrames());
        return ExitCode.OK;
    }
}
