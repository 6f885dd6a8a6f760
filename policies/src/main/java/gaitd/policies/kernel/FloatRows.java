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
    private final float[] mapped;

    FloatRows(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        rows = new float[sources][targets];
        sum = new float[targets];
        mapped = new float[targets];
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
        sum(x, xAt, base, baseAt);
        System.arraycopy(sum, 0, y, yAt, targets);
    }

    /** y = elu(base + x W). */
    void multiplyElu(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        sum(x, xAt, base, baseAt);
        elu(sum, mapped);
        System.arraycopy(mapped, 0, y, yAt, targets);
    }

    /** As {@link FloatTanh#elu}, in two loops from array to array: the compiler makes vector code of it in no other form. */
    private static void elu(final float[] x, final float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = FloatTanh.below(x[j]);
        }
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.max(0f, x[j]) + Math.max(-1f, y[j]);
        }
    }

    private void sum(final float[] x, final int xAt, final float[] base, final int baseAt) {
        System.arraycopy(base, baseAt, sum, 0, targets);
        int i = 0;
        for (; i + PASS <= sources; i += PASS) {
            final int at = xAt + i;
            add(x[at], rows[i], x[at + 1], rows[i + 1], x[at + 2], rows[i + 2], x[at + 3], rows[i + 3], sum);
        }
        for (; i < sources; i++) {
            add(x[xAt + i], rows[i], sum);
        }
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
