package gaitd.runtime.config;

/** A configuration that cannot be used; the message is one line that says what is wrong and what was expected. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public ConfigException(final String message) {
        super(message);
    }
}
