package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Kernels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Independent data: complex-step gradients of 0.5 times the sum of squared outputs over 10 steps. */
class GoldenGradientTest {
    private static final Path DATA = Path.of("src/test/resources/gaitd/policies/golden");
    private static final int ADJOINT_SUB_STEPS = 32;

    @Test
    void backpropagationMatchesEveryCase() throws IOException {
        final List<GoldenGradient> cases = GoldenGradient.all(DATA);
        assertEquals(11, cases.size());
        for (final GoldenGradient golden : cases) {
            check(golden, SequenceGradient.backpropagation(golden.spec, PlainBatch.exact(), 1, 10), 1e-11, 1e-3);
        }
    }

    @Test
    void adjointMatchesTheGradientOfTheExactFlow() throws IOException {
        int checked = 0;
        for (final GoldenGradient golden : GoldenGradient.all(DATA)) {
            if (golden.scheme.equals("exact")) {
                final OdeSpec spec = (OdeSpec) golden.spec;
                check(golden, SequenceGradient.adjoint(spec, PlainBatch.exact(), 1, 10, ADJOINT_SUB_STEPS), 1e-9, 1e-3);
                checked++;
            }
        }
        assertEquals(2, checked);
    }

    @Test
    void floatMatchesEveryCase() throws IOException {
        for (final GoldenGradient golden : GoldenGradient.all(DATA)) {
            if (!golden.scheme.equals("exact")) {
                check(golden, SequenceGradient.backpropagation(golden.spec, PlainBatch.plain(), 1, 10), 2e-5, 1);
                check(golden, SequenceGradient.backpropagation(golden.spec, PlainBatch.fastest(), 1, 10), 2e-5, 1);
            }
        }
    }

    private static <A> void check(
            final GoldenGradient golden,
            final SequenceGradient<A> gradient,
            final double tolerance,
            final double floor) {
        final Kernels<A> kernels = gradient.batch().basic();
        final SequenceData<A> data = gradient.data();
        fill(kernels, data.initialState, golden.initialState);
        for (int step = 0; step < golden.inputs.length; step++) {
            kernels.set(data.elapsed, step, golden.elapsed[step]);
            for (int i = 0; i < golden.inputs[step].length; i++) {
                kernels.set(data.inputs, step * golden.inputs[step].length + i, golden.inputs[step][i]);
            }
        }
        final A parameters = kernels.allocate(golden.parameters.length);
        fill(kernels, parameters, golden.parameters);
        gradient.load(parameters, 0);
        gradient.forward(data);
        double loss = 0;
        for (int i = 0; i < kernels.length(data.outputs); i++) {
            loss += 0.5 * kernels.get(data.outputs, i) * kernels.get(data.outputs, i);
            kernels.set(data.dOutputs, i, kernels.get(data.outputs, i));
        }
        assertEquals(golden.loss, loss, tolerance * golden.loss, golden.name);
        final A result = kernels.allocate(golden.parameters.length);
        gradient.backward(data, result, 0);
        final double worst = Math.max(
                worst(kernels, result, golden.byParameters, floor),
                Math.max(
                        worst(kernels, data.dInputs, golden.byInputs, floor),
                        worst(kernels, data.dInitialState, golden.byInitialState, floor)));
        assertTrue(worst <= tolerance, golden.name + " in " + result.getClass().getSimpleName() + ": " + worst);
    }

    private static <A> void fill(final Kernels<A> kernels, final A array, final double[] values) {
        assertEquals(values.length, kernels.length(array));
        for (int i = 0; i < values.length; i++) {
            kernels.set(array, i, values[i]);
        }
    }

    /** Difference over the larger of the value's size and a share of the largest size. */
    private static <A> double worst(final Kernels<A> kernels, final A got, final double[] wanted, final double floor) {
        assertEquals(wanted.length, kernels.length(got));
        double largest = 0;
        for (final double value : wanted) {
            largest = Math.max(largest, Math.abs(value));
        }
        double worst = 0;
        for (int i = 0; i < wanted.length; i++) {
            final double scale = Math.max(Math.abs(wanted[i]), floor * largest);
            final double error = Math.abs(kernels.get(got, i) - wanted[i]) / scale;
            worst = Math.max(worst, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
        }
        return worst;
    }
}
