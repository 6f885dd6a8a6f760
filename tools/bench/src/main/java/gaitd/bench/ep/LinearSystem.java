package gaitd.bench.ep;

/** Gaussian elimination with the largest pivot of each column. */
final class LinearSystem {
    private LinearSystem() {}

    /** The solution of a x = b; a has n rows of n, both are changed. */
    static double[] solve(final double[] a, final double[] b) {
        final int n = b.length;
        for (int col = 0; col < n; col++) {
            int pivot = col;
            for (int row = col + 1; row < n; row++) {
                pivot = Math.abs(a[row * n + col]) > Math.abs(a[pivot * n + col]) ? row : pivot;
            }
            if (a[pivot * n + col] == 0) {
                throw new IllegalArgumentException("column " + col + " of the system depends on others");
            }
            swap(a, b, col, pivot);
            for (int row = col + 1; row < n; row++) {
                final double share = a[row * n + col] / a[col * n + col];
                for (int k = col; k < n; k++) {
                    a[row * n + k] -= share * a[col * n + k];
                }
                b[row] -= share * b[col];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                b[row] -= a[row * n + k] * b[k];
            }
            b[row] /= a[row * n + row];
        }
        return b;
    }

    private static void swap(final double[] a, final double[] b, final int i, final int j) {
        final int n = b.length;
        for (int k = 0; k < n && i != j; k++) {
            final double held = a[i * n + k];
            a[i * n + k] = a[j * n + k];
            a[j * n + k] = held;
        }
        final double held = b[i];
        b[i] = b[j];
        b[j] = held;
    }
}
