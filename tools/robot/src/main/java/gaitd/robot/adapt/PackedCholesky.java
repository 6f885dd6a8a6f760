package gaitd.robot.adapt;

/** Cholesky factor L of a positive definite matrix A = L L', the lower half row by row. Allocates nothing after construction. */
final class PackedCholesky {
    /** The lower half of the matrix, written by the caller; of its factor after {@link #decompose}. */
    final double[] lower;

    private final int size;

    /**
     * Zeros.
     *
     * @param size rows of the matrix
     */
    PackedCholesky(final int size) {
        this.size = size;
        lower = new double[size * (size + 1) / 2];
    }

    /** Index of an element at or below the diagonal. */
    static int at(final int row, final int column) {
        return row * (row + 1) / 2 + column;
    }

    /**
     * Replaces the matrix by its factor.
     *
     * @return logarithm of the matrix's determinant
     */
    double decompose() {
        double logs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = lower[at(i, j)];
                for (int k = 0; k < j; k++) {
                    value -= lower[at(i, k)] * lower[at(j, k)];
                }
                lower[at(i, j)] = i == j ? Math.sqrt(value) : value / lower[at(j, j)];
            }
            logs += 2 * StrictMath.log(lower[at(i, i)]);
        }
        return logs;
    }

    /** Replaces x by L^-1 x. */
    void forward(final double[] x) {
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[at(i, k)] * x[k];
            }
            x[i] /= lower[at(i, i)];
        }
    }

    /** Replaces x by L'^-1 x. */
    void backward(final double[] x) {
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[at(k, i)] * x[k];
            }
            x[i] /= lower[at(i, i)];
        }
    }
}
