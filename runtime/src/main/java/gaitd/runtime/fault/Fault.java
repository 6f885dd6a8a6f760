package gaitd.runtime.fault;

/** Why the robot was damped. Faults latch until an operator clears them. */
public enum Fault {
    /** No fault. */
    NONE("", ""),
    /** No state came within the time limit. */
    STATE_STALE("ms", "no state from the robot"),
    /** A measured value is not a finite number. */
    STATE_NOT_FINITE("-", "a sensor value is not a number"),
    /** The trunk leans beyond the limit. */
    TILT("deg", "the trunk leans too far"),
    /** A measured joint angle is outside its limits by more than the margin. */
    JOINT_POSITION("rad", "a joint is outside its range"),
    /** A measured joint speed is beyond the limit. */
    JOINT_SPEED("rad/s", "a joint moves too fast"),
    /** A measured joint torque stays beyond the limit. */
    JOINT_TORQUE("N m", "a joint torque is too high"),
    /** Total joint power stays beyond the limit. */
    POWER("W", "joint power is too high"),
    /** A motor is too hot. */
    TEMPERATURE("deg C", "a motor is too hot"),
    /** A command came out as not a finite number. */
    COMMAND_NOT_FINITE("-", "a computed command is not a number"),
    /** Standing up did not end in standing. */
    STAND_UP_FAILED("m", "the robot did not rise"),
    /** Too many ticks in a row came late. */
    TICKS_MISSED("ticks", "the control loop ran late"),
    /** States come later than usual by the robot's own time. */
    STATE_DELAYED("ms", "states from the robot come late"),
    /** States change while the robot's tick stands still. */
    ROBOT_TICK_STUCK("ms", "the robot's tick stands still"),
    /** The robot's tick counts neither milliseconds nor microseconds. */
    ROBOT_TICK_UNUSABLE("ticks", "the robot's tick is no clock");

    /** Unit of the value that is latched with it. */
    public final String unit;
    /** Meaning, for messages. */
    public final String meaning;

    Fault(final String unit, final String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }
}
