package gaitd.policies.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes TOML, one key a line, so that equal values give equal bytes. */
public final class TomlText {
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a table.
     *
     * @param header with its brackets
     * @return this
     */
    public TomlText table(final String header) {
        text.append('\n').append(header).append('\n');
        return this;
    }

    /**
     * Adds a text.
     *
     * @param key its name
     * @param value the text
     * @return this
     */
    public TomlText put(final String key, final String value) {
        return line(key, quote(value));
    }

    /**
     * Adds a whole number.
     *
     * @param key its name
     * @param value the number
     * @return this
     */
    public TomlText put(final String key, final long value) {
        return line(key, Long.toString(value));
    }

    /**
     * Adds a number.
     *
     * @param key its name
     * @param value the number
     * @return this
     */
    public TomlText put(final String key, final double value) {
        return line(key, Double.toString(value));
    }

    /**
     * Adds a switch.
     *
     * @param key its name
     * @param value the switch
     * @return this
     */
    public TomlText put(final String key, final boolean value) {
        return line(key, Boolean.toString(value));
    }

    /**
     * Adds a constant by its word.
     *
     * @param key its name
     * @param value the constant
     * @return this
     */
    public TomlText put(final String key, final Enum<?> value) {
        return put(key, Words.lower(value));
    }

    /**
     * Adds a list of numbers, or one number when all are equal.
     *
     * @param key its name
     * @param values the numbers
     * @return this
     */
    public TomlText put(final String key, final double[] values) {
        if (values.length > 0 && Arrays.stream(values).allMatch(v -> v == values[0])) {
            return put(key, values[0]);
        }
        return line(key, Arrays.toString(values));
    }

    /**
     * Adds a list of texts.
     *
     * @param key its name
     * @param values the texts
     * @return this
     */
    public TomlText texts(final String key, final List<String> values) {
        return line(key, values.stream().map(TomlText::quote).collect(Collectors.joining(", ", "[", "]")));
    }

    /**
     * Adds a list of whole numbers.
     *
     * @param key its name
     * @param values the numbers
     * @return this
     */
    public TomlText sizes(final String key, final List<Integer> values) {
        return line(key, values.toString());
    }

    /**
     * A text as a basic string of TOML.
     *
     * @param value any text
     * @return it in quotes
     */
    public static String quote(final String value) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 127) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private TomlText line(final String key, final String value) {
        text.append(key).append(" = ").append(value).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
