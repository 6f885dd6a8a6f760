package gaitd.runtime.policy;

/**
 * Why a policy was blended out. Not a fault of the robot, which walks on without the policy; latches until an operator
 * clears it.
 */
public enum PolicyFault {
    /** No fault. */
    NONE("", ""),
    /** An output of the network is not a finite number. */
    NOT_FINITE("-", "the policy gave a value that is not a number"),
    /** An output stayed outside the manifest's bounds, by more than the margin and for longer than allowed. */
    OUT_OF_BOUNDS("widths of its bounds", "the policy left its bounds"),
    /** Steps in a row took longer than allowed. */
    OVER_TIME("us", "the policy takes too long");

    /** Unit of the value that is latched with it. */
    public final String unit;
    /** Meaning, for messages. */
    public final String meaning;

    PolicyFault(final String unit, final String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }
}
