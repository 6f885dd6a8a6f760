package gaitd.runtime.fault;

/**
 * What the robot does about a fault: a ladder from the gentlest to the strongest. Of several latched faults the strongest
 * reaction is in force, never a gentler one.
 */
public enum Reaction {
    /** Nothing is latched. */
    NONE("goes on"),
    /** A person is told; the robot goes on. */
    WARN("goes on, a person is told"),
    /** Velocity commands are scaled down by {@link #DERATED_SHARE}. */
    DERATE("walks at half speed at most"),
    /** A walking robot stands and does not walk until the fault is cleared. */
    STOP_WALKING("stands"),
    /** The robot stands, sits down, then damps. */
    SIT_DOWN("sits down, then damps"),
    /** All joints damp at once. */
    DAMP("damps at once");

    /** Share of a velocity command that is left while {@link #DERATE} is in force. */
    public static final double DERATED_SHARE = 0.5;

    /** What the robot does, for messages. */
    public final String meaning;

    Reaction(final String meaning) {
        this.meaning = meaning;
    }

    /**
     * Whether this reaction is as strong as another, or stronger.
     *
     * @param other the other
     * @return true when it is not gentler
     */
    public boolean atLeast(final Reaction other) {
        return ordinal() >= other.ordinal();
    }
}
