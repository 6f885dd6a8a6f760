package gaitd.runtime.shared;

/** A shared folder or file cannot be used; the message is the one line a person needs. */
public final class SharedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is refused, what was expected, what to do
     */
    public SharedException(final String message) {
        super(message);
    }

    /**
     * Made with its one line and the exception behind it.
     *
     * @param message what is refused, what was expected, what to do
     * @param cause what the system said
     */
    public SharedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
