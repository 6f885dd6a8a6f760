package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
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

    private static final float HALF = 0.5f;
    private static final float SLOPE = (float) Activation.LECUN_SLOPE;
    private static final float HEIGHT = (float) Activation.LECUN_HEIGHT;

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
        int i = VectorLiquid.settle(
                tanh ? VectorFit.TANH : VectorFit.SIGMOID, tanh ? 0 : HALF, (float) h, potential, limit, leak, x, n);
        for (; i < n; i++) {
            final float f = (float) h * (tanh ? FloatTanh.of(potential[i]) : FloatTanh.sigmoid(potential[i]));
            x[i] = (x[i] + f * limit[i]) / (1 + (float) h * leak[i] + f);
        }
    }

    @Override
    public void unfold(
            final double h,
            final int steps,
            final Activation gate,
            final Matrix<float[]> inner,
            final float[] drive,
            final float[] potential,
            final float[] limit,
            final float[] leak,
            final float[] x,
            final int n) {
        if (inner instanceof final VectorMatrix matrix && matrix.isFourWide()) {
            final boolean tanh = gate == Activation.TANH;
            matrix.unfold(
                    tanh ? VectorFit.TANH : VectorFit.SIGMOID,
                    tanh ? 0 : HALF,
                    (float) h,
                    steps,
                    drive,
                    limit,
                    leak,
                    potential,
                    x);
        } else {
            super.unfold(h, steps, gate, inner, drive, potential, limit, leak, x, n);
        }
    }

    @Override
    public void layer(
            final Activation f,
            final Matrix<float[]> matrix,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt,
            final int n) {
        if (matrix instanceof final VectorMatrix m) {
            switch (f) {
                case TANH -> m.multiply(x, xAt, base, baseAt, VectorFit.TANH, 1, 1, 0, y, yAt);
                case SIGMOID -> m.multiply(x, xAt, base, baseAt, VectorFit.SIGMOID, 1, 1, HALF, y, yAt);
                case LECUN_TANH -> m.multiply(x, xAt, base, baseAt, VectorFit.TANH, SLOPE, HEIGHT, 0, y, yAt);
                case ELU -> m.multiply(x, xAt, base, baseAt, VectorFit.ELU, 1, 1, 0, y, yAt);
                default -> super.layer(f, matrix, x, xAt, base, baseAt, y, yAt, n);
            }
        } else {
            super.layer(f, matrix, x, xAt, base, baseAt, y, yAt, n);
        }
    }

    @Override
    public void addScaled(final double a, final float[] x, final int xAt, final float[] y, final int yAt, final int n) {
        final float factor = (float) a;
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, x, xAt + i)
                    .fma(FloatVector.broadcast(SPECIES, factor), FloatVector.fromArray(SPECIES, y, yAt + i))
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
        final int rest = VectorFit.apply(VectorFit.TANH, slope, height, shift, x, xAt, xAt + n);
        super.scaledTanh(slope, height, shift, x, rest, xAt + n - rest);
    }

    @Override
    void sigmoid(final float[] x, final int xAt, final int n) {
        final int rest = VectorFit.apply(VectorFit.SIGMOID, 1, 1, HALF, x, xAt, xAt + n);
        super.sigmoid(x, rest, xAt + n - rest);
    }

    @Override
    void elu(final float[] x, final int xAt, final int n) {
        final int rest = VectorFit.elu(x, xAt, xAt + n);
        super.elu(x, rest, xAt + n - rest);
    }
}
