package gaitd.runtime.config;

/**
 * The machine or the network refuses what the program needs; the message is one line: what is refused, and what to
 * check.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is refused, and what to check
     */
    public Refusal(final String message) {
        super(message);
    }

    /**
     * Made with its one line and the exception behind it.
     *
     * @param message what is refused, and what to check
     * @param cause what the system said
     */
    public Refusal(final String message, final Throwable cause) {
        super(message, cause);
    }
}
