package gaitd.policies.equilibrium;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What cannot be learned this way is refused in one line. */
class GuardsTest {
    private static final OdeSpec SPEC = OdeSpec.full(OdeKind.LTC, 3, 4, 2, Scheme.SEMI_IMPLICIT, 5);

    @Test
    void refusesCellsThatDoNotSettleOrFit() {
        refuses(() -> gradient(OdeSpec.full(OdeKind.RNN_ODE, 3, 4, 2, Scheme.SEMI_IMPLICIT, 5)), "RNN_ODE");
        refuses(() -> gradient(OdeSpec.full(OdeKind.LTC, 3, 4, 2, Scheme.RK4, 5)), "RK4");
        refuses(() -> gradient(OdeSpec.full(OdeKind.LTC, 3, 4, 0, Scheme.SEMI_IMPLICIT, 5)), "readout");
        final boolean[] oneWay = new boolean[16];
        oneWay[1] = true;
        final OdeSpec forward = new OdeSpec(
                OdeKind.CT_RNN,
                Activation.TANH,
                Synapses.full(3, 4),
                Synapses.of(oneWay, 4, 4),
                2,
                Scheme.SEMI_IMPLICIT,
                5);
        refuses(() -> gradient(forward), "lead one way");
        refuses(() -> Symmetry.impose(DoubleKernels.INSTANCE, forward, new double[100]), "lead one way");
        refuses(
                () -> new EquilibriumGradient<>(
                        SPEC, Synapses.full(3, 2), PlainBatch.exact(), 1, 1, EquilibriumOptions.STANDARD),
                "readout of 3 neurons");
    }

    @Test
    void refusesSizesOutOfRange() {
        refuses(() -> gradient(SPEC, 0, 1), "0 sequences");
        refuses(() -> gradient(SPEC, 1, 0), "0 steps");
        refuses(() -> Mask.lastNeurons(4, 5, 1), "5 neurons of 4");
        refuses(() -> LayeredEnergy.spec(0, new int[] {3}, 1, 1), "0 inputs");
        refuses(() -> LayeredEnergy.spec(1, new int[] {3, 0}, 1, 1), "a layer of 0");
        refuses(() -> LayeredEnergy.readout(new int[0], 1), "no layer");
        refuses(() -> new Initial(-1, 1, 1, 1), "gains");
    }

    @Test
    void refusesOptionsOutOfRange() {
        final EquilibriumOptions standard = EquilibriumOptions.STANDARD;
        refuses(() -> standard.withBeta(0), "beta 0.0");
        refuses(() -> standard.withBeta(Double.NaN), "beta NaN");
        refuses(() -> standard.withNudgedSteps(0, 1), "0 nudged steps");
        refuses(() -> standard.withNudgedSteps(1, Double.POSITIVE_INFINITY), "step size");
        refuses(() -> standard.withResidual(-1), "residual");
    }

    @Test
    void refusesWeightsThatAreNotSymmetricUntilTheyAreMadeSo() {
        final EquilibriumGradient<double[]> gradient = gradient(SPEC);
        final double[] parameters = Initial.STANDARD.parameters(DoubleKernels.INSTANCE, SPEC, new SplittableRandom(1));
        parameters[gradient.layout().slice("W").offset() + 1] += 0.01;
        refuses(() -> gradient.load(parameters, 0), "not symmetric");
        Symmetry.impose(DoubleKernels.INSTANCE, SPEC, parameters);
        gradient.load(parameters, 0);
    }

    @Test
    void refusesWeightsBehindTheMaskUntilTheyAreZero() {
        final int[] layers = {3, 2};
        final OdeSpec spec = LayeredEnergy.spec(4, layers, 2, 5);
        final Synapses readout = LayeredEnergy.readout(layers, 2);
        final EquilibriumGradient<double[]> gradient =
                new EquilibriumGradient<>(spec, readout, PlainBatch.exact(), 1, 1, EquilibriumOptions.STANDARD);
        final double[] parameters = Initial.STANDARD.parameters(DoubleKernels.INSTANCE, spec, new SplittableRandom(1));
        refuses(() -> gradient.load(parameters, 0), "behind the mask");
        Mask.impose(DoubleKernels.INSTANCE, spec, readout, parameters);
        gradient.load(parameters, 0);
    }

    private static EquilibriumGradient<double[]> gradient(final OdeSpec spec) {
        return gradient(spec, 1, 1);
    }

    private static EquilibriumGradient<double[]> gradient(final OdeSpec spec, final int sequences, final int steps) {
        return new EquilibriumGradient<>(spec, PlainBatch.exact(), sequences, steps, EquilibriumOptions.STANDARD);
    }

    private static void refuses(final Runnable action, final String why) {
        final String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(why), message);
    }
}
