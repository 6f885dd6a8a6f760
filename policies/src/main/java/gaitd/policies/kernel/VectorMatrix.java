package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API, in blocks of targets: of each block all sources one behind the other, so that sums stay in
 * registers and indices rise by a constant, for which the compiler needs no bounds check a turn. Targets are padded to whole
 * vectors.
 */
final class VectorMatrix implements Matrix<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int WIDE = 4 * LANES;

    private final int sources;
    private final int targets;
    private final int stride;
    private final int wideTargets;
    private final float[] w;
    private final float[] sum;

    VectorMatrix(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        stride = (targets + LANES - 1) / LANES * LANES;
        wideTargets = stride / WIDE * WIDE;
        w = new float[sources * stride];
        sum = new float[stride];
    }

    @Override
    public void load(final float[] weights, final int at) {
        for (int j = 0; j < targets; ) {
            final int width = j < wideTargets ? WIDE : LANES;
            final int used = Math.min(width, targets - j);
            for (int i = 0; i < sources; i++) {
                System.arraycopy(weights, at + i * targets + j, w, j * sources + i * width, used);
            }
            j += width;
        }
    }

    @Override
    public void multiply(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        if (stride == targets) {
            add(x, xAt, base, baseAt, y, yAt);
        } else {
            System.arraycopy(base, baseAt, sum, 0, targets);
            add(x, xAt, sum, 0, sum, 0);
            System.arraycopy(sum, 0, y, yAt, targets);
        }
    }

    private void add(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        for (int j = 0; j < wideTargets; j += WIDE) {
            addFour(w, j * sources, sources, x, xAt, base, baseAt + j, y, yAt + j);
        }
        for (int j = wideTargets; j < stride; j += LANES) {
            addOne(w, j * sources, sources, x, xAt, base, baseAt + j, y, yAt + j);
        }
    }

    /** Four vectors of targets, even and odd sources apart: eight independent chains of sums. */
    private static void addFour(
            final float[] w,
            final int wAt,
            final int sources,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt) {
        FloatVector a = FloatVector.fromArray(SPECIES, base, baseAt);
        FloatVector b = FloatVector.fromArray(SPECIES, base, baseAt + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, base, baseAt + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, base, baseAt + 3 * LANES);
        FloatVector e = FloatVector.zero(SPECIES);
        FloatVector f = FloatVector.zero(SPECIES);
        FloatVector g = FloatVector.zero(SPECIES);
        FloatVector h = FloatVector.zero(SPECIES);
        final int pairs = sources / 2;
        for (int i = 0; i < pairs; i++) {
            final int row = wAt + i * (2 * WIDE);
            final FloatVector even = FloatVector.broadcast(SPECIES, x[xAt + 2 * i]);
            a = FloatVector.fromArray(SPECIES, w, row).fma(even, a);
            b = FloatVector.fromArray(SPECIES, w, row + LANES).fma(even, b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(even, c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(even, d);
            final FloatVector odd = FloatVector.broadcast(SPECIES, x[xAt + 2 * i + 1]);
            e = FloatVector.fromArray(SPECIES, w, row + 4 * LANES).fma(odd, e);
            f = FloatVector.fromArray(SPECIES, w, row + 5 * LANES).fma(odd, f);
            g = FloatVector.fromArray(SPECIES, w, row + 6 * LANES).fma(odd, g);
            h = FloatVector.fromArray(SPECIES, w, row + 7 * LANES).fma(odd, h);
        }
        if (2 * pairs < sources) {
            final int row = wAt + 2 * pairs * WIDE;
            final FloatVector last = FloatVector.broadcast(SPECIES, x[xAt + 2 * pairs]);
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
    private static void addOne(
            final float[] w,
            final int wAt,
            final int sources,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt) {
        FloatVector a = FloatVector.fromArray(SPECIES, base, baseAt);
        FloatVector b = FloatVector.zero(SPECIES);
        FloatVector c = FloatVector.zero(SPECIES);
        FloatVector d = FloatVector.zero(SPECIES);
        final int turns = sources / 4;
        for (int i = 0; i < turns; i++) {
            final int row = wAt + i * WIDE;
            final int from = xAt + 4 * i;
            a = FloatVector.fromArray(SPECIES, w, row).fma(FloatVector.broadcast(SPECIES, x[from]), a);
            b = FloatVector.fromArray(SPECIES, w, row + LANES).fma(FloatVector.broadcast(SPECIES, x[from + 1]), b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(FloatVector.broadcast(SPECIES, x[from + 2]), c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(FloatVector.broadcast(SPECIES, x[from + 3]), d);
        }
        for (int i = 4 * turns; i < sources; i++) {
            final FloatVector from = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a = FloatVector.fromArray(SPECIES, w, wAt + i * LANES).fma(from, a);
        }
        a.add(b).add(c.add(d)).intoArray(y, yAt);
    }
}
