package gaitd.hal;

/**
 * What a {@link RobotPort} has received, sent and dropped, each reason by itself.
 *
 * <p>Written by the control thread; other threads may read values that are a little old.
 */
public final class PortCounters {
    /** Valid states accepted (those handed out and those overtaken by a newer one in the same drain). */
    public long accepted;
    /** Valid states that a newer one overtook before they were read. */
    public long overtaken;
    /** Datagrams dropped because of their size. */
    public long wrongSize;
    /** Datagrams dropped because of their checksum. */
    public long badCrc;
    /** Datagrams dropped because a value is not a finite number. */
    public long notFinite;
    /** Reads the system answered with an error, such as "port unreachable". */
    public long receiveErrors;
    /** Commands sent. */
    public long sent;
    /** Commands the system refused. */
    public long sendErrors;

    /**
     * All datagrams that arrived and were not used because they were not valid.
     *
     * @return the sum of the reasons
     */
    public long dropped() {
        return wrongSize + badCrc + notFinite;
    }
}
