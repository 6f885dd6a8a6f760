package gaitd.policies.kernel;

import java.util.Arrays;

/** The reference: plain loops in double, functions of the platform's own library. */
public final class DoubleKernels implements Kernels<double[]> {
    /** The only one. */
    public static final DoubleKernels INSTANCE = new DoubleKernels();

    private DoubleKernels() {}

    @Override
    public double[] allocate(final int length) {
        return new double[length];
    }

    @Override
    public double precision() {
        return Math.ulp(1.0);
    }

    @Override
    public int length(final double[] array) {
        return array.length;
    }

    @Override
    public double get(final double[] array, final int at) {
        return array[at];
    }

    @Override
    public void set(final double[] array, final int at, final double value) {
        array[at] = value;
    }

    @Override
    public void copy(final double[] from, final int fromAt, final double[] to, final int toAt, final int n) {
        System.arraycopy(from, fromAt, to, toAt, n);
    }

    @Override
    public void fill(final double[] y, final int yAt, final int n, final double value) {
        Arrays.fill(y, yAt, yAt + n, value);
    }

    @Override
    public Matrix<double[]> matrix(final Synapses pattern) {
        return new DoubleSynapses(pattern, 1);
    }

    @Override
    public Conductances<double[]> conductances(final Synapses pattern) {
        return new DoubleSynapses(pattern, Conductances.FIELDS);
    }

    @Override
    public void activate(final Activation f, final double[] x, final int xAt, final int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = f.of(x[i]);
        }
    }

    @Override
    public void addScaled(
            final double a, final double[] x, final int xAt, final double[] y, final int yAt, final int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += a * x[xAt + i];
        }
    }

    @Override
    public void product(
            final double[] a,
            final int aAt,
            final double[] b,
            final int bAt,
            final double[] y,
            final int yAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] * b[bAt + i];
        }
    }

    @Override
    public void addProduct(
            final double[] a,
            final int aAt,
            final double[] b,
            final int bAt,
            final double[] y,
            final int yAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += a[aAt + i] * b[bAt + i];
        }
    }

    @Override
    public void blend(
            final double[] t,
            final int tAt,
            final double[] a,
            final int aAt,
            final double[] b,
            final int bAt,
            final double[] y,
            final int yAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] + t[tAt + i] * (b[bAt + i] - a[aAt + i]);
        }
    }

    @Override
    public void sum(final double[] a, final double[] b, final double[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[i] + b[i];
        }
    }

    @Override
    public void rate(final double[] gain, final double[] decay, final double[] x, final double[] y, final int n) {
        for (int i = 0; i < n; i++) {
            y[i] = gain[i] - decay[i] * x[i];
        }
    }

    @Override
    public void semiImplicit(final double h, final double[] gain, final double[] decay, final double[] x, final int n) {
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] + h * gain[i]) / (1 + h * decay[i]);
        }
    }

    @Override
    public void liquid(
            final double h,
            final Activation gate,
            final double[] potential,
            final double[] limit,
            final double[] leak,
            final double[] x,
            final int n) {
        activate(gate, potential, 0, n);
        for (int i = 0; i < n; i++) {
            final double f = potential[i];
            x[i] = (x[i] + h * f * limit[i]) / (1 + h * (leak[i] + f));
        }
    }

    @Override
    public void charge(
            final double h, final double[] cm, final double[] num, final double[] den, final double[] v, final int n) {
        for (int i = 0; i < n; i++) {
            v[i] = (cm[i] * v[i] + h * num[i]) / (cm[i] + h * den[i]);
        }
    }

    @Override
    public void approach(
            final double t,
            final double[] w,
            final int wAt,
            final double[] a,
            final int aAt,
            final double[] q,
            final int qAt,
            final int n) {
        for (int i = 0; i < n; i++) {
            final double from = q[qAt + i];
            final double limit = a[aAt + i];
            q[qAt + i] = limit - limit * StrictMath.exp(-t * (Math.abs(w[wAt + i]) + Math.abs(from))) * from;
        }
    }
}
