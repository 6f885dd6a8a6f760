package gaitd.policies.text;

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
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private JsonReader(final String text) {
        this.text = text;
    }

    /**
     * Reads one value.
     *
     * @param text the whole text
     * @return {@code Map<String, Object>}, {@code List<Object>}, String, Long, Double, Boolean or null
     * @throws FormatException when it is not JSON, with the place
     */
    public static Object parse(final String text) throws FormatException {
        final JsonReader reader = new JsonReader(text);
        final Object value = reader.value(0);
        if (reader.peek() != 0 || reader.at < text.length()) {
            throw reader.wrong("the end of the text");
        }
        return value;
    }

    private Object value(final int depth) throws FormatException {
        if (depth > DEPTH_LIMIT) {
            throw wrong("at most " + DEPTH_LIMIT + " levels");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(final int depth) throws FormatException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return fields;
        }
        while (true) {
            if (peek() != '"') {
                throw wrong("a key");
            }
            final String key = string();
            if (fields.containsKey(key)) {
                throw wrong("a key that was not given before (" + key + ")");
            }
            expect(':');
            fields.put(key, value(depth + 1));
            if (!another('}')) {
                return fields;
            }
        }
    }

    private List<Object> array(final int depth) throws FormatException {
        final List<Object> items = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (another(']'));
        return items;
    }

    private boolean another(final char end) throws FormatException {
        final char next = peek();
        if (next != ',' && next != end) {
            throw wrong(", or " + end);
        }
        at++;
        return next == ',';
    }

    private String string() throws FormatException {
        final StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            final char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                at--;
                throw wrong("no control character in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("the end of a string");
    }

    private char escaped() throws FormatException {
        final char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape");
        };
    }

    private char unicode() throws FormatException {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            final int digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
            if (digit < 0) {
                throw wrong("four hexadecimal digits");
            }
            code = code * HEX + digit;
            at++;
        }
        return (char) code;
    }

    private Object word(final String word, final Object value) throws FormatException {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private Object number() throws FormatException {
        final int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        final String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            at = start;
            throw wrong("a value");
        }
        try {
            return Long.valueOf(digits);
        } catch (final NumberFormatException e) {
            return finite(digits, start);
        }
    }

    private Double finite(final String digits, final int start) throws FormatException {
        final double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            at = start;
            throw wrong("a number in the range of double");
        }
        return value;
    }

    private void expect(final char c) throws FormatException {
        if (peek() != c) {
            throw wrong("" + c);
        }
        at++;
    }

    /** The next character that is not a blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private FormatException wrong(final String expected) {
        return new FormatException("not JSON at character " + at + ": expected " + expected);
    }
}
