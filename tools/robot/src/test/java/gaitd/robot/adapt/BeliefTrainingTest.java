package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Networks;
import gaitd.policies.learn.LearnedWeights;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Rule;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.cases.FieldCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One update of the policy as shipped, by equilibrium propagation and by backpropagation. */
class BeliefTrainingTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");

    private final ShippedPolicy policy;

    BeliefTrainingTest() throws IOException {
        policy = ShippedPolicy.of(BundleStore.read(POLICY));
    }

    private float[] weights(final Rule rule) {
        final Belief belief = new Belief("as made", policy.task().config(), FieldCase.NOMINAL);
        try (BeliefTraining training =
                new BeliefTraining(policy.bundle(), policy.part(), rule, policy.task(), belief, 8, 1, 1)) {
            training.iterate();
            return Networks.FASTEST.weights(
                    training.network().facts(), training.network().tensors());
        }
    }

    @Test
    void bothRulesLearnTheSameFromTheSameSteps() {
        final float[] shipped = Networks.FASTEST.weights(
                policy.bundle().manifest().cell(), policy.bundle().tensors());
        final float[] ep = weights(Rule.EP);
        final float[] bptt = weights(Rule.BPTT);
        double both = 0;
        double ofEp = 0;
        double ofBptt = 0;
        for (int i = 0; i < shipped.length; i++) {
            final double byEp = ep[i] - shipped[i];
            final double byBptt = bptt[i] - shipped[i];
            both += byEp * byBptt;
            ofEp += byEp * byEp;
            ofBptt += byBptt * byBptt;
        }
        final double cosine = both / Math.sqrt(ofEp * ofBptt);
        // Sixteen steps of the optimiser magnify what the rules differ by.
        assertTrue(cosine > 0.8, "cosine of the changes " + cosine);
        assertNotEquals(0, ofEp - ofBptt, "two rules, not one");
    }

    private AdaptPlan plan(final Rule rule) {
        return new AdaptPlan(AdaptRoad.BELIEF, 20, 1, 1, 8, 1, 3, 0.5, 0, rule, LearnedWeights.ALL, 1, null);
    }

    @Test
    void aRuleThatCannotBeFollowedIsRefusedBeforeAnythingIsDone() {
        new BeliefRoad(plan(null), policy.part(), policy.task(), task -> null).close();
        new BeliefRoad(plan(Rule.BPTT), policy.part(), policy.task(), task -> null).close();
        final LearnerPart part = policy.part();
        final LearnerPart dense = new LearnerPart(
                NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8)),
                part.criticPlan(),
                part.task(),
                part.taskText(),
                part.command(),
                part.critic(),
                part.logDeviation(),
                part.rewardDeviation());
        new BeliefRoad(plan(null), dense, policy.task(), task -> null).close();
        final ConfigException refusal = assertThrows(
                ConfigException.class, () -> new BeliefRoad(plan(Rule.EP), dense, policy.task(), task -> null));
        assertTrue(refusal.getMessage().contains("ep does not suit a network of kind mlp"), refusal::getMessage);
        assertTrue(Cli.run(
                        "run",
                        "--lockstep",
                        "--adapt",
                        "--policy",
                        "" + POLICY,
                        "--adapt-road",
                        "own",
                        "--adapt-rule",
                        "bptt")
                .refusedWith(ExitCode.USAGE)
                .contains("computes no gradients"));
    }
}
