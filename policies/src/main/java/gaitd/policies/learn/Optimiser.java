package gaitd.policies.learn;

import gaitd.maths.Power;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam (Kingma and Ba, 2015).
 *
 * <p>The moments of a parameter depend on its own gradient only, so the rule stays as local as the gradient is. Single precision, as the
 * parameters. Allocates nothing after construction.
 */
public final class Optimiser {
    private static final double DECAY_MEAN = 0.9;
    private static final double DECAY_SQUARE = 0.999;
    private static final double EPSILON = 1e-5;

    private final float[] mean;
    private final float[] square;
    private long steps;

    /**
     * Moments of zero.
     *
     * @param size number of parameters
     */
    public Optimiser(final int size) {
        mean = new float[size];
        square = new float[size];
    }

    /**
     * One step.
     *
     * @param parameters changed
     * @param gradient of the loss
     * @param scale factor on the gradient
     * @param rate step size
     */
    public void step(final float[] parameters, final float[] gradient, final double scale, final double rate) {
        steps++;
        final double correction =
                Math.sqrt(1 - Power.of(DECAY_SQUARE, (double) steps)) / (1 - Power.of(DECAY_MEAN, (double) steps));
        adapt(parameters, gradient, (float) scale, (float) (rate * correction));
    }

    private void adapt(final float[] parameters, final float[] gradient, final float scale, final float rate) {
        final float keep = (float) DECAY_MEAN;
        final float keepSquare = (float) DECAY_SQUARE;
        for (int i = 0; i < mean.length; i++) {
            final float g = scale * gradient[i];
            mean[i] = keep * mean[i] + (1 - keep) * g;
            square[i] = keepSquare * square[i] + (1 - keepSquare) * g * g;
            parameters[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + (float) EPSILON);
        }
    }

    void write(final DataOutput out) throws IOException {
        out.writeLong(steps);
        CheckpointArrays.write(out, mean);
        CheckpointArrays.write(out, square);
    }

    void read(final DataInput in) throws IOException {
        steps = in.readLong();
        CheckpointArrays.read(in, mean);
        CheckpointArrays.read(in, square);
    }
}
