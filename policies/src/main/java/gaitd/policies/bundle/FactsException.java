package gaitd.policies.bundle;

/** Facts given for an import are missing, unknown or contradict the weights; the message is one line. */
public final class FactsException extends BundleException {
    private static final long serialVersionUID = 1L;

    /**
     * Made with its one line.
     *
     * @param message what is wrong, what was expected
     */
    public FactsException(final String message) {
        super(message);
    }
}
