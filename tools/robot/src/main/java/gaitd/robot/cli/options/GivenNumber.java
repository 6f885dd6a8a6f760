package gaitd.robot.cli.options;

import gaitd.runtime.config.Config;

/**
 * A number of the command line, or the one that counts where none is given.
 *
 * @param value the number
 * @param given whether it comes from the command line
 * @param text as the help shows it
 */
record GivenNumber(double value, boolean given, String text) {
    static GivenNumber byDefault(final double value) {
        return byDefault(value, Config.plain(value));
    }

    static GivenNumber byDefault(final double value, final String text) {
        return new GivenNumber(value, false, text);
    }

    /** What the help prints in place of {@code ${DEFAULT-VALUE}}. */
    @Override
    public String toString() {
        return text;
    }
}
