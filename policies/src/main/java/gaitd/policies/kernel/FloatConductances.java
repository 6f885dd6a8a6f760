package gaitd.policies.kernel;

import java.util.Arrays;

/**
 * A full pattern for the plain form. Gates of all synapses are in one array, because vectorised loops have long scalar
 * remainders; sums go by blocks of sources, each its own array, all indices of a loop equal as in {@link FloatRows}.
 */
final class FloatConductances implements Conductances<float[]> {
    private static final int BLOCK = 8;

    private final FloatKernels kernels;
    private final int sources;
    private final int targets;
    private final int width;
    private final float[] sigma;
    private final float[] shift;
    private final float[][] w;
    private final float[][] drive;
    private final float[] gate;
    private final float[] block;
    private final float[] conductance;
    private final float[] current;

    FloatConductances(final Synapses pattern, final FloatKernels kernels) {
        this.kernels = kernels;
        sources = pattern.sources();
        targets = pattern.targets();
        width = BLOCK * targets;
        final int blocks = (sources + BLOCK - 1) / BLOCK;
        sigma = new float[blocks * width];
        shift = new float[blocks * width];
        gate = new float[blocks * width];
        w = new float[blocks][width];
        drive = new float[blocks][width];
        block = new float[width];
        conductance = new float[width];
        current = new float[width];
    }

    @Override
    public void load(final float[] p, final int at) {
        final int count = sources * targets;
        System.arraycopy(p, at, sigma, 0, count);
        for (int k = 0; k < count; k++) {
            shift[k] = -p[at + k] * p[at + count + k];
        }
        for (int from = 0; from < count; from += width) {
            final int n = Math.min(width, count - from);
            System.arraycopy(p, at + 2 * count + from, w[from / width], 0, n);
            System.arraycopy(p, at + 3 * count + from, drive[from / width], 0, n);
        }
    }

    @Override
    public void conduct(final float[] v, final int vAt, final float[] num, final float[] den) {
        for (int i = 0; i < sources; i++) {
            Arrays.fill(gate, i * targets, (i + 1) * targets, v[vAt + i]);
        }
        open(sigma, shift, gate);
        kernels.activate(Activation.SIGMOID, gate, 0, gate.length);
        Arrays.fill(conductance, 0);
        Arrays.fill(current, 0);
        for (int b = 0; b < w.length; b++) {
            System.arraycopy(gate, b * width, block, 0, width);
            add(block, w[b], conductance);
            add(block, drive[b], current);
        }
        fold(conductance, den);
        fold(current, num);
    }

    private static void open(final float[] sigma, final float[] shift, final float[] gate) {
        for (int k = 0; k < gate.length; k++) {
            gate[k] = sigma[k] * gate[k] + shift[k];
        }
    }

    private static void add(final float[] gate, final float[] factor, final float[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += gate[k] * factor[k];
        }
    }

    /** Adds the rows of a block to each other, half to half, and the last one to the targets. */
    private void fold(final float[] rows, final float[] to) {
        for (int half = width / 2; half >= targets; half /= 2) {
            System.arraycopy(rows, half, block, 0, half);
            add(block, rows, half);
        }
        add(rows, to, targets);
    }

    private static void add(final float[] x, final float[] y, final int n) {
        for (int k = 0; k < n; k++) {
            y[k] += x[k];
        }
    }
}
