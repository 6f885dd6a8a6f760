package gaitd.robot.adapt;

/** What a person asks of an adaptation that is under way. */
public enum AdaptRequest {
    /** Train and try candidates. */
    START,
    /** Withdraw the candidate and train no more; what is in force stays. */
    FREEZE,
    /** As {@link #FREEZE}, and the policy as shipped drives again. */
    STOP,
    /** Put an earlier version in force again. */
    ROLLBACK
}
