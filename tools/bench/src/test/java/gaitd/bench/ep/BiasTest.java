package gaitd.bench.ep;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.equilibrium.LayeredEnergy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong when a part of the rule is left out. */
class BiasTest {
    private static final double RIGHT = 0.999;

    @Test
    void withoutTheFactorANudgeOfLiquidCellsMissesTheGradient() {
        for (final PolicySizedCell subject :
                new PolicySizedCell[] {PolicySizedCell.LIQUID_TANH, PolicySizedCell.LIQUID_SIGMOID}) {
            final TruthCase one = subject.drawn(0.6);
            assertTrue(cosine(one, Nudge.of(Nudge.Rule.PROPER, 0.1)) > RIGHT);
            assertTrue(cosine(one, Nudge.of(Nudge.Rule.PLAIN, 0.1)) < 0.9);
        }
    }

    @Test
    void withFeedbackThatIsNotSymmetricTheGradientIsMissed() {
        final PolicySizedCell subject = PolicySizedCell.LIQUID_TANH;
        final TruthCase symmetric = subject.drawn(0.9);
        final double[] parameters = symmetric.parameters();
        final ParameterLayout.Slice feedback = symmetric.layout().slice("W");
        final SplittableRandom random = new SplittableRandom(PolicySizedCell.SEED);
        for (int i = 0; i < feedback.size(); i++) {
            parameters[feedback.offset() + i] = 0.9 / (2 * Math.sqrt(32)) * random.nextGaussian();
        }
        assertTrue(cosine(symmetric, Nudge.of(Nudge.Rule.PROPER, 0.01)) > RIGHT);
        final double broken = cosine(subject.of(parameters), Nudge.of(Nudge.Rule.PROPER, 0.01));
        assertTrue(broken < 0.99, "cosine " + broken);
    }

    @Test
    void oneSignHasAnErrorInTheFirstPowerOfBetaWhereTwoSignsHaveTheSecond() {
        final TruthCase one = PolicySizedCell.LAYERS.of(new RegressionTraining(
                        PolicySizedCell.LAYERS.spec(), PolicySizedCell.LAYERS.readout(), 0.6, 200, PolicySizedCell.SEED)
                .parameters());
        final double[] exact = one.exact();
        final double oneSign =
                error(one, Nudge.Rule.ONE_SIGN, 0.02, exact) / error(one, Nudge.Rule.ONE_SIGN, 0.01, exact);
        final double bothSigns =
                error(one, Nudge.Rule.PROPER, 0.02, exact) / error(one, Nudge.Rule.PROPER, 0.01, exact);
        assertTrue(oneSign > 1.8 && oneSign < 2.2, "one sign: " + oneSign);
        assertTrue(bothSigns > 3.6 && bothSigns < 4.4, "both signs: " + bothSigns);
    }

    private static double error(final TruthCase one, final Nudge.Rule rule, final double beta, final double[] exact) {
        final double[] got = one.nudged(Nudge.of(rule, beta));
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            sum += (got[i] - exact[i]) * (got[i] - exact[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void largeBetaIsWhatSurvivesNoise() {
        final TruthCase one = PolicySizedCell.LIQUID_TANH.drawn(0.6);
        final double small = cosine(one, new Nudge(Nudge.Rule.PROPER, 0.01, 30, 0.01));
        final double large = cosine(one, new Nudge(Nudge.Rule.PROPER, 0.5, 30, 0.01));
        assertTrue(small < 0.7, "cosine at beta 0.01: " + small);
        assertTrue(large > 0.95, "cosine at beta 0.5: " + large);
    }

    @Tag("slow")
    @Test
    void clippingOnOneSideBreaksDownWhereTwoSidesHoldAndAFrozenForceHoldsLonger() {
        final int[] layers = {64, 64};
        final TruthCase one = TruthCase.untrained(
                LayeredEnergy.spec(48, layers, 12, 1), LayeredEnergy.readout(layers, 12), 0.6, 32, 5);
        final double oneSided =
                one.policyNudged(Clipping.ONE_SIDED, 0.01, 30, false).cosine();
        final double none = one.policyNudged(Clipping.NONE, 0.01, 30, false).cosine();
        final double twoSided =
                one.policyNudged(Clipping.TWO_SIDED, 0.01, 30, false).cosine();
        assertTrue(oneSided < 0.7, "one-sided " + oneSided);
        assertTrue(none < 0.7, "not clipped " + none);
        assertTrue(twoSided > RIGHT, "two-sided " + twoSided);
        final double frozen =
                one.policyNudged(Clipping.ONE_SIDED, 0.2, 30, true).cosine();
        assertTrue(frozen > RIGHT, "frozen " + frozen);
        final double gone = one.policyNudged(Clipping.TWO_SIDED, 0.2, 30, false).cosine();
        assertTrue(gone < 0.9, "two-sided at beta 0.2: " + gone);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Nudge(Nudge.Rule.PROPER, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Nudge(Nudge.Rule.PROPER, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Nudge(Nudge.Rule.PROPER, 1, 1, -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> PolicySizedCell.LIQUID_TANH.drawn(40).exact());
        assertThrows(
                IllegalArgumentException.class,
                () -> LinearSystem.solve(new double[] {1, 2, 2, 4}, new double[] {1, 2}));
    }

    private static double cosine(final TruthCase one, final Nudge nudge) {
        return Likeness.of(one.layout(), "W", one.nudged(nudge), one.exact()).cosine();
    }
}
