package gaitd.robot.view;

import gaitd.policies.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A JSON object for the page, in the order of its fields: numbers rounded to visible precision, and null for NaN. */
final class Json {
    private static final double STEPS_PER_UNIT = 1e5;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * Adds a value as it is.
     *
     * @param name the field's name
     * @param value what {@link JsonWriter} takes
     * @return this
     */
    Json put(final String name, final Object value) {
        fields.put(name, value instanceof final Json inner ? inner.fields : value);
        return this;
    }

    /**
     * Adds a number to five decimals.
     *
     * @param name the field's name
     * @param value the number; null is written when it is not finite
     * @return this
     */
    Json number(final String name, final double value) {
        return put(name, rounded(value));
    }

    /**
     * Adds a list of numbers to five decimals.
     *
     * @param name the field's name
     * @param count how many
     * @param value each by its index; null is written for one that is not finite
     * @return this
     */
    Json numbers(final String name, final int count, final IntToDoubleFunction value) {
        final double[] list = new double[count];
        Arrays.setAll(list, i -> rounded(value.applyAsDouble(i)));
        return put(name, list);
    }

    /**
     * The object, to be one of a list.
     *
     * @return its fields in their order
     */
    Map<String, Object> fields() {
        return fields;
    }

    /**
     * The object as text.
     *
     * @return JSON in UTF-8
     */
    byte[] utf8() {
        return JsonWriter.line(fields).getBytes(StandardCharsets.UTF_8);
    }

    /** A number to five decimals; one that is not finite as it is. */
    static double rounded(final double value) {
        return Double.isFinite(value) ? Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT : value;
    }
}
