package gaitd.runtime.command;

/** What the control side made of a command. */
public enum Verdict {
    /** Taken over. */
    OBEYED("obeyed"),
    /** Its checksum does not fit, or it names a request or gait that there is none of. */
    MALFORMED("it is malformed"),
    /** A velocity is not a number or greater than the configuration allows. */
    OUT_OF_RANGE("a velocity is out of the range that the control process was configured with"),
    /** Sent too long ago, or in the future. */
    STALE("it is too old"),
    /** Its sender has sent this number or a later one before. */
    REPEATED("its number was used before");

    /** For people: why it was refused. */
    public final String text;

    Verdict(final String text) {
        this.text = text;
    }
}
