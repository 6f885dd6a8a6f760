package gaitd.lab.head;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One fact of a manifest.
 *
 * @param words its value, in the words of {@code --set}
 * @param source where it comes from
 */
record HeadFact(List<String> words, String source) {
    /** Copies the list. */
    HeadFact {
        words = List.copyOf(words);
    }

    /** Whether another tells the same names or numbers, up to the way they are written. */
    boolean agrees(final HeadFact other) {
        final List<String> here = JointWords.names(this);
        final List<String> there = JointWords.names(other);
        return here.size() == there.size()
                && IntStream.range(0, here.size())
                        .allMatch(i -> plain(here.get(i)).equals(plain(there.get(i))));
    }

    private static String plain(final String word) {
        try {
            return Double.toString(Double.parseDouble(word));
        } catch (final NumberFormatException e) {
            return word.toLowerCase(Locale.ROOT).replaceFirst("_joint$", "");
        }
    }

    /** The value, short. */
    String text() {
        return words.stream().distinct().count() == 1 ? words.getFirst() : String.join(" ", words);
    }

    /** Pairs of a name and a number, when there is one number a name; else the numbers alone. */
    static List<String> named(final List<String> names, final List<String> numbers) {
        return numbers.size() > 1 && numbers.size() == names.size()
                ? IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + JointWords.PAIR + numbers.get(i))
                        .toList()
                : numbers;
    }
}
