package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The heavy loops with the Vector API, everything else as in the plain form. Agrees with it to rounding: sums are formed
 * with fused multiply-add. Elements behind the last whole vector go through the plain form.
 */
public final class VectorKernels extends FloatKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int BITS_WITH_FUSED_MULTIPLY = 256;

    /** The only one; initialising this class fails without the module jdk.incubator.vector. */
    public static final VectorKernels INSTANCE = new VectorKernels();

    private VectorKernels() {}

    static boolean pays() {
        return SPECIES.vectorBitSize() >= BITS_WITH_FUSED_MULTIPLY
                || System.getProperty("os.arch").equals("aarch64");
    }

    @Override
    void multiplyFull(
            final Synapses pattern,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        final int sources = pattern.sources();
        final int targets = pattern.targets();
        int j = 0;
        for (; j + 4 * LANES <= targets; j += 4 * LANES) {
            multiplyFour(sources, targets, w, wAt + j, x, xAt, y, yAt + j);
        }
        for (; j + LANES <= targets; j += LANES) {
            multiplyOne(sources, targets, w, wAt + j, x, xAt, y, yAt + j);
        }
        for (; j < targets; j++) {
            float sum = y[yAt + j];
            for (int i = 0; i < sources; i++) {
                sum += x[xAt + i] * w[wAt + i * targets + j];
            }
            y[yAt + j] = sum;
        }
    }

    private static void multiplyFour(
            final int sources,
            final int targets,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        FloatVector a = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector b = FloatVector.fromArray(SPECIES, y, yAt + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, y, yAt + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, y, yAt + 3 * LANES);
        int row = wAt;
        for (int i = 0; i < sources; i++) {
            final FloatVector from = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a = FloatVector.fromArray(SPECIES, w, row).fma(from, a);
            b = FloatVector.fromArray(SPECIES, w, row + LANES).fma(from, b);
            c = FloatVector.fromArray(SPECIES, w, row + 2 * LANES).fma(from, c);
            d = FloatVector.fromArray(SPECIES, w, row + 3 * LANES).fma(from, d);
            row += targets;
        }
        a.intoArray(y, yAt);
        b.intoArray(y, yAt + LANES);
        c.intoArray(y, yAt + 2 * LANES);
        d.intoArray(y, yAt + 3 * LANES);
    }

    private static void multiplyOne(
            final int sources,
            final int targets,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        FloatVector even = FloatVector.fromArray(SPECIES, y, yAt);
        FloatVector odd = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + 1 < sources; i += 2) {
            final int row = wAt + i * targets;
            even = FloatVector.fromArray(SPECIES, w, row).fma(FloatVector.broadcast(SPECIES, x[xAt + i]), even);
            odd = FloatVector.fromArray(SPECIES, w, row + targets)
                    .fma(FloatVector.broadcast(SPECIES, x[xAt + i + 1]), odd);
        }
        if (i < sources) {
            odd = FloatVector.fromArray(SPECIES, w, wAt + i * targets)
                    .fma(FloatVector.broadcast(SPECIES, x[xAt + i]), odd);
        }
        even.add(odd).intoArray(y, yAt);
    }

    @Override
    void conductFull(
            final Synapses pattern,
            final float[] p,
            final int pAt,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den) {
        final int count = pattern.count();
        final int sources = pattern.sources();
        final int targets = pattern.targets();
        int j = 0;
        for (; j + LANES <= targets; j += LANES) {
            FloatVector conductance = FloatVector.fromArray(SPECIES, den, j);
            FloatVector current = FloatVector.fromArray(SPECIES, num, j);
            int row = pAt + j;
            for (int i = 0; i < sources; i++) {
                final FloatVector gate = sigmoid(FloatVector.broadcast(SPECIES, v[vAt + i])
                        .sub(FloatVector.fromArray(SPECIES, p, row + count))
                        .mul(FloatVector.fromArray(SPECIES, p, row)));
                conductance = gate.fma(FloatVector.fromArray(SPECIES, p, row + 2 * count), conductance);
                current = gate.fma(FloatVector.fromArray(SPECIES, p, row + 3 * count), current);
                row += targets;
            }
            conductance.intoArray(den, j);
            current.intoArray(num, j);
        }
        for (; j < targets; j++) {
            for (int i = 0; i < sources; i++) {
                final int k = pAt + i * targets + j;
                final float gate = FloatTanh.sigmoid(p[k] * (v[vAt + i] - p[k + count]));
                den[j] += gate * p[k + 2 * count];
                num[j] += gate * p[k + 3 * count];
            }
        }
    }

    @Override
    void scaledTanh(
            final float slope, final float height, final float shift, final float[] x, final int xAt, final int n) {
        int i = xAt;
        for (; i + LANES <= xAt + n; i += LANES) {
            tanh(FloatVector.fromArray(SPECIES, x, i).mul(slope))
                    .fma(FloatVector.broadcast(SPECIES, height), FloatVector.broadcast(SPECIES, shift))
                    .intoArray(x, i);
        }
        super.scaledTanh(slope, height, shift, x, i, xAt + n - i);
    }

    private static FloatVector sigmoid(final FloatVector x) {
        final FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        return tanh(x.mul(half)).fma(half, half);
    }

    private static FloatVector tanh(final FloatVector x) {
        final FloatVector limit = FloatVector.broadcast(SPECIES, FloatTanh.LIMIT);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        final FloatVector c = within(x, limit);
        final FloatVector u = c.mul(c);
        final FloatVector p = FloatVector.broadcast(SPECIES, FloatTanh.P4)
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.P3))
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.P2))
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.P1))
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.P0));
        final FloatVector q = FloatVector.broadcast(SPECIES, FloatTanh.Q4)
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.Q3))
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.Q2))
                .fma(u, FloatVector.broadcast(SPECIES, FloatTanh.Q1))
                .fma(u, one);
        return within(c.mul(p).div(q), one);
    }

    /** Clamped to plus and minus the limit; not a number stays so, and no minimum's rules for zeros are paid for. */
    private static FloatVector within(final FloatVector x, final FloatVector limit) {
        final FloatVector upper = x.blend(limit, x.compare(VectorOperators.GT, limit));
        final FloatVector lower = limit.neg();
        return upper.blend(lower, upper.compare(VectorOperators.LT, lower));
    }
}
