package gaitd.bench.ep;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.EquilibriumGradient;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.equilibrium.Initial;
import gaitd.policies.equilibrium.Symmetry;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Teaches a cell a small regression by equilibrium propagation, so that gradients can be compared at weights that have been learned: outputs
 * are to be tanh of twice a random projection of the inputs.
 */
public final class RegressionTraining {
    private static final int BATCH = 64;
    private static final int FREE_STEPS = 30;
    private static final EquilibriumOptions OPTIONS = EquilibriumOptions.STANDARD.withNudgedSteps(20, 2);
    private static final double RATE = 5e-3;
    private static final double KEEP = 0.9;
    private static final double KEEP_SQUARES = 0.999;
    private static final double LEAST_TAU = 0.2;

    private final float[] parameters;
    private double firstLoss;
    private double lastLoss;

    /**
     * Learns.
     *
     * @param spec the cell; its number of sub-steps has no meaning
     * @param readout the weights of the readout that count
     * @param gain of the feedback at first
     * @param updates how many
     * @param seed decides everything
     */
    public RegressionTraining(
            final OdeSpec spec, final Synapses readout, final double gain, final int updates, final long seed) {
        final BatchKernels<float[]> batch = PlainBatch.fastest();
        final OdeSpec relaxing = new OdeSpec(
                spec.kind(), spec.gate(), spec.sensory(), spec.inner(), spec.outputs(), spec.scheme(), FREE_STEPS);
        final EquilibriumGradient<float[]> gradient =
                new EquilibriumGradient<>(relaxing, readout, batch, BATCH, 1, OPTIONS);
        final RandomGenerator random = new SplittableRandom(seed);
        parameters = new Initial(gain, 1, 1, 1).parameters(FloatKernels.INSTANCE, relaxing, readout, random);
        final double[] teacher = new double[spec.sensory().sources() * spec.outputs()];
        for (int i = 0; i < teacher.length; i++) {
            teacher[i] = random.nextGaussian() / Math.sqrt(spec.sensory().sources());
        }
        final SequenceData<float[]> data = gradient.data();
        batch.basic().fill(data.elapsed, 0, BATCH, FREE_STEPS);
        final float[] slope = new float[parameters.length];
        final double[] mean = new double[parameters.length];
        final double[] square = new double[parameters.length];
        for (int update = 1; update <= updates; update++) {
            for (int i = 0; i < data.inputs.length; i++) {
                data.inputs[i] = (float) random.nextGaussian();
            }
            gradient.load(parameters, 0);
            gradient.forward(data);
            lastLoss = err(data, teacher, spec.outputs());
            firstLoss = update == 1 ? lastLoss : firstLoss;
            Arrays.fill(slope, 0);
            gradient.backward(data, slope, 0);
            descend(slope, mean, square, update);
            final int tauAt = gradient.layout().slice("tau").offset();
            for (int i = tauAt; i < tauAt + spec.inner().targets(); i++) {
                parameters[i] = Math.max(parameters[i], (float) LEAST_TAU);
            }
        }
        Symmetry.impose(FloatKernels.INSTANCE, spec, parameters);
    }

    private static double err(final SequenceData<float[]> data, final double[] teacher, final int outputs) {
        final int inputs = teacher.length / outputs;
        double loss = 0;
        for (int s = 0; s < BATCH; s++) {
            for (int k = 0; k < outputs; k++) {
                double wanted = 0;
                for (int i = 0; i < inputs; i++) {
                    wanted += data.inputs[s * inputs + i] * teacher[i * outputs + k];
                }
                final double off = data.outputs[s * outputs + k] - StrictMath.tanh(2 * wanted);
                data.dOutputs[s * outputs + k] = (float) (off / BATCH);
                loss += off * off / (BATCH * outputs);
            }
        }
        return loss;
    }

    private void descend(final float[] slope, final double[] mean, final double[] square, final int update) {
        final double first = 1 - StrictMath.pow(KEEP, update);
        final double second = 1 - StrictMath.pow(KEEP_SQUARES, update);
        for (int i = 0; i < parameters.length; i++) {
            mean[i] = KEEP * mean[i] + (1 - KEEP) * slope[i];
            square[i] = KEEP_SQUARES * square[i] + (1 - KEEP_SQUARES) * slope[i] * slope[i];
            parameters[i] -= (float) (RATE * mean[i] / first / (Math.sqrt(square[i] / second) + 1e-8));
        }
    }

    /**
     * What was learned.
     *
     * @return in the order of the cell's layout
     */
    public double[] parameters() {
        final double[] all = DoubleKernels.INSTANCE.allocate(parameters.length);
        for (int i = 0; i < all.length; i++) {
            all[i] = parameters[i];
        }
        return all;
    }

    /**
     * Mean square error at first.
     *
     * @return of the first batch
     */
    public double firstLoss() {
        return firstLoss;
    }

    /**
     * Mean square error at last.
     *
     * @return of the last batch, before its update
     */
    public double lastLoss() {
        return lastLoss;
    }
}
