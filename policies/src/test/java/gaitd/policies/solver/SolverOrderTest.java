package gaitd.policies.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeCell;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.text.JsonFields;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the errors that the reference data measured for the same solvers. */
class SolverOrderTest {
    private static final Path DATA = Path.of("src/test/resources/gaitd/policies/golden/seedcells");
    private static final double ROUNDING = 2e-13;
    /** Five digits are given. */
    private static final double DIGITS = 1e-4;

    @ParameterizedTest
    @CsvSource({
        "ltc_8, LTC, explicit_euler, EXPLICIT_EULER, 1",
        "ltc_8, LTC, semi_implicit, SEMI_IMPLICIT, 1",
        "ltc_8, LTC, rk4, RK4, 4",
        "ltc_8_fast, LTC, explicit_euler, EXPLICIT_EULER, 1",
        "ltc_8_fast, LTC, semi_implicit, SEMI_IMPLICIT, 1",
        "ltc_8_fast, LTC, rk4, RK4, 4",
        "ctrnn_8, CT_RNN, explicit_euler, EXPLICIT_EULER, 1",
        "ctrnn_8, CT_RNN, semi_implicit, SEMI_IMPLICIT, 1",
        "ctrnn_8, CT_RNN, rk4, RK4, 4",
        "ctrnn_16, CT_RNN, rk4, RK4, 4",
        "rnnode_8, RNN_ODE, explicit_euler, EXPLICIT_EULER, 1",
        "rnnode_8, RNN_ODE, rk4, RK4, 4",
        "node_8, NEURAL_ODE, explicit_euler, EXPLICIT_EULER, 1",
        "node_16, NEURAL_ODE, rk4, RK4, 4"
    })
    void makesTheMeasuredErrorsAndConvergesWithItsOrder(
            final String name, final OdeKind kind, final String field, final Scheme scheme, final int order)
            throws IOException {
        final JsonFields data = JsonFields.read(DATA.resolve(name + ".json"));
        double last = Double.NaN;
        double lastSteps = 0;
        double measuredOrder = Double.NaN;
        for (final double[] pair : data.object("measured_solver_error").matrix(field, -1, 2)) {
            final double error = error(data, kind, scheme, (int) pair[0]);
            assertEquals(pair[1], error, DIGITS * pair[1] + ROUNDING, name + " " + scheme + " " + pair[0]);
            if (pair[1] > 5 * ROUNDING && lastSteps > 0) {
                measuredOrder = Math.log(last / error) / Math.log(pair[0] / lastSteps);
            }
            last = error;
            lastSteps = pair[0];
        }
        assertEquals(order, measuredOrder, 0.1 * order, name + " " + scheme);
    }

    private static double error(final JsonFields data, final OdeKind kind, final Scheme scheme, final int subSteps)
            throws IOException {
        final int neurons = data.integer("neurons", 1, 100);
        final int inputs = data.integer("inputs_count", 1, 100);
        final OdeCell<double[]> cell =
                new OdeCell<>(DoubleKernels.INSTANCE, OdeSpec.full(kind, inputs, neurons, 0, scheme, subSteps));
        cell.load(parameters(data, cell.layout()), 0);
        final double[] state = kind == OdeKind.NEURAL_ODE ? new double[neurons] : data.vector("initial_state", neurons);
        final double[] output = new double[neurons];
        final double[][] input = data.matrix("inputs", -1, inputs);
        final double[][] wanted = data.matrix("states", -1, neurons);
        double worst = 0;
        for (int step = 0; step < input.length; step++) {
            cell.step(state, input[step], data.number("control_dt"), output);
            for (int i = 0; i < neurons; i++) {
                worst = Math.max(worst, Math.abs(state[i] - wanted[step][i]));
            }
        }
        return worst;
    }

    private static double[] parameters(final JsonFields data, final ParameterLayout layout) throws IOException {
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final int sources = slice.rows();
            final int targets = slice.cols();
            final boolean matrix = sources > 1;
            final double[][] values = matrix
                    ? data.matrix(slice.name(), targets, sources)
                    : new double[][] {data.vector(slice.name(), targets)};
            for (int source = 0; source < sources; source++) {
                for (int target = 0; target < targets; target++) {
                    parameters[slice.offset() + source * targets + target] =
                            matrix ? values[target][source] : values[0][target];
                }
            }
        }
        return parameters;
    }

    /** x' = -x, whose semi-implicit and exact solutions are known. */
    private static final class Decay implements QuasiLinear<double[]> {
        @Override
        public void split(final double[] x, final double[] gain, final double[] decay) {
            gain[0] = 0;
            decay[0] = 1;
        }

        @Override
        public void advance(final double h, final int steps, final double[] x) {
            x[0] /= Math.pow(1 + h, steps);
        }
    }

    @Test
    void theAdaptiveSchemeKeepsItsToleranceWithFewerStepsWhenItIsLoose() {
        final double[] x = {1};
        final DormandPrince<double[]> fine = new DormandPrince<>(DoubleKernels.INSTANCE, 1, 1e-12);
        fine.integrate(new Decay(), x, 2);
        assertEquals(Math.exp(-2), x[0], 1e-11);
        final DormandPrince<double[]> loose = new DormandPrince<>(DoubleKernels.INSTANCE, 1, 1e-4);
        x[0] = 1;
        loose.integrate(new Decay(), x, 2);
        assertEquals(Math.exp(-2), x[0], 1e-3);
        assertTrue(loose.steps() < fine.steps() / 4, loose.steps() + " and " + fine.steps());
    }

    @Test
    void theAdaptiveSchemeEndsOnStatesThatAreNotANumber() {
        final double[] x = {Double.NaN};
        new DormandPrince<>(DoubleKernels.INSTANCE, 1, 1e-12).integrate(new Decay(), x, 1);
        assertTrue(Double.isNaN(x[0]));
    }

    @Test
    void noTimeChangesNothing() {
        for (final Scheme scheme : Scheme.values()) {
            final double[] x = {0.7};
            Solver.of(scheme, DoubleKernels.INSTANCE, 1, 3).integrate(new Decay(), x, 0);
            assertEquals(0.7, x[0], scheme.toString());
        }
    }

    @Test
    void refusesImpossibleSizes() {
        assertThrows(IllegalArgumentException.class, () -> Solver.of(Scheme.RK4, FloatKernels.INSTANCE, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Solver.of(Scheme.RK4, FloatKernels.INSTANCE, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new DormandPrince<>(DoubleKernels.INSTANCE, 1, Double.NaN));
    }
}
