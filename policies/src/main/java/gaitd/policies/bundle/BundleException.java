package gaitd.policies.bundle;

/** A bundle, or a file on the way into one, that cannot be used; the message is one line that names what is wrong. */
public class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public BundleException(final String message) {
        super(Finding.oneLine(message));
    }
}
