package gaitd.policies.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * A TOML table read key by key. What is missing, of the wrong type or out of range becomes a finding and a harmless value
 * in its place; {@link #end} makes a finding of every key nobody asked for.
 */
final class TomlView {
    /** Brackets open at once; a parser that recurses must not be led deeper. */
    private static final int DEPTH_MAX = 16;

    private static final int TEXT_MAX = 1000;

    private final TomlTable table;
    private final String where;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();

    private TomlView(final TomlTable table, final String where, final Findings findings) {
        this.table = table;
        this.where = where;
        this.findings = findings;
    }

    /** Parses a text; null, and a finding, when that is impossible. */
    static TomlView parse(final String text, final String label, final Findings findings) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth > DEPTH_MAX) {
                findings.add(label, "more than " + DEPTH_MAX + " brackets are open at once");
                return null;
            }
        }
        final TomlParseResult toml;
        try {
            toml = Toml.parse(text);
        } catch (final RuntimeException e) {
            findings.add(label, "cannot be read as TOML (" + e.getMessage() + ")");
            return null;
        }
        if (toml.hasErrors()) {
            final TomlParseError error = toml.errors().getFirst();
            findings.add(label, "line " + error.position().line() + ": " + error.getMessage());
            return null;
        }
        return new TomlView(toml, label, findings);
    }

    private String at(final String key) {
        return where + " " + key;
    }

    private Object get(final String key) {
        asked.add(key);
        final Object value = table.get(List.of(key));
        if (value == null) {
            findings.add(at(key), "is missing");
        }
        return value;
    }

    boolean has(final String key) {
        return table.keySet().contains(key);
    }

    /** Names of all keys, sorted; none, and a finding, when there are more than so many. */
    List<String> keys(final int maxCount) {
        if (table.size() > maxCount) {
            problem("", table.size() + " keys, expected at most " + maxCount);
            return List.of();
        }
        return table.keySet().stream().sorted().toList();
    }

    String text(final String key) {
        final Object value = get(key);
        if (value instanceof final String text && text.length() <= TEXT_MAX) {
            return text;
        }
        wrong(key, value, "a text of at most " + TEXT_MAX + " characters");
        return "";
    }

    boolean flag(final String key) {
        final Object value = get(key);
        if (value instanceof final Boolean flag) {
            return flag;
        }
        wrong(key, value, "true or false");
        return false;
    }

    long whole(final String key, final long min, final long max) {
        final Object value = get(key);
        if (value instanceof final Long number && number >= min && number <= max) {
            return number;
        }
        wrong(key, value, "a whole number from " + min + " to " + max);
        return min;
    }

    int size(final String key, final int min, final int max) {
        return (int) whole(key, min, max);
    }

    double number(final String key, final double min, final double max) {
        final Object value = get(key);
        if (isNumber(value, min, max)) {
            return ((Number) value).doubleValue();
        }
        wrong(key, value, "a number from " + min + " to " + max);
        return min;
    }

    /** A list of so many numbers, or one number for all. */
    double[] numbers(final String key, final int count, final double min, final double max) {
        final Object value = get(key);
        final double[] numbers = new double[count];
        if (isNumber(value, min, max)) {
            Arrays.fill(numbers, ((Number) value).doubleValue());
            return numbers;
        }
        if (value instanceof final TomlArray list && list.size() == count) {
            for (int i = 0; i < count; i++) {
                if (!isNumber(list.get(i), min, max)) {
                    wrong(key + "[" + i + "]", list.get(i), "a number from " + min + " to " + max);
                    return numbers;
                }
                numbers[i] = ((Number) list.get(i)).doubleValue();
            }
            return numbers;
        }
        wrong(
                key,
                value instanceof final TomlArray list ? list.size() + " values" : value,
                "one number or a list of " + count + ", each from " + min + " to " + max);
        return numbers;
    }

    private static boolean isNumber(final Object value, final double min, final double max) {
        return (value instanceof Double || value instanceof Long)
                && ((Number) value).doubleValue() >= min
                && ((Number) value).doubleValue() <= max;
    }

    List<String> texts(final String key, final int maxCount) {
        final Object value = get(key);
        final List<String> texts = new ArrayList<>();
        if (value instanceof final TomlArray list && list.size() <= maxCount) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof final String text) {
                    texts.add(text);
                } else {
                    wrong(key + "[" + i + "]", list.get(i), "a text");
                }
            }
            return texts;
        }
        wrong(key, value, "a list of at most " + maxCount + " texts");
        return texts;
    }

    List<Integer> sizes(final String key, final int maxCount, final int min, final int max) {
        final Object value = get(key);
        final List<Integer> sizes = new ArrayList<>();
        if (value instanceof final TomlArray list && list.size() <= maxCount) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof final Long size && size >= min && size <= max) {
                    sizes.add(size.intValue());
                } else {
                    wrong(key + "[" + i + "]", list.get(i), "a whole number from " + min + " to " + max);
                }
            }
            return sizes;
        }
        wrong(key, value, "a list of at most " + maxCount + " whole numbers");
        return sizes;
    }

    /** One of an enum's constants by its lower-case name; null when it is none. */
    <E extends Enum<E>> E choice(final String key, final Class<E> type) {
        final Object value = get(key);
        for (final E constant : type.getEnumConstants()) {
            if (lower(constant).equals(value)) {
                return constant;
            }
        }
        wrong(
                key,
                value,
                Arrays.stream(type.getEnumConstants()).map(TomlView::lower).collect(Collectors.joining(", ")));
        return null;
    }

    static String lower(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A table; an empty one, and a finding, when there is none. */
    TomlView table(final String key) {
        final Object value = get(key);
        if (value instanceof final TomlTable inner) {
            return new TomlView(inner, at("[" + key + "]"), findings);
        }
        wrong(key, value, "a table");
        return null;
    }

    List<TomlView> tables(final String key, final int maxCount) {
        final Object value = get(key);
        final List<TomlView> views = new ArrayList<>();
        if (value instanceof final TomlArray list && list.size() >= 1 && list.size() <= maxCount) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof final TomlTable inner) {
                    views.add(new TomlView(inner, at("[[" + key + "]] " + (i + 1)), findings));
                } else {
                    wrong(key + "[" + i + "]", list.get(i), "a table");
                }
            }
            return views;
        }
        wrong(
                key,
                value instanceof final TomlArray list ? list.size() + " tables" : value,
                "1 to " + maxCount + " tables");
        return views;
    }

    void problem(final String key, final String what) {
        findings.add(key.isEmpty() ? where : at(key), what);
    }

    private void wrong(final String key, final Object value, final String expected) {
        if (value != null) {
            final String shown =
                    value instanceof TomlArray || value instanceof TomlTable ? "a list or table" : value.toString();
            findings.add(at(key), shown + ", expected " + expected);
        }
    }

    /** Names every key that was not asked for. */
    void end() {
        for (final String key : table.keySet()) {
            if (!asked.contains(key)) {
                findings.add(where, "unknown key '" + key + "'");
            }
        }
    }
}
