package gaitd.sim.env;

/**
 * One policy step of every robot: commands go in; measured quantities and ends of episodes come out. One row a robot; owned by the caller,
 * written in place.
 *
 * <p>In a step that ends an episode all values belong to that step, not to the episode that has begun. Not thread-safe
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
    /** Out: quantities of the step, robots x {@link StepQuantity#COUNT}. */
    public final double[] quantity;
    /** Out: whether the robot fell or was damped by a fault. */
    public final boolean[] terminated;
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
        quantity = new double[robots * StepQuantity.COUNT];
        terminated = new boolean[robots];
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
    public double quantity(final int robot, final StepQuantity which) {
        return quantity[robot * StepQuantity.COUNT + which.ordinal()];
    }
}
