package gaitd.bench.link;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.cli.options.VelocityOptions;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Robot and controller on both ends of a link. */
@Command(
        name = "link",
        description =
                "Walks a simulated robot over a link that delays, loses and reorders, or is pulled out: robot and controller in network"
                        + " namespaces of their own, with the robot's addresses. Needs root and iproute2; leaves nothing behind.",
        footer = {"", "Example: gaitd bench link --profile bad-radio --seconds 60"})
public final class LinkBench implements Callable<Integer> {
    private static final double SECONDS_MAX = 86_400;
    private static final int PULLS_MAX = 10_000;

    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(20);

    @Mixin
    private final VelocityOptions velocities = new VelocityOptions(0.3);

    @Mixin
    private SeedOption seed;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "cable",
            description =
                    "links to walk over, one after the other: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private List<LinkProfile> profiles;

    @Option(
            names = "--pulls",
            paramLabel = "N",
            description = "pull the cable N times while the robot walks, for 0.04 and for 0.5 s, in place of walks")
    private Integer pulls;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public LinkBench(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        json.check();
        final double walkS = seconds.value(1, SECONDS_MAX);
        final double vx = velocities.vx(new Config.Builder().conclude());
        final Report report = new Report().put("version", Version.TEXT).put("seed", seed.value());
        if (pulls != null) {
            final PullTrial trial = PullTrial.run(
                    (int) Inputs.inRange("--pulls", pulls, 1, PULLS_MAX, ""), seed.value(), vx, out(), interrupts);
            out().println(trial.text());
            trial.report(report);
            return end(report, trial.passed());
        }
        boolean passed = true;
        for (final LinkProfile profile : profiles) {
            out().println(ProfileText.of(profile));
            out().flush();
            final LinkWalk walk = LinkWalk.run(profile, seed.value(), vx, walkS, interrupts);
            out().println(walk.text());
            out().flush();
            walk.report(report);
            passed &= walk.passed();
        }
        return end(report, passed);
    }

    private int end(final Report report, final boolean passed) {
        json.write(report.put("passed", passed));
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
