package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.AdaptText;
import gaitd.robot.report.LearnerText;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedException;
import gaitd.runtime.shared.SharedFollower;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what adapting is at now. */
@Command(
        name = "status",
        description =
                "Shows the version in force, what control drives with and tries, and what the learner is at: reward, won and"
                        + " lost, falls, updates, memory.",
        footer = {"", "Example: gaitd adapt status"})
final class AdaptStatus implements Callable<Integer> {
    private static final int LOOKS = 50;
    private static final long LOOK_NS = 10_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path folder = store.only();
        final PrintWriter out = spec.commandLine().getOut();
        try (VersionStore versions = VersionStore.read(folder)) {
            out.printf(
                    "in force: %s of %s%n",
                    versions.current() == 0 ? "the policy as shipped" : "version " + versions.current(), folder);
        }
        final Path shared = PolicyFiles.attempt(folder, () -> MeetingFile.read(folder));
        if (shared == null) {
            out.println("no learner adapts it in real time");
            return ExitCode.OK;
        }
        try {
            tell(out, shared, new SharedFollower(shared, System::nanoTime));
        } catch (final SharedException e) {
            out.println("control: " + e.getMessage());
        }
        return ExitCode.OK;
    }

    private static void tell(final PrintWriter out, final Path shared, final SharedFollower frames) {
        TickFrame frame = frames.poll();
        for (int i = 0; i < LOOKS && frame == null; i++) {
            LockSupport.parkNanos(LOOK_NS);
            frame = frames.poll();
        }
        if (frame == null) {
            out.printf("control: none publishes anything on %s now%n", shared);
            return;
        }
        final String adapting = AdaptText.state(frame);
        out.printf("control: %s%n", adapting.isEmpty() ? "does not adapt, or has not walked yet" : adapting);
        final String learner = LearnerText.state(frames.counters(), System.nanoTime());
        out.println(learner.isEmpty() ? "learner: none has begun" : learner);
    }
}
