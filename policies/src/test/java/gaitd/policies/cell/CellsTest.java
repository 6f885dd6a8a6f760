package gaitd.policies.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.kernel.VectorKernels;
import gaitd.policies.solver.Scheme;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellsTest {
    private static final DoubleKernels EXACT = DoubleKernels.INSTANCE;

    static <A> A of(final Kernels<A> kernels, final double[] values) {
        final A array = kernels.allocate(values.length);
        for (int i = 0; i < values.length; i++) {
            kernels.set(array, i, values[i]);
        }
        return array;
    }

    static Stream<CellSpec> specs() {
        return AllCells.specs().stream();
    }

    @Test
    void aLiquidCellOfSixteenNeuronsHasTheConnectionsOfTheReport() {
        final OdeCell<float[]> cell =
                new OdeCell<>(FloatKernels.INSTANCE, OdeSpec.full(OdeKind.LTC, 4, 16, 2, Scheme.SEMI_IMPLICIT, 6));
        assertEquals(352, cell.connections());
        assertEquals(352 + 3 * 16 + 2, cell.layout().size());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void floatFormsFollowTheDoubleForm(final CellSpec spec) {
        final double[] wanted = run(spec, EXACT);
        for (final FloatKernels form : new FloatKernels[] {FloatKernels.INSTANCE, VectorKernels.INSTANCE}) {
            assertArrayEquals(wanted, run(spec, form), 1e-5, spec + " " + form);
        }
    }

    private static <A> double[] run(final CellSpec spec, final Kernels<A> kernels) {
        final Cell<A> cell = spec.cell(kernels);
        final Random random = new Random(3);
        cell.load(of(kernels, AllCells.parameters(cell.layout(), random)), 0);
        final A state = kernels.allocate(cell.states());
        final A output = kernels.allocate(cell.outputs());
        final A input = kernels.allocate(cell.inputs());
        final double[] outputs = new double[20 * cell.outputs()];
        for (int step = 0; step < 20; step++) {
            for (int i = 0; i < cell.inputs(); i++) {
                kernels.set(input, i, (float) random.nextGaussian());
            }
            cell.step(state, input, 0.01 * (1 + step % 3), output);
            for (int i = 0; i < cell.outputs(); i++) {
                outputs[step * cell.outputs() + i] = kernels.get(output, i);
            }
        }
        return outputs;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneCellServesManySequencesAtAnyPlace(final CellSpec spec) {
        final Cell<double[]> cell = spec.cell(EXACT);
        final Random random = new Random(5);
        final double[] parameters = AllCells.parameters(cell.layout(), random);
        final double[] shifted = new double[parameters.length + 2];
        System.arraycopy(parameters, 0, shifted, 2, parameters.length);
        final int n = cell.states();
        final double[] input = random.doubles(2L * cell.inputs()).toArray();
        final double[] states = new double[2 * n + 1];
        final double[] outputs = new double[2 * cell.outputs()];
        cell.load(shifted, 2);
        for (int step = 0; step < 3; step++) {
            for (int robot = 0; robot < 2; robot++) {
                cell.step(states, 1 + robot * n, input, robot * cell.inputs(), 0.02, outputs, robot * cell.outputs());
            }
        }
        for (int robot = 0; robot < 2; robot++) {
            final Cell<double[]> alone = spec.cell(EXACT);
            alone.load(parameters, 0);
            final double[] state = new double[n];
            final double[] output = new double[cell.outputs()];
            for (int step = 0; step < 3; step++) {
                alone.step(state, 0, input, robot * cell.inputs(), 0.02, output, 0);
            }
            for (int i = 0; i < output.length; i++) {
                assertEquals(output[i], outputs[robot * cell.outputs() + i]);
            }
        }
        assertEquals(0, states[0]);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void inputsThatAreNotNumbersShowInTheOutput(final CellSpec spec) {
        for (final FloatKernels form : new FloatKernels[] {FloatKernels.INSTANCE, VectorKernels.INSTANCE}) {
            final Cell<float[]> cell = spec.cell(form);
            cell.load(of(form, AllCells.parameters(cell.layout(), new Random(2))), 0);
            final float[] input = new float[cell.inputs()];
            final float[] state = new float[cell.states()];
            final float[] output = new float[cell.outputs()];
            Arrays.fill(input, Float.NaN);
            for (int step = 0; step < 4; step++) {
                cell.step(state, input, 0.01, output);
            }
            boolean shown = false;
            for (final float value : output) {
                shown |= Float.isNaN(value);
            }
            assertTrue(shown, spec + " hides it");
        }
    }

    @Test
    void tracesOfTheContinuousGatedUnitDecayWithTheirOwnTimeConstants() {
        final CtGruCell<double[]> cell = new CtGruCell<>(EXACT, 1, 1, 3, 0.5);
        cell.load(new double[cell.layout().size()], 0);
        final double[] state = {1, 1, 1};
        final double[] output = new double[1];
        cell.step(state, new double[1], 0.2, output);
        double sum = 0;
        for (int m = 0; m < 3; m++) {
            final double tau = 0.5 * Math.pow(10, m / 2.0);
            double total = 0;
            for (int k = 0; k < 3; k++) {
                final double log = Math.log(0.5 * Math.pow(10, k / 2.0));
                total += Math.exp(-log * log);
            }
            final double share = Math.exp(-Math.log(tau) * Math.log(tau)) / total;
            final double wanted = Math.exp(-0.2 / tau) * (1 - share);
            assertEquals(wanted, state[m], 1e-14);
            sum += wanted;
        }
        assertEquals(sum, output[0], 1e-14);
    }

    @Test
    void tracesAgreeHoweverAPauseIsCut() {
        final CtGruCell<double[]> cell = new CtGruCell<>(EXACT, 2, 3, 8, 1);
        final double[] parameters = AllCells.parameters(cell.layout(), new Random(4));
        cell.load(parameters, 0);
        final double[] slow = new double[cell.states()];
        final double[] output = new double[3];
        cell.step(slow, new double[] {1, -1}, 0, output);
        final double[] before = slow.clone();
        cell.step(slow, new double[] {0.3, 0.4}, 1e9, output);
        assertNotEquals(before[0], slow[0]);
        final double[] fresh = new double[cell.states()];
        cell.step(fresh, new double[] {0.3, 0.4}, 0, output);
        assertArrayEquals(fresh, slow, 1e-6, "after a long pause nothing is left");
    }

    @Test
    void parametersHaveNamesAndPlacesWithoutGaps() {
        final ParameterLayout layout = new LstmCell<>(EXACT, 3, 2).layout();
        int next = 0;
        for (int i = 0; i < layout.count(); i++) {
            assertEquals(next, layout.slice(i).offset());
            next += layout.slice(i).size();
        }
        assertEquals(next, layout.size());
        assertEquals(3 * 8, layout.slice("weight_ih_l0").size());
        final String message = assertThrows(IllegalArgumentException.class, () -> layout.slice("nothing"))
                .getMessage();
        assertTrue(message.contains("weight_hh_l0"), message);
    }

    @Test
    void refusesSpecificationsThatContradictThemselves() {
        final Synapses three = Synapses.full(3, 3);
        final Synapses four = Synapses.full(3, 4);
        refuses(() -> new OdeSpec(OdeKind.LTC, Activation.RELU, three, three, 1, Scheme.RK4, 1), "RELU");
        refuses(() -> new OdeSpec(OdeKind.LTC, Activation.TANH, four, three, 1, Scheme.RK4, 1), "must agree");
        refuses(() -> new OdeSpec(OdeKind.LTC, Activation.TANH, three, three, 1, Scheme.RK4, 0), "sub-steps");
        refuses(() -> conductance(four, three, 1, 1, 0), "must agree");
        refuses(() -> conductance(three, three, 4, 1, 0), "4 outputs");
        refuses(() -> conductance(three, three, 1, 0, 0), "unfolds");
        refuses(() -> conductance(three, three, 1, 1, Double.NaN), "epsilon");
        refuses(() -> new CfcSpec(0, 1, CfcSpec.Mode.PURE, 0, 0, Activation.RELU), "inputs");
        refuses(() -> new CfcSpec(1, 1, CfcSpec.Mode.PURE, 1, 0, Activation.RELU), "backbone");
        refuses(() -> new WiredCfcCell<>(EXACT, CfcSpec.Mode.PURE, Synapses.full(4, 2), three), "layer 1");
        refuses(() -> new MlpCell<>(EXACT, Activation.RELU, 3), "sizes");
        refuses(() -> new CtGruCell<>(EXACT, 1, 1, 8, 0), "time scales");
        refuses(() -> new LstmCell<>(EXACT, 0, 1), "sources");
        refuses(() -> Synapses.of(new boolean[5], 2, 3), "2 x 3");
    }

    private static void conductance(
            final Synapses sensory, final Synapses inner, final int outputs, final int unfolds, final double eps) {
        assertEquals(
                unfolds,
                new ConductanceSpec(sensory, inner, outputs, unfolds, eps, true, Mapping.NONE, Mapping.NONE).unfolds());
    }

    private static void refuses(final Runnable construction, final String why) {
        final String message =
                assertThrows(IllegalArgumentException.class, construction::run).getMessage();
        assertTrue(message.contains(why), message);
    }
}
