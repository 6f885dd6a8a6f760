package gaitd.robot.run;

import gaitd.policies.bundle.CellFactory;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Safetensors;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the network of one policy during a run: its input, state and output in every step since its last reset. The
 * run is the same to the bit with and without it.
 *
 * <p>Allocates with every step, so it is for pictures and tests. One recording for one run; used by the run's thread,
 * read when the run is over.
 */
public final class PolicyRecording implements CellFactory {
    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> hidden = new ArrayList<>();
    private final List<double[]> outputs = new ArrayList<>();

    /** Nothing recorded yet. */
    public PolicyRecording() {}

    /** Factory of the networks of the loop, with recording. */
    @Override
    public PolicyCell create(final CellFacts facts, final Safetensors tensors) {
        return new Listened(PolicyFit.CELLS.create(facts, tensors));
    }

    /**
     * How many steps were recorded.
     *
     * @return count
     */
    public int steps() {
        return inputs.size();
    }

    /**
     * The network's inputs, after the manifest's scales.
     *
     * @return new, one row a step
     */
    public double[][] inputs() {
        return inputs.toArray(double[][]::new);
    }

    /**
     * The network's state after each step.
     *
     * @return new, one row a step, as of {@link PolicyCell#hidden}
     */
    public double[][] hidden() {
        return hidden.toArray(double[][]::new);
    }

    /**
     * The network's outputs, before the manifest's scales.
     *
     * @return new, one row a step
     */
    public double[][] outputs() {
        return outputs.toArray(double[][]::new);
    }

    private static double[] doubles(final float[] values) {
        final double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }

    /** A network that records its steps. */
    private final class Listened implements PolicyCell {
        private final PolicyCell cell;
        private final float[] held;

        Listened(final PolicyCell cell) {
            this.cell = cell;
            held = new float[cell.hiddenSize()];
        }

        @Override
        public void reset() {
            cell.reset();
            inputs.clear();
            hidden.clear();
            outputs.clear();
        }

        @Override
        public void step(final float[] input, final double elapsed, final float[] output) {
            cell.step(input, elapsed, output);
            cell.hidden(held);
            inputs.add(doubles(input));
            hidden.add(doubles(held));
            outputs.add(doubles(output));
        }

        @Override
        public int hiddenSize() {
            return cell.hiddenSize();
        }

        @Override
        public void hidden(final float[] values) {
            cell.hidden(values);
        }
    }
}
