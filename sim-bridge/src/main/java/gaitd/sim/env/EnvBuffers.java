package gaitd.sim.env;

import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.PolicyObservation;

/**
 * What goes into a step of all robots and what comes out, one row a robot; owned by the caller, written in place.
 *
 * <p>In a step that ends an episode {@link #finalObservation} is the last one of it, {@link #observation} already the first
 * one of the next, and everything else tells of the step that was made. Not thread-safe while a step runs.
 */
public final class EnvBuffers {
    /** Numbers in a command: forward and left velocity, m/s, and yaw rate, rad/s. */
    public static final int COMMANDS = 3;

    /** Number of robots. */
    public final int robots;
    /** In: actions, robots x {@link PolicyInput#ACTIONS}, shares of their limits from -1 to 1. */
    public final float[] action;
    /** In: velocity commands, robots x 3, heading frame. */
    public final double[] command;
    /** Out: what each robot sees now, robots x {@link PolicyObservation#LENGTH}. */
    public final float[] observation;
    /** Out: what each robot saw last in the episode that ended; older content where none did. */
    public final float[] finalObservation;
    /** Out: raw quantities of the step, robots x {@link Term#COUNT}. */
    public final double[] term;
    /** Out: whether the robot fell or was damped by a fault. */
    public final boolean[] done;
    /** Out: whether the episode ended by time or by the ground's edge. */
    public final boolean[] truncated;
    /** Out: ordinal of the {@link gaitd.runtime.policy.PolicyFault} that took a pilot's policy off in this episode, 0 for none. */
    public final int[] policyFault;
    /** Out: number of the episode that the step belonged to, from 0. */
    public final int[] episode;
    /** Out: steps of that episode so far, this one included. */
    public final int[] step;

    /**
     * Zeros.
     *
     * @param robots how many
     */
    public EnvBuffers(final int robots) {
        this.robots = robots;
        action = new float[robots * PolicyInput.ACTIONS];
        command = new double[robots * COMMANDS];
        observation = new float[robots * PolicyObservation.LENGTH];
        finalObservation = new float[robots * PolicyObservation.LENGTH];
        term = new double[robots * Term.COUNT];
        done = new boolean[robots];
        truncated = new boolean[robots];
        policyFault = new int[robots];
        episode = new int[robots];
        step = new int[robots];
    }

    /**
     * One quantity of one robot.
     *
     * @param robot its index
     * @param which the quantity
     * @return its value in the last step
     */
    public double term(final int robot, final Term which) {
        return term[robot * Term.COUNT + which.ordinal()];
    }
}
