package gaitd.sim.planar;

/** Cholesky factor of a small positive definite matrix. Allocates nothing after construction. */
final class Cholesky {
    private final int n;
    private final double[] lower;

    Cholesky(final int n) {
        this.n = n;
        lower = new double[n * n];
    }

    /** Factors a matrix plus a diagonal times a factor. */
    void factor(final double[] matrix, final double[] diagonal, final double times) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * n + j] + (i == j ? times * diagonal[i] : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                lower[i * n + j] = i == j ? Math.sqrt(sum) : sum / lower[j * n + j];
            }
        }
    }

    /** Solves with the factor, in place. */
    void forward(final double[] b, final int at) {
        for (int i = 0; i < n; i++) {
            double sum = b[at + i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * n + k] * b[at + k];
            }
            b[at + i] = sum / lower[i * n + i];
        }
    }

    /** Solves with the factor's transpose, in place. */
    void backward(final double[] b, final int at) {
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[at + i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k * n + i] * b[at + k];
            }
            b[at + i] = sum / lower[i * n + i];
        }
    }
}
