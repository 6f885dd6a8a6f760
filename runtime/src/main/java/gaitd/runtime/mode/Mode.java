package gaitd.runtime.mode;

/** Operating mode of the robot. */
public enum Mode {
    /** Joints damped, waiting for a person. */
    PASSIVE,
    /** Rising from lying to standing. */
    STAND_UP,
    /** Standing on four feet. */
    STAND,
    /** Walking by command. */
    WALK,
    /** Lowering the trunk to the ground. */
    SIT_DOWN,
    /** Joints damped because of a latched fault. */
    FAULT
}
