package gaitd.sim.identify;

import java.util.Arrays;

/**
 * Sums of weighted least squares, kept in parts by turns, so that what the parts disagree in tells how far the solution can be trusted.
 *
 * <p>Source of the variance: the jackknife over groups, Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11.
 * Allocates nothing after construction.
 */
final class NormalEquations {
    /** Parts. */
    static final int PARTS = 8;

    private static final int N = Unknowns.COUNT;

    private final double[] prior = new double[N];
    private final double[] precision = new double[N];
    private final double[][] matrix = new double[PARTS][N * (N + 1) / 2];
    private final double[][] right = new double[PARTS][N];
    private final double[] sum = new double[N * (N + 1) / 2];
    private final double[] factor = new double[N * (N + 1) / 2];
    private final double[] scratch = new double[N];

    NormalEquations() {
        Unknowns.believe(prior, precision);
        for (int i = 0; i < N; i++) {
            precision[i] = 1 / (precision[i] * precision[i]);
        }
    }

    /** Forgets every equation. */
    void clear() {
        for (int part = 0; part < PARTS; part++) {
            Arrays.fill(matrix[part], 0);
            Arrays.fill(right[part], 0);
        }
    }

    /** Adds an equation to a part: coefficients, then the right side. */
    void add(final int part, final double weight, final double[] row, final int at) {
        final double[] to = matrix[part];
        final double value = row[at + N];
        int k = 0;
        for (int i = 0; i < N; i++) {
            final double scaled = weight * row[at + i];
            right[part][i] += scaled * value;
            if (scaled == 0) {
                k += i + 1;
                continue;
            }
            for (int j = 0; j <= i; j++) {
                to[k] += scaled * row[at + j];
                k++;
            }
        }
    }

    /**
     * Solves.
     *
     * @param without a part to leave out, or -1
     * @param out overwritten, the unknowns
     */
    void solve(final int without, final double[] out) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < N; i++) {
            sum[at(i, i)] = precision[i];
            out[i] = precision[i] * prior[i];
        }
        for (int part = 0; part < PARTS; part++) {
            if (part != without) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += matrix[part][k];
                }
                for (int i = 0; i < N; i++) {
                    out[i] += right[part][i];
                }
            }
        }
        decompose();
        substitute(out);
    }

    /** Variances that the equations alone would have, with the weights as they are, after {@link #solve}. */
    void variance(final double[] out) {
        for (int i = 0; i < N; i++) {
            Arrays.fill(scratch, 0);
            scratch[i] = 1;
            substitute(scratch);
            out[i] = scratch[i];
        }
    }

    private static int at(final int i, final int j) {
        return i * (i + 1) / 2 + j;
    }

    private void decompose() {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double value = sum[at(i, j)];
                for (int k = 0; k < j; k++) {
                    value -= factor[at(i, k)] * factor[at(j, k)];
                }
                factor[at(i, j)] = i == j ? Math.sqrt(value) : value / factor[at(j, j)];
            }
        }
    }

    private void substitute(final double[] x) {
        for (int i = 0; i < N; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[at(i, k)] * x[k];
            }
            x[i] /= factor[at(i, i)];
        }
        for (int i = N - 1; i >= 0; i--) {
            for (int k = i + 1; k < N; k++) {
                x[i] -= factor[at(k, i)] * x[k];
            }
            x[i] /= factor[at(i, i)];
        }
    }

    /** Memory of all arrays, bytes. */
    static long bytes() {
        return 8L * ((PARTS + 2L) * N * (N + 1) / 2 + (PARTS + 3L) * N);
    }
}
