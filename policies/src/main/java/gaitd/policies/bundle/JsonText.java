package gaitd.policies.bundle;

import java.util.StringJoiner;

/** Writes JSON values, so that equal values give equal text. */
final class JsonText {
    private JsonText() {}

    /** A string; the escapes are those of TOML too. */
    static String quote(final String value) {
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

    static String list(final double[] values) {
        final StringJoiner joined = new StringJoiner(",", "[", "]");
        for (final double value : values) {
            joined.add(Double.toString(value));
        }
        return joined.toString();
    }

    static String rows(final double[][] rows) {
        final StringJoiner joined = new StringJoiner(",\n", "[", "]");
        for (final double[] row : rows) {
            joined.add(list(row));
        }
        return joined.toString();
    }
}
