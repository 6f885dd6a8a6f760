package gaitd.policies.text;

import java.io.IOException;

/** A file that is not what it should be; the message is one line. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public FormatException(final String message) {
        super(message);
    }
}
