package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adjoint method against backpropagation of small steps, and the orders in which both come near the exact flow. */
class AdjointTest {
    private static final int FINE = 256;
    private static final long SEED = 5;

    @ParameterizedTest
    @EnumSource(OdeKind.class)
    void meetsBackpropagationInTheLimitOfSmallSteps(final OdeKind kind) {
        for (final boolean sparse : new boolean[] {false, true}) {
            final double[] adjoint = adjoint(spec(kind, sparse, Scheme.DORMAND_PRINCE, 1), FINE);
            final double[] back = backpropagated(spec(kind, sparse, Scheme.RK4, FINE));
            assertTrue(distance(adjoint, back) < 1e-10, () -> kind + ": " + distance(adjoint, back));
        }
    }

    @ParameterizedTest
    @EnumSource(OdeKind.class)
    void errorFallsWithTheFourthPowerOfTheNumberOfSubSteps(final OdeKind kind) {
        final OdeSpec spec = spec(kind, false, Scheme.RK4, FINE);
        final double[] exact = backpropagated(spec);
        final double coarse = distance(exact, adjoint(spec, 8));
        final double fine = distance(exact, adjoint(spec, 16));
        final double order = Math.log(coarse / fine) / Math.log(2);
        assertTrue(coarse < 1e-4 && order > 3.6 && order < 4.5, () -> kind + ": order " + order + ", " + coarse);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scheme.class,
            names = {"EXPLICIT_EULER", "SEMI_IMPLICIT"})
    void backpropagationOfFirstOrderSchemesMeetsTheAdjointInFirstOrder(final Scheme scheme) {
        final double[] exact = adjoint(spec(OdeKind.LTC, false, scheme, 1), FINE);
        final double coarse = distance(exact, backpropagated(spec(OdeKind.LTC, false, scheme, 64)));
        final double fine = distance(exact, backpropagated(spec(OdeKind.LTC, false, scheme, 128)));
        final double order = Math.log(coarse / fine) / Math.log(2);
        assertTrue(order > 0.9 && order < 1.1, () -> scheme + ": order " + order);
    }

    @ParameterizedTest
    @EnumSource(OdeKind.class)
    void floatKeepsTheAdjointToItsPrecision(final OdeKind kind) {
        final OdeSpec spec = spec(kind, false, Scheme.RK4, 1);
        final double[] exact = adjoint(spec, 8);
        for (final BatchKernels<float[]> batch : Arrays.asList(PlainBatch.plain(), PlainBatch.fastest())) {
            final SequenceGradient<double[]> shape = SequenceGradient.adjoint(spec, PlainBatch.exact(), 2, 3, 8);
            final CellLoss loss = new CellLoss(spec, shape.data(), new Random(SEED));
            final SequenceGradient<float[]> gradient = SequenceGradient.adjoint(spec, batch, 2, 3, 8);
            final SequenceData<float[]> data = gradient.data();
            copy(loss.data.inputs, data.inputs);
            copy(loss.data.elapsed, data.elapsed);
            copy(loss.data.initialState, data.initialState);
            copy(loss.data.dOutputs, data.dOutputs);
            copy(loss.data.dFinalState, data.dFinalState);
            final float[] parameters = new float[loss.parameters.length];
            copy(loss.parameters, parameters);
            gradient.load(parameters, 0);
            gradient.forward(data);
            final float[] got = new float[parameters.length];
            gradient.backward(data, got, 0);
            final double[] wide = exact.clone();
            for (int i = 0; i < got.length; i++) {
                wide[i] = got[i];
            }
            assertTrue(distance(exact, wide) < 1e-5, () -> kind + ": " + distance(exact, wide));
        }
    }

    @ParameterizedTest
    @EnumSource(OdeKind.class)
    void keepsNothingWithinAStep(final OdeKind kind) {
        final OdeSpec spec = spec(kind, false, Scheme.RK4, 6);
        final long few =
                SequenceGradient.adjoint(spec, PlainBatch.exact(), 3, 10, 1).storedActivations();
        assertEquals(
                few,
                SequenceGradient.adjoint(spec, PlainBatch.exact(), 3, 10, 50).storedActivations());
        assertEquals(10 * 3 * (2 * 6 + 4 + 1), few);
        assertThrows(
                IllegalArgumentException.class, () -> SequenceGradient.adjoint(spec, PlainBatch.exact(), 3, 10, 0));
    }

    private static void copy(final double[] from, final float[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = (float) from[i];
        }
    }

    private static OdeSpec spec(final OdeKind kind, final boolean sparse, final Scheme scheme, final int subSteps) {
        final Random random = new Random(SEED);
        return new OdeSpec(
                kind,
                sparse ? Activation.SIGMOID : Activation.TANH,
                sparse ? RandomCells.some(4, 6, random) : Synapses.full(4, 6),
                sparse ? RandomCells.some(6, 6, random) : Synapses.full(6, 6),
                2,
                scheme,
                subSteps);
    }

    private static double[] adjoint(final OdeSpec spec, final int subSteps) {
        return gradient(spec, SequenceGradient.adjoint(spec, PlainBatch.exact(), 2, 3, subSteps));
    }

    private static double[] backpropagated(final OdeSpec spec) {
        return gradient(spec, SequenceGradient.backpropagation(spec, PlainBatch.exact(), 2, 3));
    }

    /** By parameters, inputs and initial states, one behind the other. */
    private static double[] gradient(final OdeSpec spec, final SequenceGradient<double[]> gradient) {
        final CellLoss loss = new CellLoss(spec, gradient.data(), new Random(SEED));
        final SequenceData<double[]> data = loss.data;
        gradient.load(loss.parameters, 0);
        gradient.forward(data);
        final int own = loss.parameters.length;
        final double[] all = new double[own + data.dInputs.length + data.dInitialState.length];
        gradient.backward(data, all, 0);
        System.arraycopy(data.dInputs, 0, all, own, data.dInputs.length);
        System.arraycopy(data.dInitialState, 0, all, own + data.dInputs.length, data.dInitialState.length);
        return all;
    }

    private static double distance(final double[] a, final double[] b) {
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst / largest;
    }
}
