package gaitd.hal;

/**
 * Joint-level interface to a robot: newest state in, commands out.
 *
 * <p>Receiving and sending are done by the control thread once a tick, never block, never allocate and never throw for
 * anything the network or the robot does; errors are counted in {@link #counters()}. Only opening a port throws.
 */
public interface RobotPort extends AutoCloseable {
    /**
     * Takes the newest valid state that has arrived since the last call.
     *
     * @param out overwritten when there was one, else not touched
     * @param nowNs the loop's clock, stamped into the reading, ns
     * @return whether {@code out} was overwritten
     */
    boolean receive(Sensed out, long nowNs);

    /**
     * Sends commands to the robot.
     *
     * @param commands not modified
     * @return false when the system did not take the datagram; it is counted and not sent again
     */
    boolean send(JointCommands commands);

    /**
     * What was received, sent and dropped so far.
     *
     * @return live counters, written by the control thread only
     */
    PortCounters counters();

    /**
     * The way to wait for this robot's states.
     *
     * @return null where there is none
     */
    default Arrivals arrivals() {
        return null;
    }

    @Override
    void close();
}
