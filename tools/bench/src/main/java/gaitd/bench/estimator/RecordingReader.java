package gaitd.bench.estimator;

import gaitd.policies.text.Words;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a recording from a table with a header line and commas, or refuses it in one line that names file, line and column. */
final class RecordingReader {
    private static final double LEAST_PERIOD_S = 0.001;
    private static final double GREATEST_PERIOD_S = 0.02;
    private static final int LEAST_ROWS = 100;
    /** How far a step of time may be from the usual one, times it. */
    private static final double UNEVEN = 0.5;

    private static final double LEAST_FORCE_M_S2 = 8;
    private static final double GREATEST_FORCE_M_S2 = 12;

    private final String file;
    private final Map<String, Integer> places = new HashMap<>();
    private String[] header;

    private RecordingReader(final String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file a table
     * @return the recording
     * @throws ConfigException in one line when it is none
     */
    static Recording read(final Path file) {
        final String name = file.toString();
        try {
            return new RecordingReader(name).parse(Files.readAllLines(file));
        } catch (final NoSuchFileException e) {
            throw new ConfigException(name + ": there is no such file");
        } catch (final AccessDeniedException e) {
            throw new ConfigException(name + ": no permission to read it");
        } catch (final CharacterCodingException e) {
            throw new ConfigException(name + ": is not a text in UTF-8");
        } catch (final IOException e) {
            throw new ConfigException(name + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private Recording parse(final List<String> lines) {
        final int end = lines.size() > 1 && lines.getLast().isBlank() ? lines.size() - 1 : lines.size();
        if (end < 1 + LEAST_ROWS) {
            throw new ConfigException(file + ": has " + Math.max(0, end - 1)
                    + " rows, expected a header line and at least " + LEAST_ROWS + " rows");
        }
        readHeader(lines.getFirst());
        final int rows = end - 1;
        final double[] timeS = new double[rows];
        final double[][] values = new double[Column.values().length][];
        for (final Column column : Column.values()) {
            if (isThere(column)) {
                values[column.ordinal()] = new double[rows * column.parts.length];
            }
        }
        for (int row = 0; row < rows; row++) {
            readRow(row, lines.get(row + 1), timeS, values);
        }
        final double periodS = period(timeS);
        final Recording recording = new Recording(file, periodS, timeS, values);
        checkForce(recording);
        return recording;
    }

    private void readHeader(final String line) {
        header = line.split(",", -1);
        for (int i = 0; i < header.length; i++) {
            header[i] = header[i].strip();
            if (places.put(header[i], i) != null) {
                throw new ConfigException(file + " line 1: column " + Words.oneLine(header[i]) + " is there twice");
            }
        }
        need(Column.TIME, "s");
        for (final Column column : Column.values()) {
            if (column.needed || isThere(column)) {
                for (final String part : column.parts) {
                    need(part, column.unit);
                }
            }
        }
        if (!isThere(Column.CONTACT) && !isThere(Column.FOOT)) {
            need(Column.CONTACT.parts[0], Column.CONTACT.unit + ", or counts of the foot sensors, foot_FR and so on,");
        }
    }

    private void need(final String name, final String unit) {
        if (!places.containsKey(name)) {
            throw new ConfigException(file + " line 1: column " + name + ", " + unit
                    + ", is missing; docs/estimator.md lists the columns of a recording");
        }
    }

    private boolean isThere(final Column column) {
        return Arrays.stream(column.parts).anyMatch(places::containsKey);
    }

    private void readRow(final int row, final String line, final double[] timeS, final double[][] values) {
        final String[] fields = line.split(",", -1);
        if (fields.length != header.length) {
            throw new ConfigException("%s line %d: has %d values, the header names %d"
                    .formatted(file, row + 2, fields.length, header.length));
        }
        timeS[row] = number(row, fields, Column.TIME);
        for (final Column column : Column.values()) {
            final double[] into = values[column.ordinal()];
            for (int i = 0; into != null && i < column.parts.length; i++) {
                final double value = number(row, fields, column.parts[i]);
                final boolean wrong =
                        column == Column.CONTACT ? value != 0 && value != 1 : !(Math.abs(value) <= column.max);
                if (wrong) {
                    throw new ConfigException("%s line %d: %s = %s: expected %s %s"
                            .formatted(
                                    file,
                                    row + 2,
                                    column.parts[i],
                                    Config.plain(value),
                                    column == Column.CONTACT
                                            ? "contact"
                                            : Config.plain(-column.max) + " to " + Config.plain(column.max),
                                    column.unit));
                }
                into[row * column.parts.length + i] = value;
            }
        }
    }

    private double number(final int row, final String[] fields, final String name) {
        final String text = fields[places.get(name)].strip();
        try {
            final double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (final NumberFormatException e) {
            // refused below, as what is no finite number
        }
        throw new ConfigException(
                file + " line " + (row + 2) + ": " + name + " is '" + Words.oneLine(text) + "': expected a number");
    }

    private double period(final double[] timeS) {
        final double[] steps = new double[timeS.length - 1];
        Arrays.setAll(steps, i -> timeS[i + 1] - timeS[i]);
        Arrays.sort(steps);
        final double usual = steps[steps.length / 2];
        if (!(usual >= LEAST_PERIOD_S && usual <= GREATEST_PERIOD_S)) {
            throw new ConfigException("%s: rows are %s s apart: expected %s to %s s"
                    .formatted(
                            file, Config.plain(usual), Config.plain(LEAST_PERIOD_S), Config.plain(GREATEST_PERIOD_S)));
        }
        for (int i = 1; i < timeS.length; i++) {
            final double step = timeS[i] - timeS[i - 1];
            if (Math.abs(step - usual) > UNEVEN * usual) {
                throw new ConfigException("%s line %d: time goes from %s to %s s: expected steps of about %.4f s"
                        .formatted(file, i + 2, Config.plain(timeS[i - 1]), Config.plain(timeS[i]), usual));
            }
        }
        return (timeS[timeS.length - 1] - timeS[0]) / (timeS.length - 1);
    }

    /** Units: what no range shows, as an accelerometer in g. */
    private void checkForce(final Recording recording) {
        double sum = 0;
        final double[] a = new double[3];
        for (int row = 0; row < recording.rows; row++) {
            recording.read(Column.ACCELEROMETER, row, a);
            sum += Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
        }
        final double mean = sum / recording.rows;
        if (!(mean >= LEAST_FORCE_M_S2 && mean <= GREATEST_FORCE_M_S2)) {
            throw new ConfigException("%s: the accelerometer's length is %.3f on average: expected about 9.81 m/s^2"
                    .formatted(file, mean));
        }
    }
}
