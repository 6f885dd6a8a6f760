package gaitd.hal;

/**
 * Lets the control thread sleep until something has come from the robot.
 *
 * <p>Called by the control thread before a tick; allocates nothing and throws nothing. What has come is taken by
 * {@link RobotPort#receive}.
 */
@FunctionalInterface
public interface Arrivals {
    /**
     * Waits until something is there to be received. A signal, or an error of the network, ends the wait early.
     *
     * @param timeoutNs longest wait, ns; 0 and less only looks
     * @return whether something is there, valid or not
     */
    boolean await(long timeoutNs);
}
