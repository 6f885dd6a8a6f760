package gaitd.policies.learn;

/** A value of a training is infinite or not a number, so that nothing can be learned from it or after it. */
public final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Stops a training.
     *
     * @param message which value, where it is and since when, one line
     */
    NonFiniteException(final String message) {
        super(message);
    }
}
