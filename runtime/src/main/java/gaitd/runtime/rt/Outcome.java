package gaitd.runtime.rt;

/**
 * Outcome of one measure.
 *
 * @param measure which
 * @param result of the request
 * @param asked what was asked for, such as {@code SCHED_FIFO 80}
 * @param reason why it was refused, with the limit or file in the way; empty unless refused
 * @param remedy what to change; empty unless refused
 */
public record Outcome(Measure measure, Result result, String asked, String reason, String remedy) {
    /** Result of a request. */
    public enum Result {
        /** In force. */
        DONE,
        /** The configuration does not ask for it. */
        NOT_ASKED,
        /** The system did not allow it. */
        REFUSED
    }

    static Outcome done(final Measure measure, final String asked) {
        return new Outcome(measure, Result.DONE, asked, "", "");
    }

    static Outcome notAsked(final Measure measure) {
        return new Outcome(measure, Result.NOT_ASKED, "", "", "");
    }

    static Outcome refused(final Measure measure, final String asked, final String reason, final String remedy) {
        return new Outcome(measure, Result.REFUSED, asked, reason, remedy);
    }

    /**
     * Whether it was asked for and not granted.
     *
     * @return true when something has to be changed
     */
    public boolean refused() {
        return result == Result.REFUSED;
    }

    /**
     * The outcome as text.
     *
     * @return such as {@code SCHED_FIFO 80 refused (EPERM, limit rtprio is 0); raise the limit: ...}
     */
    public String text() {
        return switch (result) {
            case DONE -> asked;
            case NOT_ASKED -> "not requested";
            case REFUSED -> asked + " refused (" + reason + "); " + remedy;
        };
    }

    /**
     * Measure and outcome as one line.
     *
     * @return {@link #text} behind the measure's name
     */
    public String line() {
        return measure.key + ": " + text();
    }
}
