package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrices, conductances and functions with the Vector API, everything else as in the plain form. Agrees with it to rounding:
 * sums are formed with fused multiply-add, in another order.
 */
public final class VectorKernels extends FloatKernels {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** The only one; initialising this class fails without the module jdk.incubator.vector. */
    public static final VectorKernels INSTANCE = new VectorKernels();

    private static final int BITS_WITH_FUSED_MULTIPLY = 256;

    private VectorKernels() {}

    static boolean pays() {
        return SPECIES.vectorBitSize() >= BITS_WITH_FUSED_MULTIPLY
                || System.getProperty("os.arch").equals("aarch64");
    }

    @Override
    public Matrix<float[]> matrix(final Synapses pattern) {
        return pattern.isFull() ? new VectorMatrix(pattern) : super.matrix(pattern);
    }

    @Override
    public Conductances<float[]> conductances(final Synapses pattern) {
        return pattern.isFull() ? new VectorConductances(pattern) : super.conductances(pattern);
    }

    @Override
    public void liquid(
            final double h,
            final Activation gate,
            final float[] potential,
            final float[] limit,
            final float[] leak,
            final float[] x,
            final int n) {
        final FloatVector step = all((float) h);
        final boolean tanh = gate == Activation.TANH;
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            final FloatVector at = FloatVector.fromArray(SPECIES, potential, i);
            final FloatVector f = step.mul(tanh ? tanh(at) : sigmoid(at));
            final FloatVector top =
                    f.fma(FloatVector.fromArray(SPECIES, limit, i), FloatVector.fromArray(SPECIES, x, i));
            final FloatVector bottom = step.fma(FloatVector.fromArray(SPECIES, leak, i), f.add(1f));
            top.div(bottom).intoArray(x, i);
        }
        for (; i < n; i++) {
            final float f = (float) h * (tanh ? FloatTanh.of(potential[i]) : FloatTanh.sigmoid(potential[i]));
            x[i] = (x[i] + f * limit[i]) / (1 + (float) h * leak[i] + f);
        }
    }

    @Override
    public void addScaled(final double a, final float[] x, final int xAt, final float[] y, final int yAt, final int n) {
        final FloatVector factor = all((float) a);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, x, xAt + i)
                    .fma(factor, FloatVector.fromArray(SPECIES, y, yAt + i))
                    .intoArray(y, yAt + i);
        }
        super.addScaled(a, x, xAt + i, y, yAt + i, n - i);
    }

    @Override
    public void product(
            final float[] a,
            final int aAt,
            final float[] b,
            final int bAt,
            final float[] y,
            final int yAt,
            final int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, a, aAt + i)
                    .mul(FloatVector.fromArray(SPECIES, b, bAt + i))
                    .intoArray(y, yAt + i);
        }
        super.product(a, aAt + i, b, bAt + i, y, yAt + i, n - i);
    }

    @Override
    public void addProduct(
            final float[] a,
            final int aAt,
            final float[] b,
            final int bAt,
            final float[] y,
            final int yAt,
            final int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, a, aAt + i)
                    .fma(FloatVector.fromArray(SPECIES, b, bAt + i), FloatVector.fromArray(SPECIES, y, yAt + i))
                    .intoArray(y, yAt + i);
        }
        super.addProduct(a, aAt + i, b, bAt + i, y, yAt + i, n - i);
    }

    @Override
    public void blend(
            final float[] t,
            final int tAt,
            final float[] a,
            final int aAt,
            final float[] b,
            final int bAt,
            final float[] y,
            final int yAt,
            final int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            final FloatVector from = FloatVector.fromArray(SPECIES, a, aAt + i);
            FloatVector.fromArray(SPECIES, t, tAt + i)
                    .fma(FloatVector.fromArray(SPECIES, b, bAt + i).sub(from), from)
                    .intoArray(y, yAt + i);
        }
        super.blend(t, tAt + i, a, aAt + i, b, bAt + i, y, yAt + i, n - i);
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

    @Override
    void elu(final float[] x, final int xAt, final int n) {
        final FloatVector zero = FloatVector.zero(SPECIES);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        int i = xAt;
        for (; i + LANES <= xAt + n; i += LANES) {
            final FloatVector from = FloatVector.fromArray(SPECIES, x, i);
            final FloatVector t = tanh(from.mul(0.5f));
            final FloatVector low = t.add(t).div(one.sub(t));
            low.blend(from, from.compare(VectorOperators.GT, zero)).intoArray(x, i);
        }
        super.elu(x, i, xAt + n - i);
    }

    /** Half plus half of tanh(x / 2), with the halves inside the coefficients. */
    static FloatVector sigmoid(final FloatVector x) {
        final FloatVector c = within(x, 2 * FloatTanh.LIMIT);
        final FloatVector u = c.mul(c);
        final FloatVector p = all(FloatTanh.P4 / 1024)
                .fma(u, all(FloatTanh.P3 / 256))
                .fma(u, all(FloatTanh.P2 / 64))
                .fma(u, all(FloatTanh.P1 / 16))
                .fma(u, all(FloatTanh.P0 / 4));
        final FloatVector q = all(FloatTanh.Q4 / 256)
                .fma(u, all(FloatTanh.Q3 / 64))
                .fma(u, all(FloatTanh.Q2 / 16))
                .fma(u, all(FloatTanh.Q1 / 4))
                .fma(u, all(1f));
        return c.mul(p).div(q).add(0.5f);
    }

    private static FloatVector tanh(final FloatVector x) {
        final FloatVector c = within(x, FloatTanh.LIMIT);
        final FloatVector u = c.mul(c);
        final FloatVector p = all(FloatTanh.P4)
                .fma(u, all(FloatTanh.P3))
                .fma(u, all(FloatTanh.P2))
                .fma(u, all(FloatTanh.P1))
                .fma(u, all(FloatTanh.P0));
        final FloatVector q = all(FloatTanh.Q4)
                .fma(u, all(FloatTanh.Q3))
                .fma(u, all(FloatTanh.Q2))
                .fma(u, all(FloatTanh.Q1))
                .fma(u, all(1f));
        return within(c.mul(p).div(q), 1f);
    }

    private static FloatVector all(final float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** Clamped to plus and minus the limit; not a number stays so, and no minimum's rules for zeros are paid for. */
    private static FloatVector within(final FloatVector x, final float limit) {
        final FloatVector upper = x.blend(all(limit), x.compare(VectorOperators.GT, all(limit)));
        return upper.blend(all(-limit), upper.compare(VectorOperators.LT, all(-limit)));
    }
}
