package gaitd.runtime.command;

/** Whether the control side accepted a command, or why not. */
public enum Verdict {
    /** In force. */
    ACCEPTED("accepted"),
    /** Its checksum does not match, or it has an unknown request or gait. */
    MALFORMED("it is malformed"),
    /** A velocity is not a number or greater than the configuration allows. */
    OUT_OF_RANGE("a velocity is out of the range that the control process was configured with"),
    /** Sent too long ago, or in the future. */
    STALE("it is too old"),
    /** Its sender has sent this number or a later one before. */
    REPEATED("its number was used before"),
    /** The robot was stopped after it was sent, or a stop was held. */
    VOID(
            "the robot was stopped after it was sent, or button B is held; it stays damped until it is asked to stand again");

    /** Why it was refused, for messages. */
    public final String text;

    Verdict(final String text) {
        this.text = text;
    }
}
