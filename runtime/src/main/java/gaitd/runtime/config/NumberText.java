package gaitd.runtime.config;

/** A configured number as text: what may stand in a configuration, and how messages and tables show it. */
interface NumberText {
    /** TOML path. */
    String key();

    /** A word that may be given in place of a number, null when there is none. */
    Word word();

    /** Smallest number allowed. */
    double least();

    /** Largest number allowed. */
    double most();

    /** Whether a value is in the range or the word's. */
    default boolean allows(final double value) {
        return (value >= least() && value <= most()) || isWord(value);
    }

    /** A number that once stood for the word is refused with it. */
    default void refuseOldNumber(final double value, final String origin) {
        if (isWord(value)) {
            throw new ConfigException("%s = %s (%s) is a word now: write %s = %s"
                    .formatted(key(), Config.plain(value), origin, key(), quoted()));
        }
    }

    /**
     * Whether a value turns the guard off whose limit this setting is.
     *
     * @param value in its unit
     * @return true for the word "off" of a guard's limit
     */
    default boolean isOff(final double value) {
        return Double.isInfinite(value) && isWord(value);
    }

    /** The word as configurations have it. */
    default String quoted() {
        return '"' + word().text + '"';
    }

    /** Whether a value is the word's. */
    default boolean isWord(final double value) {
        return word() != null && value == word().value;
    }

    /**
     * A value as configurations have it.
     *
     * @param value in its unit
     * @return a number without a needless fraction, or a word in quotes
     */
    default String text(final double value) {
        return isWord(value) ? quoted() : Config.plain(value);
    }

    /**
     * A line of a configuration.
     *
     * @param value in its unit
     * @return key and value
     */
    default String line(final double value) {
        return key() + " = " + text(value);
    }

    /**
     * Values that are allowed.
     *
     * @return for people
     */
    default String range() {
        return Config.plain(least()) + " to " + Config.plain(most()) + (word() == null ? "" : " or " + quoted());
    }
}
