package gaitd.runtime.command;

import gaitd.policies.cpg.Gait;

/**
 * One operator command as the control thread sees it: a request and the velocity wanted from now on.
 *
 * <p>Overwritten in place by {@link OperatorGate#update}.
 */
public final class OperatorCommand {
    /** Ticket of the newest command accepted, counted by the ring from 1. */
    public long sequence;
    /** How often the robot was stopped so far. */
    public long stops;
    /** Whether somebody commands the robot. */
    public OperatorState state = OperatorState.NONE;
    /** When the person who commands last acted, on the loop's clock, ns. */
    public long actedNs = Long.MIN_VALUE;
    /** What is asked for. */
    public OperatorRequest request = OperatorRequest.NONE;
    /** Gait to walk with; null keeps the present one. */
    public Gait gait;
    /** Forward velocity, heading frame, m/s. */
    public double vx;
    /** Leftward velocity, heading frame, m/s. */
    public double vy;
    /** Yaw rate, rad/s, positive to the left. */
    public double yawRate;

    /** Sets the velocity to zero. */
    public void halt() {
        vx = 0;
        vy = 0;
        yawRate = 0;
    }
}
