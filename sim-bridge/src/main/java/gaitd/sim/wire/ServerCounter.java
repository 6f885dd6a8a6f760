package gaitd.sim.wire;

/** Counters of a {@link SimServer}. */
public enum ServerCounter {
    /** Valid commands taken from the client. */
    ACCEPTED,
    /** States sent. */
    ANSWERED,
    /** Datagrams of another length than a low-level command. */
    WRONG_SIZE,
    /** Datagrams whose checksum does not match. */
    BAD_CRC,
    /** Commands for another level than joint control. */
    NOT_LOW_LEVEL,
    /** Commands with a target that is not a finite number. */
    NOT_FINITE,
    /** Valid commands of other senders while a client is active. */
    SECOND_CLIENT,
    /** Reads and writes the system refused. */
    IO_ERRORS,
    /** Physics steps left out because the machine was too slow. */
    STEPS_SKIPPED
}
