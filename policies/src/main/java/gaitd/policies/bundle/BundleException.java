package gaitd.policies.bundle;

import gaitd.policies.text.Words;

/**
 * A bundle, or a file on the way into one, that cannot be used; the message is one line that names what is wrong.
 *
 * <p>It tells of a file, not of the program, and so carries no stack trace, which also makes refusing cheap.
 */
public class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public BundleException(final String message) {
        super(Words.oneLine(message), null, false, false);
    }
}
