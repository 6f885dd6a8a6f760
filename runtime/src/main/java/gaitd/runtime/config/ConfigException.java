package gaitd.runtime.config;

import gaitd.policies.text.Problems;
import gaitd.policies.text.Words;

/** A configuration that cannot be used; the message is one line that says what is wrong and what was expected. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public ConfigException(final String message) {
        super(Words.oneLine(message));
    }

    /**
     * Refuses a file at its first problem.
     *
     * @return throws a {@link ConfigException} for each problem
     */
    public static Problems thrower() {
        return (where, what) -> {
            throw new ConfigException(where + ": " + what);
        };
    }
}
