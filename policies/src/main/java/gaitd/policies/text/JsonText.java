package gaitd.policies.text;

import java.util.StringJoiner;

/** Writes JSON values, so that equal values give equal text. */
public final class JsonText {
    private JsonText() {}

    /**
     * A string; the escapes are those of TOML too.
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

    /**
     * A list of numbers.
     *
     * @param values all finite
     * @return the list in one line
     */
    public static String list(final double[] values) {
        final StringJoiner joined = new StringJoiner(",", "[", "]");
        for (final double value : values) {
            joined.add(Double.toString(value));
        }
        return joined.toString();
    }

    /**
     * A list of lists of numbers.
     *
     * @param rows all finite
     * @return one line a row
     */
    public static String rows(final double[][] rows) {
        final StringJoiner joined = new StringJoiner(",\n", "[", "]");
        for (final double[] row : rows) {
            joined.add(list(row));
        }
        return joined.toString();
    }
}
