package gaitd.bench.identify;

import gaitd.bench.cases.CaseOptions;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.Report;
import gaitd.robot.world.CaseOption;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import gaitd.sim.Engine;
import gaitd.sim.identify.FindingText;
import gaitd.sim.identify.Identified;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Identification against what was set. */
@Command(
        name = "identify",
        description =
                "Walks robots to which something happened and tells what is identified from control's frames, against"
                        + " what was set: the greatest error over the seeds, and the share of intervals that hold.",
        footer = {"", "Example: gaitd bench identify --cases payload-behind,weak-motor --seeds 3 --json identify.json"})
public final class IdentifyBench implements Callable<Integer> {
    private static final double NS_PER_US = 1e3;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CaseOptions which;

    @Option(
            names = "--walk",
            paramLabel = "S",
            defaultValue = "60",
            description = "length of a walk (default ${DEFAULT-VALUE})")
    private double walkS;

    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description = "walk by this policy (default the walk without one)")
    private Path policy;

    @Mixin
    private JsonOption json;

    private final Report report = new Report().put("version", Version.TEXT);
    private int intervals;
    private int held;

    /** Made by the command line. */
    public IdentifyBench() {}

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--walk", walkS, 5, 3600, "s");
        final List<Long> seeds = which.seeds();
        final Engine physics = which.engine();
        final List<String> names = which.names();
        final PolicyFiles.Walk walk =
                PolicyFiles.walk(policy == null ? List.of() : List.of(policy), null, Config.defaults());
        report.put("engine", physics.key()).put("walk_s", walkS).put("seeds", seeds.size());
        final PrintWriter out = spec.commandLine().getOut();
        for (final String name : names) {
            one(walk, name, seeds, physics, out);
        }
        out.printf(Locale.ROOT, "%nintervals that hold: %d of %d%n", held, intervals);
        json.write(report.put("intervals", intervals).put("intervals_held", held));
        return ExitCode.OK;
    }

    private void one(
            final PolicyFiles.Walk walk,
            final String name,
            final List<Long> seeds,
            final Engine physics,
            final PrintWriter out) {
        final IdentifyScore score = new IdentifyScore();
        for (final long seed : seeds) {
            final IdentifyTrial trial = new IdentifyTrial(walk, CaseOption.of(name), physics, seed);
            final Identified found = trial.run(walkS);
            score.add(found, trial.truth());
            if (seed == seeds.getFirst()) {
                out.printf(Locale.ROOT, "%s: %s%n", name, FindingText.of(found));
                report.put(name + "_found", FindingText.of(found));
                report.put("bytes", trial.bytes());
                report.put(
                        name + "_frame_us",
                        trial.tookNs() / NS_PER_US * walk.config().periodNs() / (walkS * 1e9));
            }
        }
        out.printf(
                Locale.ROOT,
                "    off by at most: payload %.2f kg, its place %.3f m, strength %.1f %%, dry friction %.2f N m, damping %.3f"
                        + " N m s/rad, zero %.2f deg; %d of %d intervals hold; %.0f s of walking or more%n",
                score.payloadKg,
                score.placeM,
                100 * score.strength,
                score.dryNm,
                score.damping,
                Math.toDegrees(score.zeroRad),
                score.held,
                score.intervals,
                score.leastS);
        out.flush();
        intervals += score.intervals;
        held += score.held;
        report.put(name + "_payload_kg", score.payloadSumKg / score.walks)
                .put(name + "_payload_error_kg", score.payloadKg)
                .put(name + "_place_error_m", score.placeM)
                .put(name + "_strength_error", score.strength)
                .put(name + "_dry_friction_error_nm", score.dryNm)
                .put(name + "_damping_error_nms_rad", score.damping)
                .put(name + "_zero_error_rad", score.zeroRad)
                .put(name + "_intervals_held", score.share())
                .put(name + "_seconds", score.leastS);
    }
}
