package gaitd.sim.mujoco;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Byte offsets of the fields of one MuJoCo version on 64-bit Linux.
 *
 * <p>They come from the table {@code layouts.txt}, made by compiling that version's public declarations. Immutable.
 */
final class Layout {
    private static final String TABLE = "layouts.txt";
    private static final Map<Integer, Layout> ALL = new HashMap<>();
    private static final String NAMES;

    static {
        NAMES = readTable();
    }

    /** First version that keeps trees of bounding volumes, which rewritten boxes would not be in. */
    private static final int MIDPHASE_SINCE = 300;

    private final int version;
    private final long[] offset;

    private Layout(final int version, final long[] offset) {
        this.version = version;
        this.offset = offset;
    }

    /**
     * Layout of a version.
     *
     * @param version as mj_version returns it, such as 222
     * @return null for a version that is not in the table
     */
    static Layout of(final int version) {
        return ALL.get(version);
    }

    /** Versions in the table, such as {@code 2.2.2, 3.3.0}. */
    static String names() {
        return NAMES;
    }

    /** Whether the version has a collision phase that must be off for {@link ColumnWindow}. */
    boolean hasMidphase() {
        return version >= MIDPHASE_SINCE;
    }

    /** Offset of a field from the start of its structure, bytes. */
    long at(final Field field) {
        return offset[field.ordinal()];
    }

    /** The same with a field at a wrong offset, for tests of {@link LibraryCheck}. */
    Layout with(final Field field, final long bytes) {
        final long[] moved = offset.clone();
        moved[field.ordinal()] = bytes;
        return new Layout(version, moved);
    }

    private static String readTable() {
        final Map<String, String[]> rows = new HashMap<>();
        final List<String> names = new ArrayList<>();
        try (InputStream in = Layout.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    final String[] cells = line.trim().split("\\s+", -1);
                    rows.put(cells[0], cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        final String[] versions = rows.get("version");
        final String[] name = rows.get("name");
        for (int column = 1; column < versions.length; column++) {
            final long[] offset = new long[Field.values().length];
            for (final Field field : Field.values()) {
                offset[field.ordinal()] = Long.parseLong(rows.get(field.key())[column]);
            }
            final int number = Integer.parseInt(versions[column]);
            ALL.put(number, new Layout(number, offset));
            names.add(name[column]);
        }
        return String.join(", ", names);
    }
}
