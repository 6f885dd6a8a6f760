package gaitd.lab.pack;

/** No package can be made from the source tree; the message is one line: what is wrong, and what to do. */
public final class PackException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, and what to do
     */
    public PackException(final String message) {
        super(message);
    }
}
