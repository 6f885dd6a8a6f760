package gaitd.sim.fault;

/** Rows of numbers of the last second with their times, for values that come late. Allocates nothing after construction. */
final class ValueHistory {
    /** Enough for a second of states at the highest rate. */
    private static final int ROWS = 2048;

    private final double[] timeS = new double[ROWS];
    private final double[][] rows;
    private long count;

    ValueHistory(final int width) {
        rows = new double[ROWS][width];
    }

    void clear() {
        count = 0;
    }

    /** Adds a row; times do not decrease. */
    void put(final double nowS, final double[] row) {
        final int slot = (int) (count % ROWS);
        timeS[slot] = nowS;
        System.arraycopy(row, 0, rows[slot], 0, rows[slot].length);
        count++;
    }

    /** The newest row that is not after a time, or the oldest that is left. */
    void get(final double whenS, final double[] out) {
        final long oldest = Math.max(0, count - ROWS);
        long found = count - 1;
        while (found > oldest && timeS[(int) (found % ROWS)] > whenS) {
            found--;
        }
        final double[] row = rows[(int) (found % ROWS)];
        System.arraycopy(row, 0, out, 0, row.length);
    }
}
