package gaitd.hal.serial;

/**
 * One end of a serial line: bytes out, bytes in, in order, with any gap or cut between them.
 *
 * <p>Reading, writing and waiting are done by one thread at a time, never throw, and allocate nothing on the heap. A device that is
 * unplugged, or whose other end is closed, is {@link #lost} from the first call that meets it, and stays so: every further call
 * returns at once, so a loop over a lost line has to end itself.
 */
public interface SerialLine extends AutoCloseable {
    /** What {@link #read} returns of a line that is lost or closed. */
    int LOST = -1;

    /**
     * The device.
     *
     * @return its name as it was asked for, for messages
     */
    String name();

    /**
     * Hands bytes to the driver now, without waiting for them to go out.
     *
     * @param bytes where they are
     * @param offset of the first
     * @param length how many, at most {@link #BYTES_MAX}
     * @return whether the driver took all; if not, it may have taken some
     */
    boolean write(byte[] bytes, int offset, int length);

    /**
     * Takes what has arrived, without waiting: any part of an answer, or more than one.
     *
     * @param into where to put it
     * @param offset of the first
     * @param length the most to take
     * @return how many bytes, 0 when there are none, {@link #LOST} when the line is lost or closed
     */
    int read(byte[] into, int offset, int length);

    /**
     * Waits until something has arrived or the line is lost.
     *
     * @param timeoutNs the longest wait, ns; 0 or less looks only
     * @return whether something has arrived; false at once when the line is lost or closed
     */
    boolean await(long timeoutNs);

    /**
     * Whether the device is gone.
     *
     * @return true from the first call that met it; any thread may ask
     */
    boolean lost();

    /** The most bytes of one {@link #write}, and of one {@link #read} that are taken. */
    int BYTES_MAX = 4096;

    /** Lets written bytes go out, for 20 ms at most, and closes the device. */
    @Override
    void close();
}
