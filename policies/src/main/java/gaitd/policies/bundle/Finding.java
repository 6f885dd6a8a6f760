package gaitd.policies.bundle;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with a bundle.
 *
 * @param where the file, with the key or tensor
 * @param what what is wrong and what was expected, one line
 */
public record Finding(String where, String what) {
    private static final int LENGTH_MAX = 1000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\ufffd]+");

    /**
     * Made from any text.
     *
     * @param where the file, with the key or tensor
     * @param what what is wrong; control characters are replaced, too long a text is cut
     */
    public Finding {
        where = oneLine(where);
        what = oneLine(what);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }

    static String oneLine(final String text) {
        final String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + " ...";
    }
}
