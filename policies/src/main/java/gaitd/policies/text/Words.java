package gaitd.policies.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Constants as the words that files and command lines call them by, and the word that was probably meant. */
public final class Words {
    /** One letter in so many may be wrong for a word to be proposed. */
    private static final int LETTERS_PER_SLIP = 3;

    private static final int LENGTH_MAX = 1000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\ufffd]+");

    private Words() {}

    /**
     * The word of a constant.
     *
     * @param constant of any enum
     * @return its name in lower case
     */
    public static String lower(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * All words of an enum.
     *
     * @param type the enum
     * @return in order of declaration, with commas between
     */
    public static String all(final Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::lower).collect(Collectors.joining(", "));
    }

    /**
     * The known word that another was probably meant to be.
     *
     * @param word as it was written
     * @param known words that exist
     * @return the one with the fewest slips (a letter wrong, missing, too many, or two exchanged), when these are few
     */
    public static Optional<String> nearest(final String word, final Collection<String> known) {
        return known.stream()
                .filter(each -> slips(word, each) * LETTERS_PER_SLIP <= Math.max(word.length(), each.length()))
                .min(Comparator.<String>comparingInt(each -> slips(word, each)).thenComparing(each -> each));
    }

    /**
     * Text of a file, shortened for a message of one line.
     *
     * @param text any text
     * @return its beginning, with a blank for what begins a new line or moves the cursor
     */
    public static String oneLine(final String text) {
        final String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + " ...";
    }

    /** Edit distance in which two neighbours exchanged count once. */
    private static int slips(final String a, final String b) {
        final int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                final int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + wrong, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
