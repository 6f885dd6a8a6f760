package gaitd.policies.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A TOML table read key by key. What is missing, of the wrong type or out of range becomes a problem, and a harmless value
 * in its place where problems are collected; {@link #end} makes a problem of every key that was not read.
 */
public final class TomlView extends TomlKeys {
    private static final int TEXT_MAX = 1000;

    TomlView(final TomlTable table, final String where, final Problems problems) {
        super(table, where, problems);
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
            return inner(inner, at("[" + key + "]"));
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
                return Optional.of(inner(inner, at("[[" + key + "]] " + count[0])));
            }
            wrong(name, item, "a table");
            return Optional.empty();
        });
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
}
