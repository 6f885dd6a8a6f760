package gaitd.bench.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    private static final int ROWS = 120;

    @TempDir
    Path folder;

    /** Cells by row, the header first: every column, each value telling its place, gravity on z. */
    private final List<List<String>> table = new ArrayList<>();

    RecordingReaderTest() {
        final List<String> header = new ArrayList<>(List.of(Column.TIME));
        for (final Column column : Column.values()) {
            header.addAll(Arrays.asList(column.parts));
        }
        table.add(header);
        for (int row = 0; row < ROWS; row++) {
            final List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.3f", 3 + 0.005 * row)));
            for (final Column column : Column.values()) {
                for (int i = 0; i < column.parts.length; i++) {
                    final double value = column == Column.CONTACT
                            ? (row + i) % 2
                            : column == Column.ACCELEROMETER ? (i == 2 ? 9.8 : 0) : 0.001 * row + 0.1 * i;
                    cells.add(Double.toString(value));
                }
            }
            table.add(cells);
        }
    }

    private Path file() throws IOException {
        final Path file = folder.resolve("walk.csv");
        Files.write(file, table.stream().map(cells -> String.join(",", cells)).toList());
        return file;
    }

    private Recording read() throws IOException {
        return RecordingReader.read(file());
    }

    private String refusal() throws IOException {
        final Path file = file();
        final String line = assertThrows(ConfigException.class, () -> RecordingReader.read(file))
                .getMessage();
        assertTrue(line.startsWith(file.toString()) && !line.contains("\n"), line);
        return line.substring(file.toString().length());
    }

    private void set(final int line, final String column, final String text) {
        table.get(line - 1).set(table.getFirst().indexOf(column), text);
    }

    private void drop(final String... names) {
        for (final String name : names) {
            final int at = table.getFirst().indexOf(name);
            table.forEach(cells -> cells.remove(at));
        }
    }

    @Test
    void readsEveryValueWhereverItsColumnIs() throws IOException {
        for (final List<String> cells : table) {
            Collections.reverse(cells);
            cells.addFirst("turn left here");
        }
        table.getFirst().set(0, "note");
        final Recording recording = read();
        assertEquals(ROWS, recording.rows);
        assertEquals(0.005, recording.periodS, 1e-9);
        assertEquals(3.1, recording.timeS[20], 1e-9);
        assertEquals(0.02 + 1.1, recording.get(Column.TORQUE, 20, 11), 1e-9);
        final double[] contact = new double[4];
        recording.read(Column.CONTACT, 20, contact);
        assertArrayEquals(new double[] {0, 1, 0, 1}, contact);
    }

    @Test
    void doesWithoutTorqueAndWithoutOneOfContactAndCounts() throws IOException {
        drop(Column.TORQUE.parts);
        drop(Column.CONTACT.parts);
        final Recording counts = read();
        assertTrue(counts.has(Column.FOOT));
        assertFalse(counts.has(Column.TORQUE) || counts.has(Column.CONTACT));
        drop(Column.FOOT.parts);
        assertEquals(
                " line 1: column contact_FR, (0 or 1), or counts of the foot sensors, foot_FR and so on,, is missing;"
                        + " docs/estimator.md lists the columns of a recording",
                refusal());
    }

    @Test
    void refusesAColumnThatIsMissingOrThereTwice() throws IOException {
        drop("q_RR_thigh");
        assertTrue(refusal().startsWith(" line 1: column q_RR_thigh, rad, is missing"));
        table.getFirst().set(3, "gyro_x");
        assertEquals(" line 1: column gyro_x is there twice", refusal());
    }

    @Test
    void refusesHalfOfAnOptionalQuantity() throws IOException {
        drop("tau_RL_calf");
        assertTrue(refusal().startsWith(" line 1: column tau_RL_calf, N m, is missing"));
    }

    @Test
    void refusesWhatIsNoNumber() throws IOException {
        set(17, "acc_y", "x1");
        assertEquals(" line 17: acc_y is 'x1': expected a number", refusal());
        set(17, "acc_y", "NaN");
        assertEquals(" line 17: acc_y is 'NaN': expected a number", refusal());
        set(17, "acc_y", "");
        assertEquals(" line 17: acc_y is '': expected a number", refusal());
    }

    @Test
    void refusesALineOfAnotherLength() throws IOException {
        table.get(30).removeLast();
        assertTrue(refusal().startsWith(" line 31: has "));
    }

    @Test
    void refusesValuesOfAnotherUnit() throws IOException {
        set(9, "q_FL_calf", "-6.3");
        read();
        set(9, "q_FL_calf", "-120");
        assertEquals(" line 9: q_FL_calf = -120: expected -6.3 to 6.3 rad", refusal());
        set(9, "q_FL_calf", "0");
        set(40, "contact_RL", "0.5");
        assertEquals(" line 40: contact_RL = 0.5: expected contact (0 or 1)", refusal());
        set(40, "contact_RL", "1");
        for (int line = 2; line <= ROWS + 1; line++) {
            set(line, "acc_z", "1.0");
        }
        assertEquals(": the accelerometer's length is 1.000 on average: expected about 9.81 m/s^2", refusal());
    }

    @Test
    void refusesTimeThatJumpsOrStands() throws IOException {
        set(50, Column.TIME, "3.242");
        read();
        set(50, Column.TIME, "3.2441");
        assertTrue(refusal().startsWith(" line 50: time goes from 3.235 to 3.2441 s"));
        set(50, Column.TIME, "3.235");
        assertTrue(refusal().startsWith(" line 50: time goes from 3.235 to 3.235 s"));
    }

    @Test
    void refusesRowsThatAreMillisecondsOrMinutesApart() throws IOException {
        for (int line = 2; line <= ROWS + 1; line++) {
            set(line, Column.TIME, Integer.toString(5 * line));
        }
        assertEquals(": rows are 5 s apart: expected 0.001 to 0.02 s", refusal());
    }

    @Test
    void refusesAFileThatIsNoneOrTooShort() throws IOException {
        final Path none = folder.resolve("none.csv");
        assertEquals(
                none + ": there is no such file",
                assertThrows(ConfigException.class, () -> RecordingReader.read(none))
                        .getMessage());
        table.subList(100, table.size()).clear();
        assertEquals(": has 99 rows, expected a header line and at least 100 rows", refusal());
    }
}
