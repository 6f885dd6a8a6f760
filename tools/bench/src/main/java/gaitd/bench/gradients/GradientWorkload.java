package gaitd.bench.gradients;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.gradient.SequenceGradient;
import gaitd.policies.kernel.Kernels;
import java.util.Random;

/**
 * A fixed piece of training work for benchmarks: forwards, squared outputs as the loss, back, over one share of a batch. Reads no clock; one
 * object serves one thread.
 */
public final class GradientWorkload {
    private final SequenceGradient<float[]> gradient;
    private final SequenceData<float[]> data;
    private final Kernels<float[]> kernels;
    private final float[] result;
    private final int chunks;

    /**
     * Allocates all memory.
     *
     * @param spec the cell
     * @param batch the arithmetic
     * @param sequences of the share, a multiple of at once
     * @param atOnce how many pass together, so that their record stays in the cache
     * @param steps of every sequence
     * @param seed of weights and inputs
     * @throws IllegalArgumentException when the share is no multiple
     */
    public GradientWorkload(
            final CellSpec spec,
            final BatchKernels<float[]> batch,
            final int sequences,
            final int atOnce,
            final int steps,
            final long seed) {
        if (atOnce < 1 || sequences < 1 || sequences % atOnce != 0) {
            throw new IllegalArgumentException(
                    sequences + " sequences, " + atOnce + " at once: expected a multiple of 1 or more");
        }
        gradient = SequenceGradient.backpropagation(spec, batch, atOnce, steps);
        data = gradient.data();
        kernels = batch.basic();
        result = kernels.allocate(gradient.layout().size());
        chunks = sequences / atOnce;
        final Random random = new Random(seed);
        final float[] parameters = new float[result.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = 0.2f * (float) random.nextGaussian();
        }
        positive(parameters, "tau");
        positive(parameters, "cm");
        gradient.load(parameters, 0);
        for (int i = 0; i < data.inputs.length; i++) {
            data.inputs[i] = (float) random.nextGaussian();
        }
        kernels.fill(data.elapsed, 0, data.elapsed.length, 0.01);
    }

    private void positive(final float[] parameters, final String name) {
        for (int i = 0; i < gradient.layout().count(); i++) {
            if (gradient.layout().slice(i).name().equals(name)) {
                kernels.fill(
                        parameters,
                        gradient.layout().slice(i).offset(),
                        gradient.layout().slice(i).size(),
                        0.5);
            }
        }
    }

    /** One update's gradient of the share. Allocates nothing. */
    public void run() {
        kernels.fill(result, 0, result.length, 0);
        for (int chunk = 0; chunk < chunks; chunk++) {
            gradient.forward(data);
            kernels.copy(data.outputs, 0, data.dOutputs, 0, data.outputs.length);
            gradient.backward(data, result, 0);
        }
    }

    /**
     * Sequences of one run.
     *
     * @return as given
     */
    public int sequences() {
        return chunks * data.sequences;
    }

    /**
     * Floating-point operations of one run, element-wise work left out.
     *
     * @return a count
     */
    public long operations() {
        return gradient.operationsPerStep() * data.steps() * sequences();
    }

    /**
     * Size of the stored activations, floats.
     *
     * @return see {@link SequenceGradient#storedActivations}
     */
    public long storedActivations() {
        return gradient.storedActivations();
    }

    /**
     * A number that depends on all of the result.
     *
     * @return sum of the gradient's entries
     */
    public double checksum() {
        double sum = 0;
        for (final float value : result) {
            sum += value;
        }
        return sum;
    }
}
