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

    // Constants of the functions as vectors: written out where they are used they would swell the code beyond what the
    // compiler inlines, and vectors that are not inlined are allocated.
    private static final FloatVector ONE = all(1f);
    private static final FloatVector LESS = all(-1f);
    private static final FloatVector HALF = all(0.5f);
    private static final FloatVector LIMIT = all(FloatTanh.LIMIT);
    private static final FloatVector LOWER = all(-FloatTanh.LIMIT);
    private static final FloatVector P1 = all(FloatTanh.P1);
    private static final FloatVector P2 = all(FloatTanh.P2);
    private static final FloatVector P3 = all(FloatTanh.P3);
    private static final FloatVector P4 = all(FloatTanh.P4);
    private static final FloatVector Q1 = all(FloatTanh.Q1);
    private static final FloatVector Q2 = all(FloatTanh.Q2);
    private static final FloatVector Q3 = all(FloatTanh.Q3);
    private static final FloatVector Q4 = all(FloatTanh.Q4);
    private static final FloatVector S_LIMIT = all(2 * FloatTanh.LIMIT);
    private static final FloatVector S_LOWER = all(-2 * FloatTanh.LIMIT);
    private static final FloatVector S_P0 = all(FloatTanh.S_P0);
    private static final FloatVector S_P1 = all(FloatTanh.S_P1);
    private static final FloatVector S_P2 = all(FloatTanh.S_P2);
    private static final FloatVector S_P3 = all(FloatTanh.S_P3);
    private static final FloatVector S_P4 = all(FloatTanh.S_P4);
    private static final FloatVector S_Q1 = all(FloatTanh.S_Q1);
    private static final FloatVector S_Q2 = all(FloatTanh.S_Q2);
    private static final FloatVector S_Q3 = all(FloatTanh.S_Q3);
    private static final FloatVector S_Q4 = all(FloatTanh.S_Q4);

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
        return pattern.isFull() ? new VectorConductances(pattern) : new VectorSparse(pattern);
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
        final boolean tanh = gate == Activation.TANH;
        final FloatVector step = all((float) h);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            final FloatVector at = FloatVector.fromArray(SPECIES, potential, i);
            final FloatVector c = tanh ? within(at, LIMIT, LOWER) : within(at, S_LIMIT, S_LOWER);
            final FloatVector u = c.mul(c);
            final FloatVector q = tanh ? tanhBottom(u) : sigmoidBottom(u);
            final FloatVector f = tanh ? c.mul(tanhTop(u)) : sigmoidTop(u).fma(c, q.mul(HALF));
            final FloatVector hf = step.mul(f);
            final FloatVector top =
                    hf.fma(FloatVector.fromArray(SPECIES, limit, i), q.mul(FloatVector.fromArray(SPECIES, x, i)));
            final FloatVector bottom =
                    step.fma(FloatVector.fromArray(SPECIES, leak, i), ONE).fma(q, hf);
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
    void sigmoid(final float[] x, final int xAt, final int n) {
        int i = xAt;
        for (; i + LANES <= xAt + n; i += LANES) {
            sigmoid(FloatVector.fromArray(SPECIES, x, i)).intoArray(x, i);
        }
        super.sigmoid(x, i, xAt + n - i);
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

    /** Half plus half of tanh(x / 2), with the halves inside the coefficients. The launcher has it inlined, see there. */
    static FloatVector sigmoid(final FloatVector x) {
        final FloatVector c = within(x, S_LIMIT, S_LOWER);
        final FloatVector u = c.mul(c);
        return c.mul(sigmoidTop(u)).div(sigmoidBottom(u)).add(HALF);
    }

    private static FloatVector sigmoidTop(final FloatVector u) {
        return S_P4.fma(u, S_P3).fma(u, S_P2).fma(u, S_P1).fma(u, S_P0);
    }

    private static FloatVector sigmoidBottom(final FloatVector u) {
        return S_Q4.fma(u, S_Q3).fma(u, S_Q2).fma(u, S_Q1).fma(u, ONE);
    }

    private static FloatVector tanh(final FloatVector x) {
        final FloatVector c = within(x, LIMIT, LOWER);
        final FloatVector u = c.mul(c);
        return within(c.mul(tanhTop(u)).div(tanhBottom(u)), ONE, LESS);
    }

    private static FloatVector tanhTop(final FloatVector u) {
        return P4.fma(u, P3).fma(u, P2).fma(u, P1).fma(u, ONE);
    }

    private static FloatVector tanhBottom(final FloatVector u) {
        return Q4.fma(u, Q3).fma(u, Q2).fma(u, Q1).fma(u, ONE);
    }

    /** Not a number passes. */
    private static FloatVector within(final FloatVector x, final FloatVector most, final FloatVector least) {
        return x.blend(most, x.compare(VectorOperators.GT, most)).blend(least, x.compare(VectorOperators.LT, least));
    }

    private static FloatVector all(final float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
