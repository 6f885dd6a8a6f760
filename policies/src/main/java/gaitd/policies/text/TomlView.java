package gaitd.policies.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A TOML table read key by key. What is missing, of the wrong type or out of range becomes a problem, and a harmless value
 * in its place where problems are collected; {@link #end} makes a problem of every key nobody asked for.
 */
public final class TomlView {
    private static final int TEXT_MAX = 1000;

    private final TomlTable table;
    private final String where;
    private final Problems problems;
    private final TreeSet<String> asked = new TreeSet<>();

    TomlView(final TomlTable table, final String where, final Problems problems) {
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
     * A text of at most 1000 characters.
     *
     * @param key its name
     * @return the text; empty, and a problem, when it is none
     */
    public String text(final String key) {
        final Object value = get(key);
        if (value instanceof final String text && text.length() <= TEXT_MAX) {
            return text;
        }
        wrong(key, value, "a text of at most " + TEXT_MAX + " characters");
        return "";
    }

    /**
     * A switch.
     *
     * @param key its name
     * @return the value; false, and a problem, when it is none
     */
    public boolean flag(final String key) {
        final Object value = get(key);
        if (value instanceof final Boolean flag) {
            return flag;
        }
        wrong(key, value, "true or false");
        return false;
    }

    /**
     * A whole number.
     *
     * @param key its name
     * @param min least that is taken
     * @param max greatest that is taken
     * @return the number; the least, and a problem, when it is none
     */
    public long whole(final String key, final long min, final long max) {
        final Object value = get(key);
        if (value instanceof final Long number && number >= min && number <= max) {
            return number;
        }
        wrong(key, value, "a whole number from " + min + " to " + max);
        return min;
    }

    /**
     * A whole number that is an int.
     *
     * @param key its name
     * @param min least that is taken
     * @param max greatest that is taken
     * @return the number; the least, and a problem, when it is none
     */
    public int size(final String key, final int min, final int max) {
        return (int) whole(key, min, max);
    }

    /**
     * A number.
     *
     * @param key its name
     * @param min least that is taken
     * @param max greatest that is taken
     * @return the number; the least, and a problem, when it is none
     */
    public double number(final String key, final double min, final double max) {
        return number(key, get(key), min, max);
    }

    /**
     * A number that may be left out.
     *
     * @param key its name
     * @param min least that is taken
     * @param max greatest that is taken
     * @param otherwise what it is when it is not there
     * @return the number; the least, and a problem, when it is none
     */
    public double number(final String key, final double min, final double max, final double otherwise) {
        return has(key) ? number(key, min, max) : otherwise;
    }

    private double number(final String key, final Object value, final double min, final double max) {
        if (value instanceof final Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        wrong(key, value, "a number from " + min + " to " + max);
        return min;
    }

    /**
     * A list of numbers, or one number for all.
     *
     * @param key its name
     * @param count how many there must be
     * @param min least that is taken
     * @param max greatest that is taken
     * @return so many numbers; a problem when they are not in the file
     */
    public double[] numbers(final String key, final int count, final double min, final double max) {
        final Object value = get(key);
        final double[] numbers = new double[count];
        if (value instanceof Number) {
            Arrays.fill(numbers, number(key, value, min, max));
            return numbers;
        }
        if (value instanceof final TomlArray list && list.size() == count) {
            for (int i = 0; i < count; i++) {
                numbers[i] = number(key + "[" + i + "]", list.get(i), min, max);
            }
            return numbers;
        }
        wrong(key, value, "one number or a list of " + count + ", each from " + min + " to " + max);
        return numbers;
    }

    /**
     * Least and greatest value, or one number for both.
     *
     * @param key its name
     * @param min least that is taken
     * @param max greatest that is taken
     * @return two numbers; a problem when they are not in the file or the wrong way round
     */
    public double[] range(final String key, final double min, final double max) {
        final double[] ends = numbers(key, 2, min, max);
        if (ends[0] > ends[1]) {
            problem(key, "[%s, %s], its least value exceeds its greatest".formatted(ends[0], ends[1]));
        }
        return ends;
    }

    /**
     * A list of texts.
     *
     * @param key its name
     * @param maxCount how many there may be
     * @return the texts; a problem for each that is none
     */
    public List<String> texts(final String key, final int maxCount) {
        return list(key, "texts", 0, maxCount, (name, item) -> {
            if (item instanceof final String text) {
                return Optional.of(text);
            }
            wrong(name, item, "a text");
            return Optional.empty();
        });
    }

    /**
     * A list of whole numbers.
     *
     * @param key its name
     * @param maxCount how many there may be
     * @param min least that is taken
     * @param max greatest that is taken
     * @return the numbers; a problem for each that is none
     */
    public List<Integer> sizes(final String key, final int maxCount, final int min, final int max) {
        return list(key, "whole numbers", 0, maxCount, (name, item) -> {
            if (item instanceof final Long size && size >= min && size <= max) {
                return Optional.of(size.intValue());
            }
            wrong(name, item, "a whole number from " + min + " to " + max);
            return Optional.empty();
        });
    }

    /**
     * One of an enum's constants.
     *
     * @param <E> the enum
     * @param key its name
     * @param type the enum
     * @return the constant that the word stands for; null, and a problem, when it is none
     */
    public <E extends Enum<E>> E choice(final String key, final Class<E> type) {
        final Object value = get(key);
        for (final E constant : type.getEnumConstants()) {
            if (Words.lower(constant).equals(value)) {
                return constant;
            }
        }
        wrong(key, value, "one of " + Words.all(type));
        return null;
    }

    /**
     * A table in this one.
     *
     * @param key its name
     * @return the table; null, and a problem, when it is none
     */
    public TomlView table(final String key) {
        final Object value = get(key);
        if (value instanceof final TomlTable inner) {
            return new TomlView(inner, at("[" + key + "]"), problems);
        }
        wrong(key, value, "a table");
        return null;
    }

    /**
     * A list of one table or more.
     *
     * @param key its name
     * @param maxCount how many there may be
     * @return the tables; none, and a problem, when there are none or too many
     */
    public List<TomlView> tables(final String key, final int maxCount) {
        final int[] count = {0};
        return list(key, "tables", 1, maxCount, (name, item) -> {
            count[0]++;
            if (item instanceof final TomlTable inner) {
                return Optional.of(new TomlView(inner, at("[[" + key + "]] " + count[0]), problems));
            }
            wrong(name, item, "a table");
            return Optional.empty();
        });
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
     * Keys that nobody asked for.
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

    private String at(final String key) {
        return where + " " + key;
    }

    private Object get(final String key) {
        asked.add(key);
        final Object value = table.get(List.of(key));
        if (value == null) {
            problems.add(at(key), "is missing");
        }
        return value;
    }

    private interface Item<T> {
        Optional<T> read(String name, Object value);
    }

    private <T> List<T> list(
            final String key, final String kind, final int minCount, final int maxCount, final Item<T> item) {
        final List<T> items = new ArrayList<>();
        final Object value = get(key);
        if (value instanceof final TomlArray list && list.size() >= minCount && list.size() <= maxCount) {
            for (int i = 0; i < list.size(); i++) {
                item.read(key + "[" + i + "]", list.get(i)).ifPresent(items::add);
            }
        } else {
            wrong(key, value, "a list of %d to %d %s".formatted(minCount, maxCount, kind));
        }
        return items;
    }

    private void wrong(final String key, final Object value, final String expected) {
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
}
