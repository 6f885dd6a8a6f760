package gaitd.sim.task;

import gaitd.runtime.config.ConfigException;
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

/** A table of a task's file whose every key has to be asked for; refuses in one line. Start-up only. */
final class TaskTable {
    private final TomlTable table;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    private TaskTable(final TomlTable table, final String where) {
        this.table = table;
        this.where = where;
    }

    static TaskTable parse(final String text, final String name) {
        final TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            final TomlParseError error = toml.errors().getFirst();
            throw new ConfigException("%s, line %d: %s"
                    .formatted(name, error.position().line(), error.getMessage().replace('\n', ' ')));
        }
        return new TaskTable(toml, name);
    }

    ConfigException refusal(final String key, final String problem) {
        return new ConfigException("%s: %s %s".formatted(where, key, problem));
    }

    boolean has(final String key) {
        return table.contains(List.of(key));
    }

    private Object get(final String key) {
        asked.add(key);
        final Object value = table.get(List.of(key));
        if (value == null) {
            throw refusal(key, "is missing");
        }
        return value;
    }

    double number(final String key, final double min, final double max) {
        return number(key, get(key), min, max);
    }

    double number(final String key, final double min, final double max, final double otherwise) {
        return has(key) ? number(key, min, max) : otherwise;
    }

    private double number(final String key, final Object value, final double min, final double max) {
        if (value instanceof final Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw refusal(
                key,
                "= %s, expected a number from %s to %s"
                        .formatted(value instanceof Number || value instanceof String ? value : "a list", min, max));
    }

    int whole(final String key, final int min, final int max) {
        final Object value = get(key);
        if (value instanceof final Long number && number >= min && number <= max) {
            return number.intValue();
        }
        throw refusal(key, "= %s, expected a whole number from %d to %d".formatted(value, min, max));
    }

    /** Numbers of a list of this length, or one for all. */
    double[] numbers(final String key, final int count, final double min, final double max) {
        final Object value = get(key);
        final double[] numbers = new double[count];
        if (!(value instanceof final TomlArray list)) {
            Arrays.fill(numbers, number(key, value, min, max));
            return numbers;
        }
        if (list.size() != count) {
            throw refusal(key, "has %d values, expected %d or one number".formatted(list.size(), count));
        }
        for (int i = 0; i < count; i++) {
            numbers[i] = number(key + "[" + i + "]", list.get(i), min, max);
        }
        return numbers;
    }

    /** Least and greatest value. */
    double[] range(final String key, final double min, final double max) {
        final double[] ends = numbers(key, 2, min, max);
        if (ends[0] > ends[1]) {
            throw refusal(key, "= [%s, %s], its least value exceeds its greatest".formatted(ends[0], ends[1]));
        }
        return ends;
    }

    String text(final String key) {
        final Object value = get(key);
        if (value instanceof final String text) {
            return text;
        }
        throw refusal(key, "must be a text");
    }

    <E extends Enum<E>> E choice(final String key, final Class<E> type) {
        final String text = text(key);
        for (final E constant : type.getEnumConstants()) {
            if (lower(constant).equals(text)) {
                return constant;
            }
        }
        throw refusal(
                key,
                "= %s, expected one of %s"
                        .formatted(
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(TaskTable::lower)
                                        .collect(Collectors.joining(", "))));
    }

    static String lower(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    TaskTable table(final String key) {
        if (get(key) instanceof final TomlTable inner) {
            return new TaskTable(inner, where + " [" + key + "]");
        }
        throw refusal(key, "must be a table");
    }

    List<TaskTable> tables(final String key) {
        final List<TaskTable> tables = new ArrayList<>();
        if (get(key) instanceof final TomlArray list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof final TomlTable inner) {
                    tables.add(new TaskTable(inner, "%s [[%s]] %d".formatted(where, key, i + 1)));
                }
            }
            if (tables.size() == list.size() && !tables.isEmpty()) {
                return tables;
            }
        }
        throw refusal(key, "must be one table [[" + key + "]] or more");
    }

    /** The table as a text of its own, for another reader. */
    String toml(final String key) {
        if (get(key) instanceof final TomlTable inner) {
            return inner.toToml();
        }
        throw refusal(key, "must be a table");
    }

    /** Refuses every key that was not asked for. */
    void end() {
        for (final String key : table.keySet()) {
            if (!asked.contains(key)) {
                throw refusal(
                        key,
                        "is unknown, expected one of " + asked.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
