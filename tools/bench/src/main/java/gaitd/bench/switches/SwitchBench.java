package gaitd.bench.switches;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.cli.options.VelocityOptions;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.config.Version;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches policies in mid-stride. */
@Command(
        name = "switch",
        description =
                "Switches policies on, off and over while simulated robots walk, at times that chance decides, and counts falls"
                        + " and faults.",
        footer = {"", "Example: gaitd bench switch go2.zip --vx 0.6 --seeds 100 --json switch.json"})
public final class SwitchBench implements Callable<Integer> {
    private static final int SEEDS_MAX = 10_000;

    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(10);

    @Mixin
    private final VelocityOptions velocities = new VelocityOptions(0.6);

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", description = "policies to switch between")
    private List<Path> bundles;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "100", description = "walks (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--vary",
            paramLabel = "PRESET",
            description = "draw each robot from its seed: none, sensors, mild or wide (default none)")
    private String vary;

    /** Made by the command line. */
    public SwitchBench() {}

    @Override
    public Integer call() {
        json.check();
        final double walkS = seconds.value(1, 3600);
        final int walks = (int) Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "walks");
        final Config.Builder settings = new Config.Builder();
        if (vary != null) {
            settings.vary(VaryPreset.parse(vary), "--vary " + vary);
        }
        final PolicyFiles.Walk walk = PolicyFiles.walk(
                bundles, null, Inputs.config(settings, config.file).conclude());
        final double[] asked = {
            velocities.vx(walk.config()), velocities.vy(walk.config()), velocities.yaw(walk.config())
        };
        final List<SwitchOutcome> outcomes = LongStream.rangeClosed(1, walks)
                .parallel()
                .mapToObj(seed -> new SwitchTrial(walk, asked, seed).run(walkS))
                .toList();
        return report(outcomes);
    }

    private int report(final List<SwitchOutcome> outcomes) {
        final long fell = outcomes.stream().filter(SwitchOutcome::fell).count();
        final boolean pass = outcomes.stream().allMatch(SwitchOutcome::passed);
        final int switches = outcomes.stream().mapToInt(SwitchOutcome::switches).sum();
        final double walkedS =
                outcomes.stream().mapToDouble(SwitchOutcome::walkedS).sum();
        final double stepRad =
                outcomes.stream().mapToDouble(SwitchOutcome::stepRad).max().orElseThrow();
        final DoubleSummaryStatistics onDeg = outcomes.stream()
                .mapToDouble(outcome -> Math.toDegrees(outcome.onTiltRad()))
                .summaryStatistics();
        final DoubleSummaryStatistics offDeg = outcomes.stream()
                .mapToDouble(outcome -> Math.toDegrees(outcome.offTiltRad()))
                .summaryStatistics();
        final double speedMS =
                outcomes.stream().mapToDouble(SwitchOutcome::speedMS).average().orElseThrow();
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d walks, %.0f s, %d switches: %d falls; %.2f m/s; tilt after switching on %.1f deg in the mean of walks, at most %.1f,"
                        + " after switching off %.1f and %.1f; joint targets up to %.4f rad a tick%n",
                outcomes.size(),
                walkedS,
                switches,
                fell,
                speedMS,
                onDeg.getAverage(),
                onDeg.getMax(),
                offDeg.getAverage(),
                offDeg.getMax(),
                stepRad);
        outcomes.stream().filter(outcome -> !outcome.passed()).forEach(outcome -> out.println(line(outcome)));
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("walks", outcomes.size())
                .put("walked_s", walkedS)
                .put("switches", switches)
                .put("falls", fell)
                .put("mean_vx_m_s", speedMS)
                .put("on_tilt_mean_deg", onDeg.getAverage())
                .put("on_tilt_max_deg", onDeg.getMax())
                .put("off_tilt_mean_deg", offDeg.getAverage())
                .put("off_tilt_max_deg", offDeg.getMax())
                .put("target_step_max_rad", stepRad)
                .put("pass", pass));
        return pass ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String line(final SwitchOutcome outcome) {
        return "seed %d after %.2f s and %d switches: %s, fault %s, policy fault %s"
                .formatted(
                        outcome.seed(),
                        outcome.walkedS(),
                        outcome.switches(),
                        outcome.fell() ? "fell" : "did not fall",
                        outcome.fault(),
                        outcome.policyFault());
    }
}
