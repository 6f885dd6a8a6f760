package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Steps down a gradient, each parameter with a memory of its own: Adam (Kingma and Ba, 2015), or gradient descent with momentum.
 *
 * <p>What is remembered of a parameter depends on its own gradient only, so the rule stays as local as the gradient is. Float, as the
 * parameters. Allocates nothing after construction.
 */
public final class Optimiser {
    private static final double DECAY_MEAN = 0.9;
    private static final double DECAY_SQUARE = 0.999;
    private static final double EPSILON = 1e-5;

    private final boolean adaptive;
    private final float[] mean;
    private final float[] square;
    private long steps;

    /**
     * Remembers nothing.
     *
     * @param size parameters
     * @param adaptive true for Adam, false for momentum 0.9
     */
    public Optimiser(final int size, final boolean adaptive) {
        this.adaptive = adaptive;
        mean = new float[size];
        square = new float[adaptive ? size : 0];
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
        if (adaptive) {
            final double correction =
                    Math.sqrt(1 - Math.pow(DECAY_SQUARE, (double) steps)) / (1 - Math.pow(DECAY_MEAN, (double) steps));
            adapt(parameters, gradient, (float) scale, (float) (rate * correction));
            return;
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (DECAY_MEAN * mean[i] + scale * gradient[i]);
            parameters[i] -= (float) (rate * mean[i]);
        }
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
