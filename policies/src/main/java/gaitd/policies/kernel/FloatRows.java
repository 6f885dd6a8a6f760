package gaitd.policies.kernel;

/**
 * A full pattern for the plain form: one array a source, four sources a pass. All indices of a pass are equal;
 * otherwise the compiler cannot rule out that slices overlap, and does not vectorise it.
 */
final class FloatRows implements Matrix<float[]> {
    private static final int PASS = 4;

    private final int sources;
    private final int targets;
    private final float[][] rows;
    private final float[] sum;

    FloatRows(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        rows = new float[sources][targets];
        sum = new float[targets];
    }

    @Override
    public void load(final float[] weights, final int at) {
        for (int i = 0; i < sources; i++) {
            System.arraycopy(weights, at + i * targets, rows[i], 0, targets);
        }
    }

    @Override
    public void multiply(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        System.arraycopy(base, baseAt, sum, 0, targets);
        int i = 0;
        for (; i + PASS <= sources; i += PASS) {
            final int at = xAt + i;
            add(x[at], rows[i], x[at + 1], rows[i + 1], x[at + 2], rows[i + 2], x[at + 3], rows[i + 3], sum);
        }
        for (; i < sources; i++) {
            add(x[xAt + i], rows[i], sum);
        }
        System.arraycopy(sum, 0, y, yAt, targets);
    }

    private static void add(
            final float a,
            final float[] rowA,
            final float b,
            final float[] rowB,
            final float c,
            final float[] rowC,
            final float d,
            final float[] rowD,
            final float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * rowA[j] + b * rowB[j] + (c * rowC[j] + d * rowD[j]);
        }
    }

    private static void add(final float a, final float[] rowA, final float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * rowA[j];
        }
    }
}
