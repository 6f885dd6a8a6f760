package gaitd.policies.learn;

/** A value of a training is infinite or not a number; the training cannot go on. */
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
