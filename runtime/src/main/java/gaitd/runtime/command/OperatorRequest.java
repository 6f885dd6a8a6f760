package gaitd.runtime.command;

/** What an operator can ask for. */
public enum OperatorRequest {
    /** No request: only a velocity or a sign of life. */
    NONE,
    /** Stand up from lying, or stop walking and stand. */
    STAND,
    /** Walk; from standing only. */
    WALK,
    /** Sit down and go passive. */
    SIT,
    /** Damp at once. */
    STOP,
    /** Clear a latched fault, once its cause is gone. */
    CLEAR_FAULT,
    /** Take the policy chosen last. */
    POLICY_ON,
    /** Walk without a policy. */
    POLICY_OFF,
    /** Take the next policy; after the last comes none, then the first. */
    POLICY_NEXT
}
