package gaitd.robot.scenario;

/** Keys of the terminal. */
public enum Key {
    /** More forward. */
    FASTER,
    /** Less forward. */
    SLOWER,
    /** Turn more to the left. */
    LEFT,
    /** Turn more to the right. */
    RIGHT,
    /** Damp at once. */
    STOP,
    /** Sit down, or stand up again and walk. */
    SIT_OR_STAND,
    /** Take the next policy, or none. */
    NEXT_POLICY,
    /** Clear a latched fault. */
    CLEAR_FAULT,
    /** Sit down and end. */
    QUIT
}
