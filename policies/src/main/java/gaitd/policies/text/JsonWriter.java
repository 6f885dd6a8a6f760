package gaitd.policies.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes maps, lists, arrays, records, texts, switches and numbers as JSON. What is no finite number becomes null, since JSON has
 * no word for it.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private JsonWriter(final JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes a value in one line.
     *
     * @param value of the kinds above
     * @return its text
     * @throws IllegalArgumentException when it holds something of another kind
     */
    public static String line(final Object value) {
        return write(value, false);
    }

    /**
     * Writes a value, one field a line.
     *
     * @param value of the kinds above
     * @return its text
     * @throws IllegalArgumentException when it holds something of another kind
     */
    public static String lines(final Object value) {
        return write(value, true);
    }

    private static String write(final Object value, final boolean indented) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            if (indented) {
                out.useDefaultPrettyPrinter();
            }
            new JsonWriter(out).value(value);
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void value(final Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case final String text -> out.writeString(text);
            case final Enum<?> constant -> out.writeString(constant.name());
            case final Boolean flag -> out.writeBoolean(flag);
            case final Integer number -> out.writeNumber(number);
            case final Long number -> out.writeNumber(number);
            case final Float number when Float.isFinite(number) -> out.writeNumber(number);
            case final Double number when Double.isFinite(number) -> out.writeNumber(number);
            case Float _, Double _ -> out.writeNull();
            case final Map<?, ?> map -> object(map);
            case final Iterable<?> list -> array(list);
            case final Object[] list -> array(Arrays.asList(list));
            case final double[] list -> array(Arrays.stream(list).boxed().toList());
            case final int[] list -> array(Arrays.stream(list).boxed().toList());
            case final long[] list -> array(Arrays.stream(list).boxed().toList());
            case final Record fields -> fields(fields);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void object(final Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(entry.getKey().toString());
            value(entry.getValue());
        }
        out.writeEndObject();
    }

    private void fields(final Record fields) throws IOException {
        out.writeStartObject();
        for (final RecordComponent component : fields.getClass().getRecordComponents()) {
            out.writeFieldName(component.getName());
            final Method accessor = component.getAccessor();
            // Records of other packages need not be public.
            accessor.setAccessible(true);
            try {
                value(accessor.invoke(fields));
            } catch (final ReflectiveOperationException e) {
                throw new IllegalArgumentException("no JSON for " + fields.getClass(), e);
            }
        }
        out.writeEndObject();
    }

    private void array(final Iterable<?> list) throws IOException {
        out.writeStartArray();
        for (final Object item : list) {
            value(item);
        }
        out.writeEndArray();
    }
}
