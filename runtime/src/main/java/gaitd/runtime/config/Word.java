package gaitd.runtime.config;

/**
 * A word that a setting may have in place of a number.
 *
 * @param text the word
 * @param value the number that code knows it by
 */
record Word(String text, double value) {
    /** Turns off a guard whose value must not be over its limit. */
    static final Word OVER = new Word("off", Double.POSITIVE_INFINITY);
    /** Turns off a guard whose value must not be under its limit. */
    static final Word UNDER = new Word("off", Double.NEGATIVE_INFINITY);
}
