package gaitd.bench.adapt;

import gaitd.bench.turns.Alternation;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.robot.adapt.BeliefTraining;
import gaitd.robot.adapt.ShippedPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * What an update of an adapting policy costs by one rule: arithmetic and traffic counted from the networks' sizes, stored activations
 * as the learner counts them, times measured.
 */
final class UpdateCost {
    /** Numbers read and written for each weight in a step of the optimiser: weight, gradient, two moments. */
    private static final long TRAFFIC_A_WEIGHT = 7;

    private final Rule rule;
    private final ShippedPolicy policy;
    private final BeliefTraining training;
    private final List<Double> updateMs = new ArrayList<>();
    private final List<Double> wholeMs = new ArrayList<>();

    /**
     * A training that has not begun.
     *
     * @param rule how gradients are computed
     * @param policy with liquid neurons, as actor and as critic
     * @param training of it, by that rule
     */
    UpdateCost(final Rule rule, final ShippedPolicy policy, final BeliefTraining training) {
        this.rule = rule;
        this.policy = policy;
        this.training = training;
    }

    /** Whether arithmetic can be counted: both networks are one layer of liquid neurons. */
    static boolean counts(final LearnerPart part) {
        return part.actorPlan().kind() == NetKind.LTC && part.criticPlan().kind() == NetKind.LTC;
    }

    /** One rollout with its update, then that update again. */
    void measure(final boolean counts) {
        final long startNs = System.nanoTime();
        training.iterate();
        final long middleNs = System.nanoTime();
        training.update().run();
        if (counts) {
            wholeMs.add((middleNs - startNs) * 1e-6);
            updateMs.add((System.nanoTime() - middleNs) * 1e-6);
        }
    }

    Rule rule() {
        return rule;
    }

    /** Policy steps that an update learns from. */
    int steps() {
        return training.stepsPerUpdate();
    }

    /** Median of the rounds, ms. */
    double updateMs() {
        return Alternation.median(
                updateMs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Median with the rollout, ms. */
    double wholeMs() {
        return Alternation.median(
                wholeMs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Activations stored for the backward pass, bytes. */
    long keptBytes() {
        return training.update().storedActivations() * Float.BYTES;
    }

    /** Multiply-adds with weights in an update. */
    long multiplyAdds() {
        return epochs()
                * steps()
                * (ofSample(policy.part().actorPlan(), outputs())
                        + ofSample(policy.part().criticPlan(), 1));
    }

    /** Least that an update reads and writes: rollout and stored activations once an epoch, weights in each step of the optimiser, bytes. */
    long touchedBytes() {
        final PpoSettings settings = PpoSettings.ppo().build();
        final long steps = epochs() * settings.count(PpoSetting.MINIBATCHES);
        final long weights = weights(policy.part().actorPlan(), outputs())
                + weights(policy.part().criticPlan(), 1);
        final long rollout = (long) steps() * (inputs() + 2L * outputs() + 3);
        return Float.BYTES * (epochs() * rollout + steps * TRAFFIC_A_WEIGHT * weights) + 2 * steps * keptBytes();
    }

    private static long epochs() {
        return PpoSettings.ppo().build().count(PpoSetting.EPOCHS);
    }

    private int inputs() {
        return policy.bundle().manifest().cell().inputs();
    }

    private int outputs() {
        return policy.bundle().manifest().cell().outputs();
    }

    private long weights(final NetPlan plan, final int out) {
        final long neurons = plan.hidden().getFirst();
        return neurons * (neurons + inputs() + out + 2) + out;
    }

    /**
     * Forward, then backward: by equilibrium propagation two nudged phases and the products of states at their ends, by backpropagation
     * two products for each of the forward pass.
     */
    private long ofSample(final NetPlan plan, final int out) {
        final long neurons = plan.hidden().getFirst();
        final long recurrent = neurons * neurons;
        final long inOut = neurons * (2L * inputs() + 3L * out);
        return rule == Rule.EP
                ? recurrent * (plan.subSteps() + 2L * plan.nudgedSteps() + 2) + inOut
                : recurrent * 3 * plan.subSteps() + inOut;
    }
}
