package gaitd.hal;

/**
 * Lets the control thread sleep until a datagram from the robot has arrived.
 *
 * <p>Called by the control thread before a tick; allocates nothing and throws nothing. The datagram is read by
 * {@link RobotPort#receive}.
 */
@FunctionalInterface
public interface Arrivals {
    /**
     * Waits until a datagram can be received. A signal, or an error of the network, ends the wait early.
     *
     * @param timeoutNs longest wait, ns; 0 or less returns at once
     * @return whether a datagram is there, valid or not
     */
    boolean await(long timeoutNs);
}
