package gaitd.policies.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.gradient.SequenceGradient;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is learned and what is computed: against backpropagation through the relaxation, and against the deployed cell. */
class EquilibriumGradientTest {
    private static final long SEED = 20260101;
    private static final double COSINE = 0.999;
    private static final EquilibriumOptions LONG = new EquilibriumOptions(0.1, 100, 2, 0, true);

    @Test
    void liquidCellsGradientIsThatOfBackpropagationThroughALongRelaxation() {
        for (final Activation gate : new Activation[] {Activation.TANH, Activation.SIGMOID}) {
            check(liquid(gate, 24, 100), Synapses.full(24, 3), 0.6);
        }
    }

    @Test
    void layeredEnergysGradientIsThatOfBackpropagationThroughALongRelaxation() {
        final int[] layers = {14, 10};
        check(LayeredEnergy.spec(7, layers, 3, 100), LayeredEnergy.readout(layers, 3), 0.6);
    }

    @Test
    void forwardComputesWhatTheDeployedCellDoes() {
        final OdeSpec spec = liquid(Activation.SIGMOID, 16, 6);
        outputsAgree(spec, PlainBatch.exact(), 1e-13);
        outputsAgree(spec, PlainBatch.plain(), 2e-6);
        outputsAgree(spec, PlainBatch.fastest(), 2e-6);
    }

    @Test
    void precisionsAgree() {
        for (final int neurons : new int[] {16, 64, 21}) {
            final OdeSpec spec = liquid(Activation.TANH, neurons, 8);
            final double[] exact = cut(spec, PlainBatch.exact());
            final double[] plain = cut(spec, PlainBatch.plain());
            final double[] fast = cut(spec, PlainBatch.fastest());
            assertTrue(cosine(exact, plain, 0, exact.length) > 1 - 1e-6, "plain " + neurons);
            assertTrue(cosine(exact, fast, 0, exact.length) > 1 - 1e-6, "fast " + neurons);
        }
    }

    private static OdeSpec liquid(final Activation gate, final int neurons, final int subSteps) {
        return new OdeSpec(
                OdeKind.LTC,
                gate,
                Synapses.full(7, neurons),
                Synapses.full(neurons, neurons),
                3,
                Scheme.SEMI_IMPLICIT,
                subSteps);
    }

