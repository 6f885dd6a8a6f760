package gaitd.policies.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes TOML, one key a line, so that equal values give equal bytes. */
final class TomlText {
    private final StringBuilder text = new StringBuilder();

    TomlText table(final String header) {
        text.append('\n').append(header).append('\n');
        return this;
    }

    TomlText put(final String key, final String value) {
        return line(key, JsonText.quote(value));
    }

    TomlText put(final String key, final long value) {
        return line(key, Long.toString(value));
    }

    TomlText put(final String key, final double value) {
        return line(key, Double.toString(value));
    }

    TomlText put(final String key, final boolean value) {
        return line(key, Boolean.toString(value));
    }

    TomlText put(final String key, final Enum<?> value) {
        return put(key, TomlView.lower(value));
    }

    /** One number when all are equal. */
    TomlText put(final String key, final double[] values) {
        if (values.length > 0 && Arrays.stream(values).allMatch(v -> v == values[0])) {
            return put(key, values[0]);
        }
        return line(key, Arrays.toString(values));
    }

    TomlText texts(final String key, final List<String> values) {
        return line(key, values.stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]")));
    }

    TomlText sizes(final String key, final List<Integer> values) {
        return line(key, values.toString());
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
