package gaitd.policies.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strict JSON (RFC 8259) to maps, lists, strings, longs, doubles, booleans and null. Refuses a key given twice, nesting beyond
 * 64 levels, a number that is not finite, and anything behind the value.
 */
public final class JsonReader {
    private static final int DEPTH_LIMIT = 64;

    /** Names are not kept for later, so that hostile files leave nothing behind. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_LIMIT).build())
            .build();

    private final JsonParser parser;

    private JsonReader(final JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one value.
     *
     * @param text the whole text
     * @return {@code Map<String, Object>}, {@code List<Object>}, String, Long, Double, Boolean or null
     * @throws FormatException when it is not JSON, with the place
     */
    public static Object parse(final String text) throws FormatException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).whole();
        } catch (final FormatException e) {
            throw e;
        } catch (final IOException e) {
            throw new FormatException("cannot be read: " + e.getMessage());
        }
    }

    private Object whole() throws IOException {
        try {
            parser.nextToken();
            final Object value = value();
            if (parser.nextToken() != null) {
                throw wrong("expected the end of the text");
            }
            return value;
        } catch (final JsonProcessingException e) {
            // A limit that is exceeded does not tell the place.
            throw wrong(e.getLocation() == null ? parser.currentLocation() : e.getLocation(), e.getOriginalMessage());
        }
    }

    private Object value() throws IOException {
        final JsonToken token = parser.currentToken();
        if (token == null) {
            throw wrong("expected a value");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> finite();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw wrong("expected a value");
        };
    }

    private Map<String, Object> object() throws IOException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String key = parser.currentName();
            parser.nextToken();
            fields.put(key, value());
        }
        return fields;
    }

    private List<Object> array() throws IOException {
        final List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    /** A long, or the nearest double of what exceeds it. */
    private Number integer() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? finite() : (Number) parser.getLongValue();
    }

    private Double finite() throws IOException {
        final double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw wrong("expected a number in the range of double");
        }
        return value;
    }

    private FormatException wrong(final String what) {
        return wrong(parser.currentTokenLocation(), what);
    }

    private static FormatException wrong(final JsonLocation at, final String what) {
        return new FormatException(
                "not JSON, line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), Words.oneLine(what)));
    }
}
