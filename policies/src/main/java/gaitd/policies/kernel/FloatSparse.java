package gaitd.policies.kernel;

/** A sparse pattern, target by target: costs what its synapses cost. Gates of conductances are computed side by side first. */
final class FloatSparse implements Matrix<float[]>, Conductances<float[]> {
    private final Synapses pattern;
    private final FloatKernels kernels;
    private final int count;
    private final float[] p;
    private final float[] gate;

    FloatSparse(final Synapses pattern, final int fields, final FloatKernels kernels) {
        this.pattern = pattern;
        this.kernels = kernels;
        this.count = pattern.count();
        this.p = new float[fields * count];
        this.gate = new float[count];
    }

    @Override
    public void load(final float[] weights, final int at) {
        System.arraycopy(weights, at, p, 0, p.length);
    }

    @Override
    public void multiply(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        final int[] from = pattern.from;
        int k = 0;
        for (int j = 0; j < pattern.targets(); j++) {
            final int end = pattern.start[j + 1];
            float sum = base[baseAt + j];
            for (; k < end; k++) {
                sum += p[k] * x[xAt + from[k]];
            }
            y[yAt + j] = sum;
        }
    }

    @Override
    public void conduct(final float[] v, final int vAt, final float[] num, final float[] den) {
        final int[] from = pattern.from;
        for (int k = 0; k < count; k++) {
            gate[k] = p[k] * (v[vAt + from[k]] - p[count + k]);
        }
        kernels.activate(Activation.SIGMOID, gate, 0, count);
        int k = 0;
        for (int j = 0; j < pattern.targets(); j++) {
            final int end = pattern.start[j + 1];
            float conductance = den[j];
            float current = num[j];
            for (; k < end; k++) {
                conductance += gate[k] * p[2 * count + k];
                current += gate[k] * p[3 * count + k];
            }
            den[j] = conductance;
            num[j] = current;
        }
    }
}
