package gaitd.lab.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a training's table, by their names; the training may be still under way. Immutable. */
public final class CurveTable {
    /** Begins the names of columns that hold a term of the reward. */
    public static final String TERM = "reward_";

    private final List<String> names;
    private final List<double[]> rows;

    private CurveTable(final List<String> names, final List<double[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    /**
     * Reads the table of a training.
     *
     * @param folder of the training
     * @return its iterations, none when its table has none
     * @throws IOException when there is no table that can be read
     */
    public static CurveTable read(final Path folder) throws IOException {
        final List<String> lines = Files.readAllLines(folder.resolve(TrainFolder.PROGRESS));
        final List<String> names =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(","));
        final List<double[]> rows = new ArrayList<>();
        for (final String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            final double[] row = row(line, names.size());
            if (row != null) {
                rows.add(row);
            }
        }
        return new CurveTable(names, rows);
    }

    /** Null for half a line. */
    private static double[] row(final String line, final int columns) {
        try {
            final double[] row = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return row.length == columns ? row : null;
        } catch (final NumberFormatException e) {
            return null;
        }
    }

    /**
     * Names of the columns.
     *
     * @return in the order of the table
     */
    public List<String> names() {
        return names;
    }

    /**
     * Two columns, where the second has a value.
     *
     * @param x name of the first
     * @param y name of the second
     * @return as many numbers of each
     * @throws IllegalArgumentException when there is no such column
     */
    public double[][] curve(final String x, final String y) {
        final int xAt = index(x);
        final int yAt = index(y);
        final List<double[]> known =
                rows.stream().filter(row -> Double.isFinite(row[yAt])).toList();
        return new double[][] {
            known.stream().mapToDouble(row -> row[xAt]).toArray(),
            known.stream().mapToDouble(row -> row[yAt]).toArray()
        };
    }

    private int index(final String name) {
        final int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + name + ", expected one of " + String.join(", ", names));
        }
        return at;
    }
}
