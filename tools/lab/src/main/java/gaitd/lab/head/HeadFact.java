package gaitd.lab.head;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One fact of a manifest.
 *
 * @param words its value, in the words of {@code --set}
 * @param source where it comes from
 */
record HeadFact(List<String> words, String source) {
    HeadFact {
        words = List.copyOf(words);
    }

    /** Whether another tells the same, up to the digits that exporters round to. */
    boolean agrees(final HeadFact other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!agree(words.get(i), other.words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(final String a, final String b) {
        if (a.equals(b)) {
            return true;
        }
        final int atA = a.lastIndexOf(JointWords.PAIR) + 1;
        final int atB = b.lastIndexOf(JointWords.PAIR) + 1;
        try {
            return a.substring(0, atA).equals(b.substring(0, atB))
                    && Math.abs(Double.parseDouble(a.substring(atA)) - Double.parseDouble(b.substring(atB))) <= 1e-3;
        } catch (final NumberFormatException e) {
            return false;
        }
    }

    /** The value, short. */
    String text() {
        return words.stream().distinct().count() == 1 ? words.getFirst() : String.join(" ", words);
    }

    /** Pairs of a name and a number. */
    static List<String> pairs(final List<String> names, final List<String> numbers) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + JointWords.PAIR + numbers.get(i))
                .toList();
    }
}
