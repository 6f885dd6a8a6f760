package gaitd.policies.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Initial weights, layered networks and their energy, early ends of phases. */
class LayeredNetworksTest {
    private static final long SEED = 5;

    @Test
    void feedbackIsSymmetricWithAnEigenvalueAboutTheGain() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 8, 64, 2, Scheme.SEMI_IMPLICIT, 1);
        final double[] parameters =
                new Initial(0.8, 1, 1.5, 0.1).parameters(DoubleKernels.INSTANCE, spec, new SplittableRandom(SEED));
        final ParameterLayout layout = spec.cell(DoubleKernels.INSTANCE).layout();
        final int at = layout.slice("W").offset();
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                assertEquals(parameters[at + i * 64 + j], parameters[at + j * 64 + i]);
            }
        }
        assertEquals(0.8, largest(parameters, at, 64), 0.12, "seed " + SEED);
        assertEquals(1.5, parameters[layout.slice("A").offset()]);
        assertEquals(-1.5, parameters[layout.slice("A").offset() + 1]);
        assertEquals(0.5, parameters[layout.slice("tau").offset()]);
    }

    /** By powers of the square, which has no two eigenvalues of one size and other sign. */
    private static double largest(final double[] w, final int at, final int n) {
        double[] v = new double[n];
        Arrays.fill(v, 1 / Math.sqrt(n));
        double length = 0;
        for (int round = 0; round < 500; round++) {
            final double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += w[at + i * n + j] * v[j];
                }
            }
            length = Math.sqrt(Arrays.stream(next).map(value -> value * value).sum());
            for (int i = 0; i < n; i++) {
                next[i] /= length;
            }
            v = next;
        }
        return length;
    }

    @Test
    void bothPrecisionsDrawTheSame() {
        final OdeSpec spec = LayeredEnergy.spec(4, new int[] {5, 3}, 2, 1);
        final double[] wide = Initial.STANDARD.parameters(DoubleKernels.INSTANCE, spec, new SplittableRandom(SEED));
        final float[] narrow = Initial.STANDARD.parameters(FloatKernels.INSTANCE, spec, new SplittableRandom(SEED));
        for (int i = 0; i < wide.length; i++) {
            assertEquals(wide[i], narrow[i], 1e-6);
        }
    }

    @Test
    void layersStoreEachSynapseOnceAndReadTheLast() {
        final OdeSpec spec = LayeredEnergy.spec(10, new int[] {7, 5, 4}, 3, 6);
        assertEquals(10 * 7, spec.sensory().count());
        assertEquals(2 * (7 * 5 + 5 * 4), spec.inner().count());
        assertTrue(Symmetry.holds(spec.inner()));
        final Synapses readout = LayeredEnergy.readout(new int[] {7, 5, 4}, 3);
        assertEquals(4 * 3, readout.count());
        for (int k = 0; k < readout.count(); k++) {
            assertTrue(readout.source(k) >= 12);
        }
    }

    @Test
    void relaxationOfLayersNeverClimbsTheEnergy() {
        final int[] layers = {6, 5};
        final OdeSpec spec = LayeredEnergy.spec(4, layers, 2, 1);
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] parameters = new Initial(1.5, 1, 1, 1).parameters(DoubleKernels.INSTANCE, spec, random);
        final ParameterLayout layout = spec.cell(DoubleKernels.INSTANCE).layout();
        for (int i = 0; i < 11; i++) {
            parameters[layout.slice("mu").offset() + i] = 0.3 * random.nextGaussian();
            parameters[layout.slice("tau").offset() + i] = 0.5 + random.nextDouble();
        }
        final Cell<double[]> cell = spec.cell(DoubleKernels.INSTANCE);
        cell.load(parameters, 0);
        final double[] input = {0.5, -1, 0.2, 0.8};
        final double[] state = new double[11];
        for (int i = 0; i < 11; i++) {
            state[i] = 0.9 * parameters[layout.slice("tau").offset() + i] * (2 * random.nextDouble() - 1);
        }
        final double[] output = new double[2];
        double before = energy(spec, parameters, input, state);
        final double first = before;
        for (int step = 0; step < 400; step++) {
            cell.step(state, 0, input, 0, 0.05, output, 0);
            final double now = energy(spec, parameters, input, state);
            assertTrue(now <= before + 1e-12, "step " + step + ": " + before + " to " + now);
            before = now;
        }
        assertTrue(before < first - 0.1, first + " to " + before);
    }

    private static double energy(
            final OdeSpec spec, final double[] parameters, final double[] input, final double[] x) {
        final ParameterLayout layout = spec.cell(DoubleKernels.INSTANCE).layout();
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            final double tau = parameters[layout.slice("tau").offset() + i];
            final double z = x[i] / tau;
            energy += tau * (z * 0.5 * Math.log((1 + z) / (1 - z)) + 0.5 * Math.log(1 - z * z));
            energy -= x[i] * parameters[layout.slice("mu").offset() + i];
        }
        for (int k = 0; k < spec.inner().count(); k++) {
            energy -= 0.5
                    * parameters[layout.slice("W").offset() + k]
                    * x[spec.inner().source(k)]
                    * x[spec.inner().target(k)];
        }
        for (int k = 0; k < spec.sensory().count(); k++) {
            energy -= parameters[layout.slice("Win").offset() + k]
                    * input[spec.sensory().source(k)]
                    * x[spec.sensory().target(k)];
        }
        return energy;
    }

    @Test
    void phasesThatHaveSettledEndEarlyWithTheSameResult() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 3, 6, 2, Scheme.SEMI_IMPLICIT, 400);
        final double[] parameters =
                Initial.STANDARD.parameters(DoubleKernels.INSTANCE, spec, new SplittableRandom(SEED));
        final EquilibriumOptions options = EquilibriumOptions.STANDARD.withNudgedSteps(400, 1);
        final double[] all = gradient(spec, parameters, options);
        final double[] early = gradient(spec, parameters, options.withResidual(1e-10));
        final double[] tooEarly = gradient(spec, parameters, options.withResidual(1e-2));
        assertArrayEquals(all, early, 1e-6);
        double apart = 0;
        for (int i = 0; i < all.length; i++) {
            apart = Math.max(apart, Math.abs(all[i] - tooEarly[i]));
        }
        assertTrue(apart > 1e-4, Double.toString(apart));
    }

    private static double[] gradient(final OdeSpec spec, final double[] parameters, final EquilibriumOptions options) {
        final EquilibriumGradient<double[]> gradient =
                new EquilibriumGradient<>(spec, PlainBatch.exact(), 4, 2, options);
        final SequenceData<double[]> data = gradient.data();
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < data.inputs.length; i++) {
            data.inputs[i] = random.nextGaussian();
        }
        Arrays.fill(data.elapsed, 400);
        Arrays.fill(data.dOutputs, 1);
        gradient.load(parameters, 0);
        gradient.forward(data);
        final double[] result = new double[parameters.length];
        gradient.backward(data, result, 0);
        return result;
    }

    @Test
    void noForceLeavesTheGradientAlone() {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 3, 6, 2, Scheme.SEMI_IMPLICIT, 4);
        final EquilibriumGradient<double[]> gradient =
                new EquilibriumGradient<>(spec, PlainBatch.exact(), 2, 2, EquilibriumOptions.STANDARD);
        final SequenceData<double[]> data = gradient.data();
        gradient.load(Initial.STANDARD.parameters(DoubleKernels.INSTANCE, spec, new SplittableRandom(SEED)), 0);
        gradient.forward(data);
        final double[] result = new double[gradient.layout().size()];
        gradient.backward(data, result, 0);
        assertArrayEquals(new double[result.length], result);
        assertEquals(2 * 2 * 6, gradient.storedActivations());
    }
}
