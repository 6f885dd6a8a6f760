package gaitd.lab.head;

import java.util.List;

/** Rates of policies. */
final class Rates {
    private static final double DIGITS = 1e6;

    private Rates() {}

    /** Of a period of so many seconds, without the noise of its digits. */
    static List<String> words(final double periodS) {
        return List.of(Double.toString(Math.rint(DIGITS / periodS) / DIGITS));
    }
}
