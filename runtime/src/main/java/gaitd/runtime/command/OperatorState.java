package gaitd.runtime.command;

/** Whether somebody commands the robot. */
public enum OperatorState {
    /** Nobody has, since the process began or the robot was stopped. */
    NONE,
    /** A person does. */
    ACTIVE,
    /** Its commands come, but no person acted for too long: the velocity is zero. */
    IDLE,
    /** Its commands do not come any more: the velocity is zero. */
    LOST
}
