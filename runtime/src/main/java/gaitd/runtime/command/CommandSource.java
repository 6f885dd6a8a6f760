package gaitd.runtime.command;

/**
 * Gives the operator's command of each tick. Called by the control thread only; allocates nothing, waits for nothing.
 */
@FunctionalInterface
public interface CommandSource {
    /** Never gives a command. */
    CommandSource NOBODY = (nowNs, walking, out) -> {
        out.gait = null;
        return OperatorRequest.NONE;
    };

    /**
     * Takes the commands that have come since the last tick.
     *
     * @param nowNs the loop's clock, ns
     * @param walking whether the robot walks
     * @param out the velocity wanted from now on, and the gait, null for the present one
     * @return what is asked for in this tick, {@link OperatorRequest#NONE} if nothing
     */
    OperatorRequest update(long nowNs, boolean walking, OperatorCommand out);

    /** Makes void all commands that wait, because the robot was stopped by another way. */
    default void discard() {}
}
