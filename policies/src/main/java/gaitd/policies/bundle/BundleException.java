package gaitd.policies.bundle;

import gaitd.policies.text.Words;

/**
 * A bundle, or a file for one, cannot be used; the message is one line that names what is wrong.
 *
 * <p>It is about a file, not about the program, and so has no stack trace.
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
