package gaitd.robot.fleet;

import gaitd.policies.bundle.BundleFiles;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a fleet of simulated robots that is given a better policy, and then a worse one. */
@Command(
        name = "demo",
        description =
                "Twenty simulated robots and a Mosquitto broker on this computer: a better policy is published, then a worse one.",
        footer = {"", "Example: gaitd fleet demo"})
final class FleetDemo implements Callable<Integer> {
    private static final int ROBOTS_MAX = 100;
    private static final double SHARE = 0.1;
    private static final double WITHIN_S = 600;
    private static final double OLD = 0.25;
    private static final double BAD = -0.2;
    private static final double MS_PER_S = 1e3;

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--robots",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many (default ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--robots", count, 2, ROBOTS_MAX, "");
        LocalBroker.program();
        try {
            final Path folder = Files.createTempDirectory("gaitd-fleet");
            try {
                return run(folder);
            } finally {
                remove(folder);
            }
        } catch (final IOException e) {
            throw new Refusal("the demonstration cannot write its files: " + e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private int run(final Path folder) throws IOException, InterruptedException {
        final BundleFiles trained = PolicyFiles.read(TrainedPolicies.BEST);
        final DemoPolicies policies = new DemoPolicies(trained);
        say(count + " robots walk by a policy whose outputs are off by %s of their half widths".formatted(OLD));
        try (DemoFleet fleet = new DemoFleet(
                folder, count, Runtime.getRuntime().availableProcessors(), policies.off(OLD), this::say)) {
            final long beganMs = System.currentTimeMillis();
            final Publisher good = fleet.publish("trained", trained, SHARE, WITHIN_S);
            final double goodS = (System.currentTimeMillis() - beganMs) / MS_PER_S;
            FleetTable.lines(good.book(), DemoFleet.GROUP).forEach(this::say);
            say("trained: %s after %.1f s".formatted(good.outcome(), goodS));
            final long thenMs = System.currentTimeMillis();
            final Publisher bad = fleet.publish("spoilt", policies.off(BAD), SHARE, WITHIN_S);
            final double badS = (System.currentTimeMillis() - thenMs) / MS_PER_S;
            FleetTable.lines(bad.book(), DemoFleet.GROUP).forEach(this::say);
            say("spoilt: %s after %.1f s".formatted(bad.outcome(), badS));
            fleet.stop();
            final List<String> problems = DemoCheck.problems(fleet, good, bad);
            problems.forEach(this::say);
            say(problems.isEmpty() ? "every robot drives by the policy that was accepted" : "NOT as it should be");
            json.write(new Report()
                    .put("robots", count)
                    .put("good", good.outcome())
                    .put("good_s", goodS)
                    .put("bad", bad.outcome())
                    .put("bad_s", badS)
                    .put("problems", problems));
            return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static void remove(final Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (final Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private synchronized void say(final String line) {
        final PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
