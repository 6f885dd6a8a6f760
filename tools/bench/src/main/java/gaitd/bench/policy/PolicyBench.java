package gaitd.bench.policy;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a policy costs in the tick. */
@Command(
        name = "policy",
        description = "Walks two simulated robots by turns, one with a policy, and prints how long their ticks take.",
        footer = {"", "Example: gaitd bench policy --seconds 60 --json ticks.json"})
public final class PolicyBench implements Callable<Integer> {
    private static final double WARM_S = 15;
    private static final int TURN_TICKS = 50;

    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(60);

    @Mixin
    private SeedOption seed;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description = "the policy; an untrained LTC network if not given")
    private Path bundle;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "64",
            description = "neurons of the untrained network (default ${DEFAULT-VALUE})")
    private int units;

    @Option(
            names = "--save",
            paramLabel = "BUNDLE",
            description = "also write the untrained network, to be run; must not be there yet")
    private Path save;

    @Override
    public Integer call() {
        json.check();
        final double walkS = seconds.value(1, 1e5);
        final int neurons = (int) Inputs.inRange("--units", units, 1, 1024, "neurons");
        final PolicyFiles.Walk walk =
                PolicyFiles.walk(bundle == null ? List.of() : List.of(bundle), null, Config.defaults());
        final Config config = walk.config();
        final PolicyFit fit =
                bundle == null ? untrained(neurons, config) : walk.policies().getFirst();
        final TickTrial with = new TickTrial(config, List.of(fit), seed.value());
        final TickTrial without = new TickTrial(config, List.of(), seed.value());
        turns(with, without, WARM_S, config);
        with.forget();
        without.forget();
        turns(with, without, walkS, config);
        return report(fit, with, without);
    }

    private PolicyFit untrained(final int neurons, final Config config) {
        final BundleFiles files = UntrainedPolicy.bundle(neurons, seed.value(), config);
        if (save != null) {
            PolicyFiles.write(files, save);
        }
        return PolicyFit.of(Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS), config);
    }

    private static void turns(
            final TickTrial with, final TickTrial without, final double simulatedS, final Config config) {
        final long turns = Math.round(simulatedS * config.get(Setting.RATE_HZ) / TURN_TICKS);
        for (long turn = 0; turn < turns; turn++) {
            with.run(TURN_TICKS);
            without.run(TURN_TICKS);
        }
    }

    private int report(final PolicyFit fit, final TickTrial with, final TickTrial without) {
        final TickStatistics policy = with.walking();
        final TickStatistics bare = without.walking();
        final boolean pass = with.fault() == PolicyFault.NONE
                && policy.policyTick.getTotalCount() > 0
                && bare.ticks() == policy.ticks();
        final PrintWriter out = spec.commandLine().getOut();
        out.println(fit.bundle().manifest().name());
        line(out, "ticks with a policy step", policy.policyTick);
        line(out, "the policy step in them", policy.policyStep);
        line(out, "ticks of a robot without policy", bare.compute);
        if (!pass) {
            out.println("FAILED: " + with.fault());
        }
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("policy", fit.bundle().manifest().name())
                .put("policy_fault", with.fault().name())
                .put("policy_steps", policy.policyTick.getTotalCount())
                .putPercentiles("policy_tick_us", policy.policyTick)
                .putPercentiles("policy_step_us", policy.policyStep)
                .putPercentiles("bare_tick_us", bare.compute)
                .put("pass", pass));
        return pass ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void line(final PrintWriter out, final String what, final Histogram histogram) {
        out.printf(
                "%-32s %8d  p50 %7.2f  p99 %7.2f us%n",
                what,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3);
    }
}
