package gaitd.robot.adapt;

import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.learn.Net;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import java.util.Arrays;

/**
 * Moves a network's outputs by multiples of the functions of a {@link StrideBasis}, by its output layer alone: constants are biases, and
 * of neurons on the last steps' observations a weighted sum follows a phase.
 */
final class OutputShift {
    private static final int KEPT = 1000;
    private static final int SETTLING = 100;
    private static final double RIDGE = 1e-3;

    private final Net net;
    private final StrideBasis basis;
    private final float[] rows;
    private final double[] values;
    private final double[] now;
    private long count;

    /**
     * Nothing is known of neurons.
     *
     * @param net the network
     * @param basis the functions
     */
    OutputShift(final Net net, final StrideBasis basis) {
        this.net = net;
        this.basis = basis;
        rows = new float[KEPT * net.inputs()];
        values = new double[KEPT * basis.size];
        now = new double[basis.size];
    }

    /**
     * Takes a step.
     *
     * @param step not kept
     */
    void take(final ExperienceFrame step) {
        final int at = (int) (count % KEPT);
        for (int i = 0; i < net.inputs(); i++) {
            rows[at * net.inputs() + i] = (float) step.real(ExperienceField.OBSERVATION, i);
        }
        basis.of(step, now);
        System.arraycopy(now, 0, values, at * basis.size, basis.size);
        count++;
    }

    /**
     * The network's parameters with its outputs moved.
     *
     * @param parameters not changed
     * @param change of each function, then of each output, in the network's unit
     * @return a copy
     */
    float[] moved(final float[] parameters, final double[] change) {
        final float[] changed = parameters.clone();
        final int outputs = net.outputs();
        final int biasAt = net.outputBias().offset();
        for (int k = 0; k < outputs; k++) {
            changed[biasAt + k] += (float) change[k];
        }
        if (basis.size > 1) {
            final double[][] followers = followers(parameters);
            final int weightAt = net.outputWeights().offset();
            for (int function = 1; function < basis.size; function++) {
                final double[] follower = followers[function - 1];
                for (int k = 0; k < outputs; k++) {
                    final double by = change[function * outputs + k];
                    changed[biasAt + k] += (float) (by * follower[net.states()]);
                    for (int j = 0; j < net.states(); j++) {
                        changed[weightAt + j * outputs + k] += (float) (by * follower[j]);
                    }
                }
            }
        }
        return changed;
    }

    /** Weights of the neurons, and a constant, whose sum follows each function but the first: ridge regression. */
    private double[][] followers(final float[] parameters) {
        final int states = net.states();
        final PackedCholesky matrix = new PackedCholesky(states + 1);
        final double[][] right = new double[basis.size - 1][states + 1];
        final double[] neurons = new double[states + 1];
        final BatchGradient<float[]> network = net.gradient(1, 1);
        final SequenceData<float[]> data = network.data();
        network.load(parameters, 0);
        Arrays.fill(data.elapsed, (float) net.elapsed());
        final int known = (int) Math.min(KEPT, count);
        for (int n = 0; n < known; n++) {
            final int at = (int) ((count - known + n) % KEPT);
            System.arraycopy(rows, at * net.inputs(), data.inputs, 0, net.inputs());
            network.forward(data);
            System.arraycopy(data.finalState, 0, data.initialState, 0, states);
            if (n >= SETTLING) {
                for (int j = 0; j < states; j++) {
                    neurons[j] = data.finalState[j];
                }
                neurons[states] = 1;
                int k = 0;
                for (int i = 0; i <= states; i++) {
                    for (int function = 1; function < basis.size; function++) {
                        right[function - 1][i] += neurons[i] * values[at * basis.size + function];
                    }
                    for (int j = 0; j <= i; j++) {
                        matrix.lower[k] += neurons[i] * neurons[j];
                        k++;
                    }
                }
            }
        }
        for (int i = 0; i <= states; i++) {
            matrix.lower[PackedCholesky.at(i, i)] += RIDGE * known;
        }
        matrix.decompose();
        for (final double[] each : right) {
            matrix.forward(each);
            matrix.backward(each);
        }
        return right;
    }
}
