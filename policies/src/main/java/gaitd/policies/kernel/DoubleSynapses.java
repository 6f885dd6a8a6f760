package gaitd.policies.kernel;

/** Any pattern, synapse by synapse: the reference. */
final class DoubleSynapses implements Matrix<double[]>, Conductances<double[]> {
    private final Synapses pattern;
    private final int count;
    private final double[] p;

    DoubleSynapses(final Synapses pattern, final int fields) {
        this.pattern = pattern;
        this.count = pattern.count();
        this.p = new double[fields * count];
    }

    @Override
    public void load(final double[] weights, final int at) {
        System.arraycopy(weights, at, p, 0, p.length);
    }

    @Override
    public void multiply(
            final double[] x, final int xAt, final double[] base, final int baseAt, final double[] y, final int yAt) {
        System.arraycopy(base, baseAt, y, yAt, pattern.targets());
        for (int k = 0; k < count; k++) {
            y[yAt + pattern.to[k]] += p[k] * x[xAt + pattern.from[k]];
        }
    }

    @Override
    public void conduct(final double[] v, final int vAt, final double[] num, final double[] den) {
        for (int k = 0; k < count; k++) {
            final double gate = Activation.SIGMOID.of(p[k] * (v[vAt + pattern.from[k]] - p[count + k]));
            den[pattern.to[k]] += gate * p[2 * count + k];
            num[pattern.to[k]] += gate * p[3 * count + k];
        }
    }
}
