package gaitd.policies.cell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** States and time constants of liquid cells stay in their ranges for any weights, inputs and steps. */
class BoundednessTest {
    private static final int NETWORKS = 200;
    private static final int STEPS = 30;
    private static final double ROUNDING = 1e-12;
    private static final int N = 6;
    private static final int INPUTS = 3;

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SIGMOID"})
    void liquidNeuronsStayBelowTheirLimitsWithTimeConstantsInRange(final Activation gate) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            final Random random = new Random(seed);
            final OdeCell<double[]> cell = new OdeCell<>(
                    DoubleKernels.INSTANCE,
                    new OdeSpec(
                            OdeKind.LTC,
                            gate,
                            Synapses.full(INPUTS, N),
                            Synapses.full(N, N),
                            0,
                            Scheme.SEMI_IMPLICIT,
                            1 + random.nextInt(6)));
            final double[] parameters =
                    random.doubles(cell.layout().size(), -20, 20).toArray();
            final int tau = cell.layout().slice("tau").offset();
            final int limit = cell.layout().slice("A").offset();
            for (int i = 0; i < N; i++) {
                parameters[tau + i] =
                        gate == Activation.TANH ? random.nextDouble(0.01, 0.99) : random.nextDouble(0.01, 9);
            }
            cell.load(parameters, 0);
            final double[] state = new double[N];
            final double[] gain = new double[N];
            final double[] decay = new double[N];
            final double[] output = new double[N];
            for (int step = 0; step < STEPS; step++) {
                final double[] input = random.doubles(INPUTS, -100, 100).toArray();
                cell.step(state, input, random.nextDouble(1e-4, 10), output);
                cell.split(state, gain, decay);
                for (int i = 0; i < N; i++) {
                    final double a = parameters[limit + i];
                    final double t = parameters[tau + i];
                    final double bound = gate == Activation.TANH ? Math.abs(a) / (1 / t - 1) : Math.abs(a);
                    final String where = "seed " + seed + " step " + step + " neuron " + i + " state " + state[i];
                    assertTrue(Math.abs(state[i]) <= bound * (1 + ROUNDING), where);
                    final boolean sameSide = gate == Activation.TANH || state[i] * a >= 0;
                    assertTrue(sameSide, where);
                    final double longest = gate == Activation.TANH ? t / (1 - t) : t;
                    assertTrue(1 / decay[i] >= t / (1 + t) * (1 - ROUNDING), where);
                    assertTrue(1 / decay[i] <= longest * (1 + ROUNDING), where);
                }
            }
        }
    }

    @Test
    void conductanceNeuronsStayBetweenTheirReversalPotentials() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            final Random random = new Random(seed);
            final ConductanceCell<double[]> cell = new ConductanceCell<>(
                    DoubleKernels.INSTANCE,
                    new ConductanceSpec(
                            Synapses.full(INPUTS, N),
                            Synapses.full(N, N),
                            1,
                            1 + random.nextInt(6),
                            ConductanceSpec.DEFAULT_EPSILON,
                            true,
                            Mapping.NONE,
                            Mapping.NONE));
            final double[] parameters =
                    random.doubles(cell.layout().size(), -8, 8).toArray();
            cell.load(parameters, 0);
            double least = 0;
            double most = 0;
            for (final String name : new String[] {"vleak", "erev", "sensory_erev"}) {
                final ParameterLayout.Slice slice = cell.layout().slice(name);
                for (int k = slice.offset(); k < slice.offset() + slice.size(); k++) {
                    least = Math.min(least, parameters[k]);
                    most = Math.max(most, parameters[k]);
                }
            }
            final double[] state = new double[N];
            final double[] output = new double[1];
            for (int step = 0; step < STEPS; step++) {
                final double[] input = random.doubles(INPUTS, -100, 100).toArray();
                cell.step(state, input, random.nextDouble(0, 100), output);
                for (final double v : state) {
                    assertTrue(v >= least - ROUNDING && v <= most + ROUNDING, "seed " + seed + " potential " + v);
                }
            }
        }
    }
}