    private static void check(final OdeSpec spec, final Synapses readout, final double gain) {
        final BatchKernels<double[]> batch = PlainBatch.exact();
        final Kernels<double[]> kernels = batch.basic();
        final int samples = 40;
        final EquilibriumGradient<double[]> local = new EquilibriumGradient<>(spec, readout, batch, samples, 1, LONG);
        final SequenceGradient<double[]> exact = SequenceGradient.backpropagation(spec, batch, samples, 1);
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] parameters = new Initial(gain, 1, 1, 1).parameters(kernels, spec, readout, random);
        final SequenceData<double[]> data = local.data();
        normal(data.inputs, random);
        normal(data.dOutputs, random);
        Arrays.fill(data.elapsed, 2.0 * spec.subSteps());
        final double[] wanted = new double[parameters.length];
        exact.load(parameters, 0);
        exact.forward(data);
        final double[] outputs = data.outputs.clone();
        exact.backward(data, wanted, 0);
        Symmetry.impose(kernels, spec, wanted);
        Mask.impose(kernels, spec, readout, wanted);
        final double[] got = new double[parameters.length];
        local.load(parameters, 0);
        local.forward(data);
        assertArrayEquals(outputs, data.outputs, 1e-13);
        local.backward(data, got, 0);
        final ParameterLayout layout = local.layout();
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final double cosine = cosine(wanted, got, slice.offset(), slice.size());
            final double ratio = norm(got, slice.offset(), slice.size()) / norm(wanted, slice.offset(), slice.size());
            final String name = spec.kind() + " " + spec.gate() + " " + slice.name() + " seed " + SEED;
            assertTrue(cosine > COSINE, name + ": " + cosine);
            assertEquals(1, ratio, 0.01, name);
        }
    }

    private static <A> void outputsAgree(final OdeSpec spec, final BatchKernels<A> batch, final double tolerance) {
        final Kernels<A> kernels = batch.basic();
        final int sequences = 5;
        final int steps = 7;
        final EquilibriumGradient<A> local =
                new EquilibriumGradient<>(spec, batch, sequences, steps, EquilibriumOptions.STANDARD);
        final SplittableRandom random = new SplittableRandom(SEED);
        final A parameters = Initial.STANDARD.parameters(kernels, spec, random);
        final SequenceData<A> data = local.data();
        for (int i = 0; i < kernels.length(data.inputs); i++) {
            kernels.set(data.inputs, i, random.nextGaussian());
        }
        local.load(parameters, 0);
        local.forward(data);
        final Cell<double[]> cell = spec.cell(DoubleKernels.INSTANCE);
        final double[] weights = new double[cell.layout().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kernels.get(parameters, i);
        }
        cell.load(weights, 0);
        final double[] input = new double[cell.inputs()];
        final double[] output = new double[cell.outputs()];
        for (int row = 0; row < sequences; row++) {
            final double[] state = new double[cell.states()];
            for (int step = 0; step < steps; step++) {
                final int sample = step * sequences + row;
                for (int i = 0; i < input.length; i++) {
                    input[i] = kernels.get(data.inputs, sample * input.length + i);
                }
                cell.step(state, 0, input, 0, 1, output, 0);
                for (int i = 0; i < output.length; i++) {
                    assertEquals(output[i], kernels.get(data.outputs, sample * output.length + i), tolerance);
                }
            }
            for (int i = 0; i < state.length; i++) {
                assertEquals(state[i], kernels.get(data.finalState, row * state.length + i), tolerance);
            }
        }
    }

    /** A batch with restarts and early ends, behind which there is not a number. */
    private static <A> double[] cut(final OdeSpec spec, final BatchKernels<A> batch) {
        final Kernels<A> kernels = batch.basic();
        final int sequences = 33;
        final int steps = 5;
        final EquilibriumGradient<A> local =
                new EquilibriumGradient<>(spec, batch, sequences, steps, EquilibriumOptions.STANDARD);
        final SplittableRandom random = new SplittableRandom(SEED);
        final A parameters = Initial.STANDARD.parameters(kernels, spec, random);
        final SequenceData<A> data = local.data();
        for (int row = 0; row < sequences; row++) {
            data.lengths[row] = random.nextInt(steps + 1);
        }
        for (int i = 0; i < kernels.length(data.inputs); i++) {
            kernels.set(data.inputs, i, value(data, i / 7, random));
        }
        for (int i = 0; i < kernels.length(data.dOutputs); i++) {
            kernels.set(data.dOutputs, i, value(data, i / 3, random));
        }
        for (int i = 0; i < data.restarts.length; i++) {
            data.restarts[i] = random.nextInt(4) == 0;
        }
        local.load(parameters, 0);
        local.forward(data);
        final A gradient = kernels.allocate(local.layout().size());
        local.backward(data, gradient, 0);
        final double[] all = new double[local.layout().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = kernels.get(gradient, i);
            assertTrue(Double.isFinite(all[i]));
        }
        return all;
    }

    private static double value(final SequenceData<?> data, final int sample, final SplittableRandom random) {
        final double drawn = random.nextGaussian();
        return sample / data.sequences < data.lengths[sample % data.sequences] ? drawn : Double.NaN;
    }

    private static void normal(final double[] array, final SplittableRandom random) {
        for (int i = 0; i < array.length; i++) {
            array[i] = random.nextGaussian();
        }
    }

    private static double cosine(final double[] a, final double[] b, final int at, final int n) {
        double product = 0;
        for (int i = at; i < at + n; i++) {
            product += a[i] * b[i];
        }
        return product / (norm(a, at, n) * norm(b, at, n));
    }

    private static double norm(final double[] a, final int at, final int n) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += a[i] * a[i];
        }
        return Math.sqrt(sum);
    }
}
