package gaitd.sim.env;

/**
 * What goes into a step of all robots and what comes out, one row a robot; owned by the caller, written in place.
 *
 * <p>In a step that ends an episode everything tells of the step that was made, not of the episode that has begun. Not thread-safe
 * while a step runs.
 */
public final class EnvBuffers {
    /** Numbers in a command: forward and left velocity, m/s, and yaw rate, rad/s. */
    public static final int COMMANDS = 3;

    /** Number of robots. */
    public final int robots;
    /** In: velocity commands, robots x 3, heading frame. */
    public final double[] command;
    /** Out: the command in force at the end of the step, after its acceleration limits; robots x 3, in single precision as observed. */
    public final float[] target;
    /** Out: raw quantities of the step, robots x {@link Term#COUNT}. */
    public final double[] term;
    /** Out: whether the robot fell or was damped by a fault. */
    public final boolean[] done;
    /** Out: whether the episode ended by time or by the ground's edge. */
    public final boolean[] truncated;
    /** Out: ordinal of the {@link gaitd.runtime.policy.PolicyFault} that took policies off in this episode, 0 for none. */
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
        command = new double[robots * COMMANDS];
        target = new float[robots * COMMANDS];
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
