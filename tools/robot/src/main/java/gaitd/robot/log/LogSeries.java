package gaitd.robot.log;

import gaitd.hal.A1;
import gaitd.runtime.frame.FieldKind;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of some fields over time, as many points as a picture shows: a long recording is thinned evenly. Not thread-safe. */
public final class LogSeries {
    private static final int POINTS_MAX = 6000;
    private static final List<String> AXES = List.of("x", "y", "z");

    private final List<TickField> fields;
    private final int columns;
    private final double[][] values;
    private final double[] timeS = new double[POINTS_MAX];
    private int points;
    private long every = 1;
    private long seen;

    /** Of fields that share a picture. */
    LogSeries(final List<TickField> fields) {
        this.fields = List.copyOf(fields);
        columns = fields.stream().mapToInt(field -> field.count).sum();
        values = new double[columns][POINTS_MAX];
    }

    /** Takes a frame, s after the recording's begin. */
    void add(final double seconds, final TickFrame frame) {
        if (seen++ % every != 0) {
            return;
        }
        if (points == POINTS_MAX) {
            thin();
            if ((seen - 1) % every != 0) {
                return;
            }
        }
        timeS[points] = seconds;
        int column = 0;
        for (final TickField field : fields) {
            for (int i = 0; i < field.count; i++) {
                values[column++][points] = real(field) ? frame.real(field, i) : frame.get(field, i);
            }
        }
        points++;
    }

    private static boolean real(final TickField field) {
        return field.kind == FieldKind.F32 || field.kind == FieldKind.F64;
    }

    private void thin() {
        every *= 2;
        points /= 2;
        for (int i = 0; i < points; i++) {
            timeS[i] = timeS[2 * i];
            for (final double[] column : values) {
                column[i] = column[2 * i];
            }
        }
    }

    /** Name of the picture's file, without its ending. */
    String name() {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    /**
     * What is shown.
     *
     * @return names of the fields in words
     */
    public String title() {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /**
     * Unit of the values.
     *
     * @return of all fields that differ in it
     */
    public String unit() {
        return fields.stream().map(field -> field.unit).distinct().collect(Collectors.joining("; "));
    }

    /**
     * One name a line.
     *
     * @return in the order of {@link #values()}
     */
    public List<String> names() {
        final List<String> names = new ArrayList<>();
        for (final TickField field : fields) {
            final String whole = fields.size() == 1
                    ? ""
                    : field.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
            for (int i = 0; i < field.count; i++) {
                names.add((whole + part(field, i)).strip());
            }
        }
        return names;
    }

    private static String part(final TickField field, final int i) {
        return switch (field.count) {
            case 1 -> field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case A1.JOINTS -> A1.jointName(i);
            case A1.LEGS -> A1.legName(i);
            case 3 -> AXES.get(i);
            default -> Integer.toString(i);
        };
    }

    /**
     * When.
     *
     * @return s after the recording's begin, rising
     */
    public double[] timeS() {
        return Arrays.copyOf(timeS, points);
    }

    /**
     * What.
     *
     * @return lines x points
     */
    public double[][] values() {
        return Arrays.stream(values)
                .map(column -> Arrays.copyOf(column, points))
                .toArray(double[][]::new);
    }

    /** How many ticks one point stands for. */
    long every() {
        return every;
    }

    boolean isEmpty() {
        return points == 0;
    }
}
