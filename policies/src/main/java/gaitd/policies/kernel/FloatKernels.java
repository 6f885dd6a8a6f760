package gaitd.policies.kernel;

import java.util.Arrays;

/**
 * Plain loops in float, written so that the compiler vectorises them. Tanh and the functions derived from it come from
 * {@link FloatTanh}; the rest are computed in double and rounded.
 */
public sealed class FloatKernels implements Kernels<float[]> permits VectorKernels {
    /** The only one of this form. */
    public static final FloatKernels INSTANCE = new FloatKernels();

    FloatKernels() {}

    /**
     * The fastest form on this machine and JVM.
     *
     * <p>Vectors narrower than 256 bits stay with the plain form on x86, which may then lack fused multiply-add.
     *
     * @return the vector form, or the plain one
     */
    public static FloatKernels fastest() {
        final boolean offered =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return offered && VectorKernels.pays() ? VectorKernels.INSTANCE : INSTANCE;
    }

    @Override
    public float[] allocate(final int length) {
        return new float[length];
    }

    @Override
    public double precision() {
        return Math.ulp(1f);
    }

    @Override
    public int length(final float[] array) {
        return array.length;
    }

    @Override
    public double get(final float[] array, final int at) {
        return array[at];
    }

    @Override
    public void set(final float[] array, final int at, final double value) {
        array[at] = (float) value;
    }

    @Override
    public void copy(final float[] from, final int fromAt, final float[] to, final int toAt, final int n) {
        System.arraycopy(from, fromAt, to, toAt, n);
    }

    @Override
    public void fill(final float[] y, final int yAt, final int n, final double value) {
        Arrays.fill(y, yAt, yAt + n, (float) value);
    }

    @Override
    public Matrix<float[]> matrix(final Synapses pattern) {
        return pattern.isFull() ? new FloatRows(pattern) : new FloatSparse(pattern, 1, this);
    }

    @Override
    public Conductances<float[]> conductances(final Synapses pattern) {
        return pattern.isFull()
                ? new FloatConductances(pattern, this)
                : new FloatSparse(pattern, Conductances.FIELDS, this);
    }

    @Override
    public void activate(final Activation f, final float[] x, final int xAt, final int n) {
        switch (f) {
            case TANH -> scaledTanh(1, 1, 0, x, xAt, n);
            case SIGMOID -> sigmoid(x, xAt, n);
            case LECUN_TANH ->
                scaledTanh((float) Activation.LECUN_SLOPE, (float) Activation.LECUN_HEIGHT, 0, x, xAt, n);
            case SILU -> {
                for (int i = xAt; i < xAt + n; i++) {
                    x[i] *= FloatTanh.sigmoid(x[i]);
                }
            }
            case ELU -> elu(x, xAt, n);
            case RELU -> {
                for (int i = xAt; i < xAt + n; i++) {
                    x[i] = Math.max(x[i], 0f);
                }
            }
            case IDENTITY -> {
                // x stays
            }
            case GELU, SOFTPLUS, EXP -> {
                for (int i = xAt; i < xAt + n; i++) {
                    x[i] = (float) f.of(x[i]);
                }
            }
        }
    }

    /** x above 0, exp(x) - 1 below, in place. */
    void elu(final float[] x, final int xAt, final int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = FloatTanh.elu(x[i]);
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
        if (f == Activation.ELU && matrix instanceof final FloatRows rows) {
            rows.multiplyElu(x, xAt, base, baseAt, y, yAt);
        } else {
            Kernels.super.layer(f, matrix, x, xAt, base, baseAt, y, yAt, n);
        }
    }

    /** x = 1 / (1 + exp(-x)); the fit needs no second limit here, because what it overshoots is rounded off. */
    void sigmoid(final float[] x, final int xAt, final int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = Math.max(-2 * FloatTanh.LIMIT, Math.min(2 * FloatTanh.LIMIT, x[i]));
        }
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = FloatTanh.sigmoidInside(x[i]);
        }
    }

    /** x = shift + height tanh(slope x), in loops short enough for the compiler to vectorise. */
    void scaledTanh(
            final float slope, final float height, final float shift, final float[] x, final int xAt, final int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = Math.max(-FloatTanh.LIMIT, Math.min(FloatTanh.LIMIT, slope * x[i]));
        }
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = FloatTanh.inside(x[i]);
        }
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = shift + height * Math.max(-1f, Math.min(1f, x[i]));
        }
    }

    @Override
    public void addScaled(final double a, final float[] x, final int xAt, final float[] y, final int yAt, final int n) {
        final float factor = (float) a;
        for (int i = 0; i < n; i++) {
            y[yAt + i] += factor * x[xAt + i];
        }
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
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] * b[bAt + i];
        }
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
        for (int i = 0; i < n; i++) {
            y[yAt + i] += a[aAt + i] * b[bAt + i];
        }
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
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] + t[tAt + i] * (b[bAt + i] - a[aAt + i]);
        }
    }

    @Override
    public void sum(final float[] a, final float[] b, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[i] + b[i];
        }
    }

    @Override
    public void rate(final float[] gain, final float[] decay, final float[] x, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = gain[i] - decay[i] * x[i];
        }
    }

    @Override
    public void semiImplicit(final double h, final float[] gain, final float[] decay, final float[] x, final int n) {
        final float step = (float) h;
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] + step * gain[i]) / (1 + step * decay[i]);
        }
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
        final float step = (float) h;
        activate(gate, potential, 0, n);
        for (int i = 0; i < n; i++) {
            final float f = potential[i];
            x[i] = (x[i] + step * f * limit[i]) / (1 + step * (leak[i] + f));
        }
    }

    @Override
    public void charge(
            final double h, final float[] cm, final float[] num, final float[] den, final float[] v, final int n) {
        final float step = (float) h;
        for (int i = 0; i < n; i++) {
            v[i] = (cm[i] * v[i] + step * num[i]) / (cm[i] + step * den[i]);
        }
    }

    @Override
    public void approach(
            final double t,
            final float[] w,
            final int wAt,
            final float[] a,
            final int aAt,
            final float[] q,
            final int qAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            final float from = q[qAt + i];
            final float limit = a[aAt + i];
            q[qAt + i] = limit - limit * (float) StrictMath.exp(-t * (Math.abs(w[wAt + i]) + Math.abs(from))) * from;
        }
    }
}
