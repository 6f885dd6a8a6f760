package gaitd.robot.adapt;

/** How far a version of a policy came. */
public enum VersionState {
    /** Is tried: a window in shadow, then windows in turn with the policy in force. One that never came further was interrupted. */
    TRIAL,
    /** Won its trial, or a person put it in force. */
    ACCEPTED,
    /** Did not win its trial. */
    REFUSED,
    /** Taken off because a guard warned, a margin was passed or a person asked. */
    ROLLED_BACK
}
