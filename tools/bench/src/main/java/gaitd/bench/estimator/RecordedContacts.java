package gaitd.bench.estimator;

import gaitd.hal.A1;

/** Which feet of a recording stand in each row: its column of contacts, or its counts over a third of their range, later when asked. */
final class RecordedContacts {
    private static final double SHARE_OF_RANGE = 1 / 3.0;
    /** Swings are shorter than this; what is longer is no swing, as a robot that lies. */
    private static final double SWING_MAX_S = 1;

    private final boolean[] stands;
    private final int rows;
    private final double swingRowsMax;

    RecordedContacts(final Recording recording, final int delayRows) {
        rows = recording.rows;
        stands = new boolean[A1.LEGS * rows];
        swingRowsMax = SWING_MAX_S / recording.periodS;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final Column column = recording.has(Column.CONTACT) ? Column.CONTACT : Column.FOOT;
            final double over = column == Column.CONTACT ? 0.5 : threshold(recording, leg);
            for (int row = 0; row < rows; row++) {
                stands[A1.LEGS * row + leg] = recording.get(column, Math.max(0, row - delayRows), leg) > over;
            }
        }
    }

    private static double threshold(final Recording recording, final int leg) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < recording.rows; row++) {
            final double counts = recording.get(Column.FOOT, row, leg);
            least = Math.min(least, counts);
            most = Math.max(most, counts);
        }
        return least + SHARE_OF_RANGE * (most - least);
    }

    boolean stands(final int row, final int leg) {
        return stands[A1.LEGS * row + leg];
    }

    int standing(final int row) {
        int sum = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sum += stands(row, leg) ? 1 : 0;
        }
        return sum;
    }

    /** Share of the swing that is over; NaN in stance, and where a swing has no end in the recording or is too long for one. */
    double swingPhase(final int row, final int leg) {
        int from = row;
        int to = row;
        while (from >= 0 && !stands(from, leg)) {
            from--;
        }
        while (to < rows && !stands(to, leg)) {
            to++;
        }
        final boolean swings = from >= 0 && to < rows && to > row && to - from <= swingRowsMax;
        return swings ? (row - from) / (double) (to - from) : Double.NaN;
    }
}
