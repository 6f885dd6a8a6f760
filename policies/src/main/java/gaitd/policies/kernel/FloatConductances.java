package gaitd.policies.kernel;

/** A full pattern for the plain form: one array a source and field, all indices of a loop equal, as in {@link FloatRows}. */
final class FloatConductances implements Conductances<float[]> {
    private final int sources;
    private final int targets;
    private final float[][][] fields;
    private final float[] gate;
    private final FloatKernels kernels;

    FloatConductances(final Synapses pattern, final FloatKernels kernels) {
        this.kernels = kernels;
        sources = pattern.sources();
        targets = pattern.targets();
        gate = new float[targets];
        fields = new float[FIELDS][sources][targets];
    }

    @Override
    public void load(final float[] p, final int at) {
        for (int field = 0; field < FIELDS; field++) {
            for (int i = 0; i < sources; i++) {
                System.arraycopy(p, at + (field * sources + i) * targets, fields[field][i], 0, targets);
            }
        }
    }

    @Override
    public void conduct(final float[] v, final int vAt, final float[] num, final float[] den) {
        for (int i = 0; i < sources; i++) {
            open(v[vAt + i], fields[0][i], fields[1][i], gate, targets);
            kernels.activate(Activation.SIGMOID, gate, 0, targets);
            add(gate, fields[2][i], fields[3][i], num, den, targets);
        }
    }

    private static void open(
            final float from, final float[] sigma, final float[] mu, final float[] gate, final int targets) {
        for (int j = 0; j < targets; j++) {
            gate[j] = sigma[j] * (from - mu[j]);
        }
    }

    private static void add(
            final float[] gate,
            final float[] w,
            final float[] drive,
            final float[] num,
            final float[] den,
            final int targets) {
        for (int j = 0; j < targets; j++) {
            den[j] += gate[j] * w[j];
            num[j] += gate[j] * drive[j];
        }
    }
}
