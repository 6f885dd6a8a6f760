package gaitd.robot.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON for the page: numbers rounded to visible precision, and null for NaN. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double STEPS_PER_UNIT = 1e5;

    private Json() {}

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Body {
        /**
         * Writes the fields.
         *
         * @param out inside an object
         * @throws IOException never: it writes to memory
         */
        void write(JsonGenerator out) throws IOException;
    }

    /**
     * Writes one object.
     *
     * @param body writes its fields
     * @return the text in UTF-8
     */
    static byte[] object(final Body body) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a number to five decimals.
     *
     * @param out where to
     * @param value the number; null is written when it is not finite
     * @throws IOException never: it writes to memory
     */
    static void number(final JsonGenerator out, final double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT);
        } else {
            out.writeNull();
        }
    }

    /**
     * Writes a named number to five decimals.
     *
     * @param out inside an object
     * @param name the field's name
     * @param value the number; null is written when it is not finite
     * @throws IOException never: it writes to memory
     */
    static void number(final JsonGenerator out, final String name, final double value) throws IOException {
        out.writeFieldName(name);
        number(out, value);
    }
}
