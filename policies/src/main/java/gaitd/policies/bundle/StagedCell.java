package gaitd.policies.bundle;

import gaitd.policies.cell.Cell;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * Cells in series, each with its state and an activation after it.
 *
 * <p>Called by one thread, once a policy step. Allocates nothing after construction.
 */
final class StagedCell implements PolicyCell {
    private final Kernels<float[]> kernels;
    private final Cell<float[]>[] cells;
    private final Activation[] activations;
    private final float[][] states;
    private final float[][] between;

    @SuppressWarnings({"unchecked", "rawtypes"})
    StagedCell(final Kernels<float[]> kernels, final List<Networks.Stage> stages) {
        this.kernels = kernels;
        cells = new Cell[stages.size()];
        activations = new Activation[cells.length];
        states = new float[cells.length][];
        between = new float[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = stages.get(i).cell();
            activations[i] = stages.get(i).activation();
            states[i] = new float[cells[i].states()];
            between[i] = new float[cells[i].outputs()];
        }
    }

    @Override
    public void reset() {
        for (int i = 0; i < states.length; i++) {
            Arrays.fill(states[i], 0);
        }
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        float[] from = input;
        for (int i = 0; i < cells.length; i++) {
            final float[] to = i == cells.length - 1 ? output : between[i];
            cells[i].step(states[i], from, elapsed, to);
            if (activations[i] != Activation.IDENTITY) {
                kernels.activate(activations[i], to, 0, between[i].length);
            }
            from = to;
        }
    }

    @Override
    public int weightCount() {
        int count = 0;
        for (final Cell<float[]> cell : cells) {
            count += cell.layout().size();
        }
        return count;
    }

    @Override
    public void load(final float[] weights) {
        int at = 0;
        for (final Cell<float[]> cell : cells) {
            cell.load(weights, at);
            at += cell.layout().size();
        }
    }

    @Override
    public int hiddenSize() {
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            size += kept(i).length;
        }
        return size;
    }

    @Override
    public void hidden(final float[] values) {
        int at = 0;
        for (int i = 0; i < cells.length; i++) {
            final float[] kept = kept(i);
            System.arraycopy(kept, 0, values, at, kept.length);
            at += kept.length;
        }
    }

    /** Values of a stage after a step; the state of a last one without memory is empty. */
    private float[] kept(final int stage) {
        return states[stage].length > 0 || stage == cells.length - 1 ? states[stage] : between[stage];
    }
}
