package gaitd.policies.text;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Keys of a TOML table: which are there, in which line, and which of them were not read. */
abstract class TomlKeys {
    private final TomlTable table;
    private final String where;
    private final Problems problems;
    private final TreeSet<String> asked = new TreeSet<>();

    TomlKeys(final TomlTable table, final String where, final Problems problems) {
        this.table = table;
        this.where = where;
        this.problems = problems;
    }

    /**
     * Whether a key is there; from now on it is a known one.
     *
     * @param key its name
     * @return true when it has a value
     */
    public boolean has(final String key) {
        asked.add(key);
        return table.keySet().contains(key);
    }

    /**
     * Names of all keys.
     *
     * @param maxCount how many there may be
     * @return sorted; none, and a problem, when there are more
     */
    public List<String> keys(final int maxCount) {
        if (table.size() > maxCount) {
            problem("", table.size() + " keys, expected at most " + maxCount);
            return List.of();
        }
        return table.keySet().stream().sorted().toList();
    }

    /**
     * Line in which a key that is there stands.
     *
     * @param key its name
     * @return from 1
     */
    public int line(final String key) {
        return table.inputPositionOf(List.of(key)).line();
    }

    /**
     * A value of any kind.
     *
     * @param key its name
     * @return String, Long, Double, Boolean, a date, or a List of such; null when it is missing or a table
     */
    public Object value(final String key) {
        asked.add(key);
        final Object value = table.get(List.of(key));
        if (value instanceof final TomlArray list) {
            return list.toList();
        }
        return value instanceof TomlTable ? null : value;
    }

    /**
     * Notes a problem of a value that this table cannot know.
     *
     * @param key its name, empty for the table itself
     * @param what what is wrong, and what was expected
     */
    public void problem(final String key, final String what) {
        problems.add(key.isEmpty() ? where : at(key), what);
    }

    /**
     * Keys that were not read.
     *
     * @return in the order of the file
     */
    public List<String> unknown() {
        return table.keySet().stream()
                .filter(key -> !asked.contains(key))
                .sorted(Comparator.comparingInt(this::line))
                .toList();
    }

    /**
     * Whether a key stands for a table.
     *
     * @param key its name
     * @return true when it does
     */
    public boolean isTable(final String key) {
        return table.get(List.of(key)) instanceof TomlTable;
    }

    /** Makes a problem of every key that was not asked for, with its line and the known one that is nearest. */
    public void end() {
        for (final String key : unknown()) {
            final String form = isTable(key) ? "table [%s]" : "key '%s'";
            final String nearest = Words.nearest(key, asked)
                    .map(known -> ", did you mean "
                            + form.substring(form.indexOf(' ') + 1).formatted(known) + "?")
                    .orElse("");
            problems.add(where, "line " + line(key) + ": unknown " + form.formatted(Words.oneLine(key)) + nearest);
        }
    }

    String at(final String key) {
        return where + " " + key;
    }

    Object get(final String key) {
        asked.add(key);
        final Object value = table.get(List.of(key));
        if (value == null) {
            problems.add(at(key), "is missing");
        }
        return value;
    }

    void wrong(final String key, final Object value, final String expected) {
        if (value != null) {
            problem(key, shown(value) + ", expected " + expected);
        }
    }

    private static String shown(final Object value) {
        if (value instanceof final TomlArray list) {
            return "a list of " + list.size();
        }
        return value instanceof TomlTable ? "a table" : Words.oneLine(value.toString());
    }

    TomlView inner(final TomlTable inner, final String place) {
        return new TomlView(inner, place, problems);
    }
}
