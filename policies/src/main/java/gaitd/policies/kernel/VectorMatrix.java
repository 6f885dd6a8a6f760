package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API: rows padded to whole vectors, sums of a block of targets kept in registers over all sources.
 */
final class VectorMatrix implements Matrix<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = VectorKernels.LANES;

    private final int sources;
    private final int targets;
    private final int stride;
    private final float[] w;
    private final float[] sum;

    VectorMatrix(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        stride = (targets + LANES - 1) / LANES * LANES;
        w = new float[sources * stride];
        sum = new float[stride];
    }

    @Override
    public void load(final float[] weights, final int at) {
        for (int i = 0; i < sources; i++) {
            System.arraycopy(weights, at + i * targets, w, i * stride, targets);
        }
    }

    @Override
    public void multiply(final float[] x, final int xAt, final float[] y, final int yAt) {
        if (stride == targets) {
            add(x, xAt, y, yAt);
        } else {
            System.arraycopy(y, yAt, sum, 0, targets);
            add(x, xAt, sum, 0);
            System.arraycopy(sum, 0, y, yAt, targets);
        }
    }

    private void add(final float[] x, final int xAt, final float[] y, final int yAt) {
        int j = 0;
        for (; j + 4 * LANES <= stride; j += 4 * LANES) {
            addFour(x, xAt, j, y, yAt + j);
        }
        for (; j < stride; j += LANES) {
            addOne(x, xAt, j, y, yAt + j);
        }
    }

    /** Four vectors of targets, even and odd sources apart: eight independent chains of sums. */
    private void addFour(final float[] x, final int xAt, final int column, final float[] y, final int yAt) {
        FloatVector a = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector b = FloatVector.fromArray(SPECIES, y, yAt + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, y, yAt + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, y, yAt + 3 * LANES);
        FloatVector e = FloatVector.zero(SPECIES);
        FloatVector f = FloatVector.zero(SPECIES);
        FloatVector g = FloatVector.zero(SPECIES);
        FloatVector h = FloatVector.zero(SPECIES);
        int row = column;
        int i = xAt;
        for (; i + 1 < xAt + sources; i += 2) {
            final FloatVector even = FloatVector.broadcast(SPECIES, x[i]);
            a = FloatVector.fromArray(SPECIES, w, row).fma(even, a);
            b = FloatVector.fromArray(SPECIES, w, row + LANES).fma(even, b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(even, c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(even, d);
            row += stride;
            final FloatVector odd = FloatVector.broadcast(SPECIES, x[i + 1]);
            e = FloatVector.fromArray(SPECIES, w, row).fma(odd, e);
            f = FloatVector.fromArray(SPECIES, w, row + LANES).fma(odd, f);
            g = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(odd, g);
            h = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(odd, h);
            row += stride;
        }
        if (i < xAt + sources) {
            final FloatVector last = FloatVector.broadcast(SPECIES, x[i]);
            a = FloatVector.fromArray(SPECIES, w, row).fma(last, a);
            b = FloatVector.fromArray(SPECIES, w, row + LANES).fma(last, b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(last, c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(last, d);
        }
        a.add(e).intoArray(y, yAt);
        b.add(f).intoArray(y, yAt + LANES);
        c.add(g).intoArray(y, yAt + 2 * LANES);
        d.add(h).intoArray(y, yAt + 3 * LANES);
    }

    /** One vector of targets, four sources a turn. */
    private void addOne(final float[] x, final int xAt, final int column, final float[] y, final int yAt) {
        FloatVector a = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector b = FloatVector.zero(SPECIES);
        FloatVector c = FloatVector.zero(SPECIES);
        FloatVector d = FloatVector.zero(SPECIES);
        int row = column;
        int i = xAt;
        for (; i + 3 < xAt + sources; i += 4) {
            a = FloatVector.fromArray(SPECIES, w, row).fma(FloatVector.broadcast(SPECIES, x[i]), a);
            b = FloatVector.fromArray(SPECIES, w, row + stride).fma(FloatVector.broadcast(SPECIES, x[i + 1]), b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * stride).fma(FloatVector.broadcast(SPECIES, x[i + 2]), c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * stride).fma(FloatVector.broadcast(SPECIES, x[i + 3]), d);
            row += 4 * stride;
        }
        for (; i < xAt + sources; i++) {
            a = FloatVector.fromArray(SPECIES, w, row).fma(FloatVector.broadcast(SPECIES, x[i]), a);
            row += stride;
        }
        a.add(b).add(c.add(d)).intoArray(y, yAt);
    }
}
