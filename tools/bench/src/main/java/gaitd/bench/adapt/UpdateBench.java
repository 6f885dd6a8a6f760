package gaitd.bench.adapt;

import gaitd.policies.learn.Rule;
import gaitd.robot.adapt.Belief;
import gaitd.robot.adapt.BeliefTraining;
import gaitd.robot.adapt.ShippedPolicy;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.sim.cases.FieldCase;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an update aboard costs. */
@Command(
        name = "update",
        description =
                "What an update of an adapting policy costs, by equilibrium propagation and by backpropagation in turn, on one"
                        + " thread: multiply-adds, bytes kept and touched, milliseconds.",
        footer = {"", "Example: gaitd bench update --rounds 30 --json update.json"})
public final class UpdateBench implements Callable<Integer> {
    private static final int ROBOTS = 16;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LearningPolicy policy;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "30",
            description = "updates by each rule, of which the median counts, after as many (default ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    private JsonOption json;

    /** Made by the command line. */
    public UpdateBench() {}

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--rounds", rounds, 1, 10_000, "updates");
        final ShippedPolicy shipped = ShippedPolicy.of(policy.files());
        if (!UpdateCost.counts(shipped.part())) {
            throw new ConfigException("--policy " + policy.path() + ": its networks are "
                    + shipped.part().actorPlan().kind().key() + " and "
                    + shipped.part().criticPlan().kind().key()
                    + "; expected liquid neurons, ltc, which are what is counted");
        }
        final Belief belief = new Belief("as made", shipped.task().config(), FieldCase.NOMINAL);
        try (BeliefTraining ep = training(shipped, Rule.EP, belief);
                BeliefTraining back = training(shipped, Rule.BPTT, belief)) {
            final List<UpdateCost> costs =
                    List.of(new UpdateCost(Rule.EP, shipped, ep), new UpdateCost(Rule.BPTT, shipped, back));
            for (int round = 0; round < 2 * rounds; round++) {
                for (final UpdateCost cost : costs) {
                    cost.measure(round >= rounds);
                }
            }
            tell(costs);
        }
        return ExitCode.OK;
    }

    private static BeliefTraining training(final ShippedPolicy policy, final Rule rule, final Belief belief) {
        return new BeliefTraining(policy.bundle(), policy.part(), rule, policy.task(), belief, ROBOTS, 1, 1);
    }

    private void tell(final List<UpdateCost> costs) {
        final PrintWriter out = spec.commandLine().getOut();
        final Report report = new Report();
        for (final UpdateCost cost : costs) {
            out.printf(
                    Locale.ROOT,
                    "%-5s %d policy steps: %.0f million multiply-adds, %.0f kB kept, %.1f MB touched, %.1f ms, with the rollout %.1f ms%n",
                    cost.rule().key(),
                    cost.steps(),
                    cost.multiplyAdds() * 1e-6,
                    cost.keptBytes() * 1e-3,
                    cost.touchedBytes() * 1e-6,
                    cost.updateMs(),
                    cost.wholeMs());
            final String name = cost.rule().key() + "_";
            report.put(name + "multiply_adds", cost.multiplyAdds())
                    .put(name + "kept_bytes", cost.keptBytes())
                    .put(name + "touched_bytes", cost.touchedBytes())
                    .put(name + "update_ms", cost.updateMs())
                    .put(name + "with_rollout_ms", cost.wholeMs());
        }
        final double kept =
                costs.getLast().keptBytes() / (double) costs.getFirst().keptBytes();
        final double time = costs.getFirst().updateMs() / costs.getLast().updateMs();
        out.printf(Locale.ROOT, "ep keeps %.1f times less and takes %.2f times as long%n", kept, time);
        out.flush();
        json.write(report.put("kept_ratio", kept).put("time_ratio", time).put("version", Version.TEXT));
    }
}
