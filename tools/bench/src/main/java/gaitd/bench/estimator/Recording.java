package gaitd.bench.estimator;

/**
 * A recording of a walking robot with ground truth: rows at even times, joints and legs in the usual order.
 *
 * <p>Arrays are row after row. Not modified after it was made.
 */
final class Recording {
    /** What to call it. */
    final String name;
    /** Time from row to row, s. */
    final double periodS;
    /** Rows. */
    final int rows;
    /** Times, s. */
    final double[] timeS;
    /** Values by column, in the order of {@link Column}; null for an optional one that is not there. */
    final double[][] values;

    Recording(final String name, final double periodS, final double[] timeS, final double[][] values) {
        this.name = name;
        this.periodS = periodS;
        this.timeS = timeS;
        this.rows = timeS.length;
        this.values = values;
    }

    boolean has(final Column column) {
        return values[column.ordinal()] != null;
    }

    /** One number of a column. */
    double get(final Column column, final int row, final int index) {
        return values[column.ordinal()][row * column.parts.length + index];
    }

    /** A row of a column into an array. */
    void read(final Column column, final int row, final double[] out) {
        System.arraycopy(values[column.ordinal()], row * column.parts.length, out, 0, column.parts.length);
    }
}
