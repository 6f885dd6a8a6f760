package gaitd.bench.estimator;

import java.util.Locale;

/** Writes a recording as the table that {@link RecordingReader} reads. */
final class RecordingWriter {
    private RecordingWriter() {}

    /** All of it, a header line first. */
    static String text(final Recording recording) {
        final StringBuilder text = new StringBuilder(Column.TIME);
        for (final Column column : Column.values()) {
            if (recording.has(column)) {
                text.append(',').append(String.join(",", column.parts));
            }
        }
        for (int row = 0; row < recording.rows; row++) {
            text.append(String.format(Locale.ROOT, "%n%.4f", recording.timeS[row]));
            for (final Column column : Column.values()) {
                for (int i = 0; recording.has(column) && i < column.parts.length; i++) {
                    text.append(',').append(number(recording.get(column, row, i)));
                }
            }
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static String number(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }
}
