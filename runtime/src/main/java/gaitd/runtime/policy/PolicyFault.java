package gaitd.runtime.policy;

/** Why a policy was taken off the walk. No fault of the robot, which walks on without it; latches until a person clears it. */
public enum PolicyFault {
    /** All is well. */
    NONE("", ""),
    /** An output of the network is not a finite number. */
    NOT_FINITE("-", "the policy gave a value that is not a number"),
    /** An output stayed outside the manifest's bounds, by more than the margin and for longer than allowed. */
    OUT_OF_BOUNDS("widths of its bounds", "the policy left its bounds"),
    /** Steps in a row took longer than allowed. */
    OVER_TIME("us", "the policy takes too long");

    /** Unit of the value that is latched with it. */
    public final String unit;
    /** What it means, for people. */
    public final String meaning;

    PolicyFault(final String unit, final String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }
}
