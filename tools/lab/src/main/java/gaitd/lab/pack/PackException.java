package gaitd.lab.pack;

/** The source tree is not one that a package can be made of; the message is the one line a person needs. */
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
