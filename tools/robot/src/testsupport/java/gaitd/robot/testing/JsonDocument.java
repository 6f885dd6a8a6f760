package gaitd.robot.testing;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A JSON value as tests look at it: by a path of keys and indices. */
public record JsonDocument(Object value) {
    public static JsonDocument of(final Path file) throws IOException {
        return of(Files.readString(file));
    }

    public static JsonDocument of(final byte[] text) throws FormatException {
        return of(new String(text, StandardCharsets.UTF_8));
    }

    public static JsonDocument of(final String text) throws FormatException {
        return new JsonDocument(JsonReader.parse(text));
    }

    /** The value at a path; what is not there is an error. */
    public JsonDocument at(final Object... path) {
        Object inner = value;
        for (final Object step : path) {
            if (inner instanceof final Map<?, ?> map && map.containsKey(step)) {
                inner = map.get(step);
            } else if (inner instanceof final List<?> list && step instanceof final Integer index) {
                inner = list.get(index);
            } else {
                throw new NoSuchElementException(step + " in " + inner);
            }
        }
        return new JsonDocument(inner);
    }

    public boolean has(final String key) {
        return ((Map<?, ?>) value).containsKey(key);
    }

    public double number(final Object... path) {
        return ((Number) at(path).value).doubleValue();
    }

    public String text(final Object... path) {
        return (String) at(path).value;
    }

    public boolean flag(final Object... path) {
        return (Boolean) at(path).value;
    }

    public boolean isNumber(final String key) {
        return ((Map<?, ?>) value).get(key) instanceof Number;
    }

    public boolean isNull(final Object... path) {
        return at(path).value == null;
    }

    /** Number of items or fields. */
    public int size(final Object... path) {
        final Object inner = at(path).value;
        return inner instanceof final Map<?, ?> map ? map.size() : ((List<?>) inner).size();
    }

    /** Items of a list. */
    public List<JsonDocument> items(final Object... path) {
        return ((List<?>) at(path).value).stream().map(JsonDocument::new).toList();
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
