package gaitd.hal.udp;

import gaitd.hal.Arrivals;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A UDP socket that is connected to a robot and never blocks, with room for the datagrams it takes.
 *
 * <p>Called by the control thread only, but for {@link #close}.
 */
interface RobotSocket {
    /**
     * Takes datagrams that have arrived, oldest first, over those taken before.
     *
     * @return how many, fewer than {@link #batch} when no more are there; negative for an error
     */
    int receive();

    /** Most datagrams that one call takes. */
    int batch();

    /** Contents of a datagram, from index 0, little-endian. */
    ByteBuffer datagram(int index);

    /** Length of a datagram, bytes; one that is longer than a state is cut to one byte more than that. */
    int length(int index);

    /** The buffer that {@link #send} sends, whole. */
    ByteBuffer command();

    /** Sends the command; positive when the system took it, 0 when it has no room, negative for an error. */
    int send();

    /** The way to wait for datagrams; null when there is none. */
    Arrivals arrivals();

    void close() throws IOException;
}
