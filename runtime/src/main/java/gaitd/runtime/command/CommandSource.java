package gaitd.runtime.command;

/** Says once a tick what an operator wants. Called by the control thread only; allocates nothing, waits for nothing. */
@FunctionalInterface
public interface CommandSource {
    /** No operator, and none to come. */
    CommandSource NOBODY = (nowNs, walking, out) -> {
        out.gait = null;
        return OperatorRequest.NONE;
    };

    /**
     * Takes what has come since the last tick.
     *
     * @param nowNs the loop's clock, ns
     * @param walking whether the robot walks
     * @param out the velocity wanted from now on, and the gait, null for the present one
     * @return what is asked for in this tick, {@link OperatorRequest#NONE} if nothing
     */
    OperatorRequest update(long nowNs, boolean walking, OperatorCommand out);
}
