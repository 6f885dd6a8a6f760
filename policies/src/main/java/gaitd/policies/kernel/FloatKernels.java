package gaitd.policies.kernel;

import java.util.Arrays;

/**
 * Plain loops in float, written so that the compiler turns them into vector code by itself. Tanh and the functions made
 * of it come from {@link FloatTanh}; the rest are computed in double and rounded.
 */
public sealed class FloatKernels implements Kernels<float[]> permits VectorKernels {
    /** The only one of this form. */
    public static final FloatKernels INSTANCE = new FloatKernels();

    FloatKernels() {}

    /**
     * The fastest form that this machine and this start of the virtual machine offer.
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
    public void multiply(
            final Synapses pattern,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        if (pattern.isFull()) {
            multiplyFull(pattern, w, wAt, x, xAt, y, yAt);
        } else {
            multiplySparse(pattern, w, wAt, x, xAt, y, yAt);
        }
    }

    void multiplyFull(
            final Synapses pattern,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        final int targets = pattern.targets();
        for (int i = 0; i < pattern.sources(); i++) {
            final float from = x[xAt + i];
            final int row = wAt + i * targets;
            for (int j = 0; j < targets; j++) {
                y[yAt + j] += from * w[row + j];
            }
        }
    }

    private static void multiplySparse(
            final Synapses pattern,
            final float[] w,
            final int wAt,
            final float[] x,
            final int xAt,
            final float[] y,
            final int yAt) {
        final int[] from = pattern.from;
        final int[] start = pattern.start;
        for (int j = 0; j < pattern.targets(); j++) {
            float sum = y[yAt + j];
            for (int k = start[j]; k < start[j + 1]; k++) {
                sum += w[wAt + k] * x[xAt + from[k]];
            }
            y[yAt + j] = sum;
        }
    }

    @Override
    public void conduct(
            final Synapses pattern,
            final float[] p,
            final int pAt,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den,
            final float[] scratch) {
        if (pattern.isFull()) {
            conductFull(pattern, p, pAt, v, vAt, num, den);
        } else {
            conductSparse(pattern, p, pAt, v, vAt, num, den, scratch);
        }
    }

    void conductFull(
            final Synapses pattern,
            final float[] p,
            final int pAt,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den) {
        final int count = pattern.count();
        final int targets = pattern.targets();
        for (int i = 0; i < pattern.sources(); i++) {
            final float from = v[vAt + i];
            final int row = pAt + i * targets;
            for (int j = 0; j < targets; j++) {
                final float gate = FloatTanh.sigmoid(p[row + j] * (from - p[row + count + j]));
                den[j] += gate * p[row + 2 * count + j];
                num[j] += gate * p[row + 3 * count + j];
            }
        }
    }

    private void conductSparse(
            final Synapses pattern,
            final float[] p,
            final int pAt,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den,
            final float[] gate) {
        final int count = pattern.count();
        final int[] from = pattern.from;
        for (int k = 0; k < count; k++) {
            gate[k] = p[pAt + k] * (v[vAt + from[k]] - p[pAt + count + k]);
        }
        activate(Activation.SIGMOID, gate, 0, count);
        for (int j = 0; j < pattern.targets(); j++) {
            float conductance = den[j];
            float current = num[j];
            for (int k = pattern.start[j]; k < pattern.start[j + 1]; k++) {
                conductance += gate[k] * p[pAt + 2 * count + k];
                current += gate[k] * p[pAt + 3 * count + k];
            }
            den[j] = conductance;
            num[j] = current;
        }
    }

    @Override
    public void activate(final Activation f, final float[] x, final int xAt, final int n) {
        switch (f) {
            case TANH -> scaledTanh(1, 1, 0, x, xAt, n);
            case SIGMOID -> scaledTanh(0.5f, 0.5f, 0.5f, x, xAt, n);
            case LECUN_TANH ->
                scaledTanh((float) Activation.LECUN_SLOPE, (float) Activation.LECUN_HEIGHT, 0, x, xAt, n);
            case SILU -> {
                for (int i = xAt; i < xAt + n; i++) {
                    x[i] *= FloatTanh.sigmoid(x[i]);
                }
            }
            case IDENTITY, RELU, GELU, ELU, SOFTPLUS, EXP -> {
                for (int i = xAt; i < xAt + n; i++) {
                    x[i] = (float) f.of(x[i]);
                }
            }
        }
    }

    /** x = shift + height tanh(slope x). */
    void scaledTanh(
            final float slope, final float height, final float shift, final float[] x, final int xAt, final int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = shift + height * FloatTanh.of(slope * x[i]);
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
    public void rate(
            final float[] gain, final float[] decay, final float[] x, final int xAt, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = gain[i] - decay[i] * x[xAt + i];
        }
    }

    @Override
    public void semiImplicit(
            final double h, final float[] gain, final float[] decay, final float[] x, final int xAt, final int n) {
        final float step = (float) h;
        for (int i = 0; i < n; i++) {
            x[xAt + i] = (x[xAt + i] + step * gain[i]) / (1 + step * decay[i]);
        }
    }

    @Override
    public void charge(
            final double h,
            final float[] cm,
            final int cmAt,
            final float[] num,
            final float[] den,
            final float[] v,
            final int vAt,
            final int n) {
        final float step = (float) h;
        for (int i = 0; i < n; i++) {
            final float c = cm[cmAt + i];
            v[vAt + i] = (c * v[vAt + i] + step * num[i]) / (c + step * den[i]);
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
            q[qAt + i] = limit - limit * (float) Math.exp(-t * (Math.abs(w[wAt + i]) + Math.abs(from))) * from;
        }
    }
}
