package gaitd.hal.bus;

/**
 * What one bus has asked, got and dropped, each reason by itself.
 *
 * <p>Written by the bus's thread; other threads may read values that are a little old.
 */
public final class BusCounters {
    /** Rounds through all motors of the bus. */
    public long cycles;
    /** Cycles that began later than due because the one before had not ended. */
    public long lateCycles;
    /** Commands that the driver took. */
    public long sent;
    /** Commands with a number that was changed to fit its field. */
    public long limited;
    /** Commands that the driver did not take whole. */
    public long writeErrors;
    /** Replies of the motor that was asked. */
    public long replies;
    /** Motors that gave no reply in time. */
    public long timeouts;
    /** Frames with a wrong checksum. */
    public long badCrc;
    /** Whole replies of a motor that was not asked, or answered too late. */
    public long wrongId;
    /** Bytes that belonged to no frame. */
    public long garbageBytes;
    /** Times that commands of the control loop stopped coming and the bus began to damp by itself. */
    public long deadManTrips;
}
