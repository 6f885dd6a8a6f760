package gaitd.bench.ep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.gradient.PlainBatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The learner's gradient against exact ones, group by group, at weights drawn and at weights learned. */
class TruthTest {
    private static final EquilibriumOptions LONG = new EquilibriumOptions(0.1, 80, 2, 0, true);
    private static final double COSINE = 0.999;
    private static final double RATIO = 0.01;

    @ParameterizedTest
    @EnumSource(PolicySizedCell.class)
    void isExactAtDrawnWeights(final PolicySizedCell subject) {
        for (final double gain : new double[] {0.3, 0.6, 0.9}) {
            check(subject.drawn(gain), subject + " gain " + gain);
        }
    }

    @ParameterizedTest
    @EnumSource(PolicySizedCell.class)
    void isExactAtLearnedWeights(final PolicySizedCell subject) {
        final RegressionTraining training =
                new RegressionTraining(subject.spec(), subject.readout(), 0.6, 200, PolicySizedCell.SEED);
        assertTrue(training.lastLoss() < 0.1 * training.firstLoss(), subject + " learned: " + training.lastLoss());
        check(subject.of(training.parameters()), subject + " learned");
    }

    private static void check(final TruthCase one, final String name) {
        final double[] exact = one.exact();
        alike(one, one.backpropagated(150, 1), exact, name + " through the relaxation");
        alike(one, one.propagated(PlainBatch.exact(), LONG, 80, 2), exact, name + " double");
        alike(one, one.propagated(PlainBatch.fastest(), LONG, 80, 2), exact, name + " float");
        alike(one, one.nudged(Nudge.of(Nudge.Rule.PROPER, 0.01)), exact, name + " one by one");
    }

    private static void alike(final TruthCase one, final double[] got, final double[] wanted, final String name) {
        final List<Likeness> groups = Likeness.groups(one.layout(), got, wanted);
        for (final Likeness group : groups) {
            assertTrue(group.cosine() >= COSINE, name + ": " + group + ", seed " + PolicySizedCell.SEED);
            assertEquals(1, group.ratio(), RATIO, name + ": " + group);
        }
    }

    @Test
    void comesCloserAsPhasesGetLonger() {
        final RegressionTraining training = new RegressionTraining(
                PolicySizedCell.LIQUID_SIGMOID.spec(),
                PolicySizedCell.LIQUID_SIGMOID.readout(),
                0.6,
                200,
                PolicySizedCell.SEED);
        final TruthCase one = PolicySizedCell.LIQUID_SIGMOID.of(training.parameters());
        final double[] exact = one.exact();
        double before = 0;
        for (final int steps : new int[] {2, 5, 10, 20}) {
            final double[] got = one.propagated(PlainBatch.exact(), LONG.withNudgedSteps(steps, 2), steps, 1);
            final double cosine = Likeness.of(one.layout(), "W", got, exact).cosine();
            assertTrue(cosine > before, steps + " steps: " + cosine + " after " + before);
            before = cosine;
        }
        assertTrue(before > COSINE, Double.toString(before));
    }
}
