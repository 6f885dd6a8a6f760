package gaitd.mcap;

import java.io.IOException;

/** A file is not the MCAP that it should be: what is wrong, at which byte, and what was expected. */
public final class McapException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * A finding about a file.
     *
     * @param message what is wrong, where, and what was expected
     */
    public McapException(final String message) {
        super(message);
    }

    McapException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
